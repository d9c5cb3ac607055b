namespace FbaBench;

/// <summary>
/// Gates an agent in a test: plays it and a baseline in the same worlds, looks after each world, and stops as soon as the claim is shown or refuted. A claim that is neither at the budget is undecided, and fails unless the
/// options let it pass: that a difference was not found is no proof that there is none. Looking is by a confidence sequence, so that early stops cost no certainty. An episode that cannot be played is no low score: it fails the gate with its text.
/// </summary>
/// <remarks>
/// Every method takes factories that return a fresh instance every time, called on any thread. It throws an <see cref="AgentGateException"/> where the gate does not pass, an <see cref="ArgumentException"/> for options or a margin out of range or
/// an unknown name, an <see cref="InvalidOperationException"/> where a factory returns an instance twice.
/// </remarks>
public static class AgentGate
{
    /// <summary>Asserts that an agent is not worse than a baseline by a margin, in mean score over the scenario's worlds.</summary>
    /// <param name="agent">Makes the agent under test.</param>
    /// <param name="baseline">Makes the baseline.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="margin">The loss that does not matter, above 0, a world played through.</param>
    /// <param name="options">Level, budget and more; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the gate.</param>
    /// <returns>What the gate came to.</returns>
    public static Task<GateResult> AssertNotWorseAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, Money margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertAsync(CompareAsync(agent, baseline, scenario, margin, options, cancellationToken));

    /// <summary>The same against a shipped agent in a shipped scenario.</summary>
    /// <inheritdoc cref="AssertNotWorseAsync(Func{IAgent}, Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/>
    public static Task<GateResult> AssertNotWorseAsync(Func<IAgent> agent, string baseline, string scenario, Money margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertNotWorseAsync(agent, ShippedAgents.Factory(baseline), ShippedScenarios.Find(scenario), margin, Named(options, baseline), cancellationToken);

    /// <summary>Asserts that an agent is better than a baseline, with a margin by more than it.</summary>
    /// <param name="agent">Makes the agent under test.</param>
    /// <param name="baseline">Makes the baseline.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="margin">At least 0, a world played through; 0 asks for any difference.</param>
    /// <param name="options">Level, budget and more; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the gate.</param>
    /// <returns>What the gate came to.</returns>
    public static Task<GateResult> AssertBetterAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, Money margin = default, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertAsync(RunAsync(GateClaim.Better(margin), agent, baseline, scenario, options, cancellationToken));

    /// <summary>The same against a shipped agent in a shipped scenario.</summary>
    /// <inheritdoc cref="AssertBetterAsync(Func{IAgent}, Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/>
    public static Task<GateResult> AssertBetterAsync(Func<IAgent> agent, string baseline, string scenario, Money margin = default, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertBetterAsync(agent, ShippedAgents.Factory(baseline), ShippedScenarios.Find(scenario), margin, Named(options, baseline), cancellationToken);

    /// <summary>Asserts that two agents differ by less than a margin, whichever is ahead: for a change that should change nothing.</summary>
    /// <param name="agent">Makes the agent under test.</param>
    /// <param name="baseline">Makes the baseline.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="margin">The difference that matters, above 0, a world played through.</param>
    /// <param name="options">Level, budget and more; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the gate.</param>
    /// <returns>What the gate came to.</returns>
    public static Task<GateResult> AssertEquivalentAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, Money margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertAsync(RunAsync(GateClaim.Equivalent(margin), agent, baseline, scenario, options, cancellationToken));

    /// <summary>The same against a shipped agent in a shipped scenario.</summary>
    /// <inheritdoc cref="AssertEquivalentAsync(Func{IAgent}, Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/>
    public static Task<GateResult> AssertEquivalentAsync(Func<IAgent> agent, string baseline, string scenario, Money margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertEquivalentAsync(agent, ShippedAgents.Factory(baseline), ShippedScenarios.Find(scenario), margin, Named(options, baseline), cancellationToken);

    /// <summary>Asserts that the agent's mean score over the scenario's worlds is at least so much. Scores differ more between worlds than differences do: prefer a baseline where there is one.</summary>
    /// <param name="agent">Makes the agent under test.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="score">The score, a world played through; may be negative.</param>
    /// <param name="options">Level, budget and more; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the gate.</param>
    /// <returns>What the gate came to.</returns>
    public static Task<GateResult> AssertScoreAtLeastAsync(Func<IAgent> agent, IScenario scenario, Money score, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertAsync(RunAsync(GateClaim.AtLeast(score), agent, null, scenario, options, cancellationToken));

    /// <summary>The same in a shipped scenario.</summary>
    /// <inheritdoc cref="AssertScoreAtLeastAsync(Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/>
    public static Task<GateResult> AssertScoreAtLeastAsync(Func<IAgent> agent, string scenario, Money score, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertScoreAtLeastAsync(agent, ShippedScenarios.Find(scenario), score, options, cancellationToken);

    /// <summary>What <see cref="AssertNotWorseAsync(Func{IAgent}, Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/> would come to, without an exception for any outcome.</summary>
    /// <inheritdoc cref="AssertNotWorseAsync(Func{IAgent}, Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/>
    public static Task<GateResult> CompareAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, Money margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(GateClaim.NotWorse(margin), agent, baseline, scenario, options, cancellationToken);

    /// <summary>The same against a shipped agent in a shipped scenario.</summary>
    /// <inheritdoc cref="AssertNotWorseAsync(Func{IAgent}, Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/>
    public static Task<GateResult> CompareAsync(Func<IAgent> agent, string baseline, string scenario, Money margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        CompareAsync(agent, ShippedAgents.Factory(baseline), ShippedScenarios.Find(scenario), margin, Named(options, baseline), cancellationToken);

    private static GateOptions Named(GateOptions? options, string baseline) => (options ?? new()) is { BaselineName: null } open ? open with { BaselineName = baseline } : options!;

    private static async Task<GateResult> AssertAsync(Task<GateResult> gate)
    {
        var result = await gate.ConfigureAwait(false);
        return result.Passed ? result : throw new AgentGateException(result);
    }

    private static Task<GateResult> RunAsync(GateClaim claim, Func<IAgent> agent, Func<IAgent>? baseline, IScenario scenario, GateOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(scenario);
        if (claim.Shown != GateOutcome.AtLeast)
        {
            ArgumentNullException.ThrowIfNull(baseline);
        }

        options ??= new();
        options.Check();
        var reference = baseline is null ? null : new GatePlayer(options.BaselineName ?? "baseline", baseline);
        return reference?.Name == options.AgentName
            ? throw new ArgumentException($"Agent and baseline are both called '{reference.Name}'; give GateOptions.AgentName or BaselineName.", nameof(options))
            : new GateRun(new(claim, scenario, new(options.AgentName, agent), reference, options)).RunAsync(cancellationToken);
    }
}
