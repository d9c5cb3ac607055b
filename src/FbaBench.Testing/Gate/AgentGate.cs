namespace FbaBench;

/// <summary>
/// Gates an agent in a test: it and a baseline play the same worlds, and the test passes only where what is claimed is shown. Either wrong answer, to pass an agent of which the claim is false or to refute one of which it is true, has at most the
/// chance <see cref="GateOptions.Level"/>, however many worlds are looked at. Needs no test framework: a gate that does not pass throws an <see cref="AgentGateException"/>.
/// </summary>
/// <remarks>The answer depends on agents, scenario and options alone, not on threads or machine. Opponents of a scenario are shipped agents. Factories are called on any thread and make a fresh instance for every episode.</remarks>
public static class AgentGate
{
    /// <summary>Passes where the agent's mean score is shown to be less than the margin below the baseline's.</summary>
    /// <param name="agent">Makes the agent under test.</param>
    /// <param name="baseline">Makes what it is compared to.</param>
    /// <param name="scenario">Where both play.</param>
    /// <param name="margin">Dollars an episode, above 0: what does not matter.</param>
    /// <param name="options">How closely; default <see cref="GateOptions"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="AgentGateException">It is worse, undecided at the budget, failed days, or an episode could not be played.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another margin.</exception>
    public static Task<GateResult> AssertNotWorseAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, double margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertAsync(CompareAsync(agent, baseline, scenario, GateClaim.NotWorse(margin), options, cancellationToken), options);

    /// <summary>Passes where the agent's mean score is shown to be above the baseline's.</summary>
    /// <inheritdoc cref="AssertNotWorseAsync"/>
    public static Task<GateResult> AssertBetterAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertAsync(CompareAsync(agent, baseline, scenario, GateClaim.Better(), options, cancellationToken), options);

    /// <summary>Passes where the mean scores are shown to differ by less than the margin: after a change that should change nothing.</summary>
    /// <inheritdoc cref="AssertNotWorseAsync"/>
    public static Task<GateResult> AssertEquivalentAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, double margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        AssertAsync(CompareAsync(agent, baseline, scenario, GateClaim.Equivalent(margin), options, cancellationToken), options);

    /// <summary>Passes where the agent's mean score is shown to be above a number.</summary>
    /// <param name="agent">Makes the agent under test.</param>
    /// <param name="scenario">Where it plays.</param>
    /// <param name="score">Dollars.</param>
    /// <param name="options">How closely; default <see cref="GateOptions"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="AgentGateException">It is below, undecided at the budget, failed days, or an episode could not be played.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score that is not finite.</exception>
    public static Task<GateResult> AssertScoreAtLeastAsync(Func<IAgent> agent, IScenario scenario, double score, GateOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(scenario);
        return AssertAsync(LookAsync(agent, null, scenario, GateClaim.AtLeast(score), score, options ?? new(), cancellationToken), options);
    }

    /// <summary>Whether the agent is not worse by the margin, without an assertion: shown (not worse), refuted (worse) or undecided.</summary>
    /// <inheritdoc cref="AssertNotWorseAsync"/>
    /// <exception cref="AgentGateException">An episode could not be played.</exception>
    public static Task<GateResult> CompareAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, double margin, GateOptions? options = null, CancellationToken cancellationToken = default) =>
        CompareAsync(agent, baseline, scenario, GateClaim.NotWorse(margin), options, cancellationToken);

    private static Task<GateResult> CompareAsync(Func<IAgent> agent, Func<IAgent> baseline, IScenario scenario, GateClaim claim, GateOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenario);
        return LookAsync(agent, baseline, scenario, claim, 0, options ?? new(), cancellationToken);
    }

    private static async Task<GateResult> AssertAsync(Task<GateResult> look, GateOptions? options)
    {
        options ??= new();
        var result = await look.ConfigureAwait(false);
        return result.Outcome == GateOutcome.Refuted || (result.Outcome == GateOutcome.Undecided && !options.UndecidedPasses) || (result.FaultDays > 0 && !options.FaultsPass)
            ? throw new AgentGateException(result)
            : result;
    }

    /// <summary>Worlds are played some at once and taken up in their order: those beyond the one that decides are thrown away.</summary>
    private static async Task<GateResult> LookAsync(Func<IAgent> agent, Func<IAgent>? baseline, IScenario scenario, GateClaim claim, double asked, GateOptions options, CancellationToken cancellationToken)
    {
        var look = new GateLook(claim, options);
        var (faults, first) = (0, (string?)null);
        for (var world = 0; world < options.MostWorlds && !look.IsDecided;)
        {
            var count = Math.Min(options.Threads, options.MostWorlds - world);
            var pairs = new (GateEpisode Own, GateEpisode? Other)[count];
            var from = world;
            await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken }, async (i, stop) =>
            {
                var own = await GatePlay.EpisodeAsync(agent, scenario, options.Seed, from + i, stop).ConfigureAwait(false);
                pairs[i] = (own, baseline is null ? null : await GatePlay.EpisodeAsync(baseline, scenario, options.Seed, from + i, stop).ConfigureAwait(false));
            }).ConfigureAwait(false);
            for (var i = 0; i < count && !look.IsDecided; i++, world++)
            {
                var (own, other) = pairs[i];
                faults += own.Faults.Count;
                first ??= own.Faults.Count == 0 ? null : FormattableString.Invariant($"{own.Faults[0].Kind} on day {own.Faults[0].Day} of world {world}{(own.Faults[0].Error is { } error ? $": {error.GetType().Name}: {error.Message}" : "")}");
                look.Add(((own.Score - (other?.Score ?? 0)) / 100.0) - asked, other is not null && own.Events == other.Events);
            }
        }

        return look.Result() with { FaultDays = faults, FirstFault = first };
    }
}
