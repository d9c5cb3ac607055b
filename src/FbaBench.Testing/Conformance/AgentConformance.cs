namespace FbaBench;

/// <summary>
/// Checks that an agent keeps the contract of <see cref="IAgent"/> and what a benchmark relies on: fresh instances that share nothing, the same decisions in the same world whatever is played beside it, under whatever culture and thread, and
/// after going on from a log; worlds with nothing to sell or to pay with; copies that are independent. It says nothing of how well the agent trades.
/// </summary>
/// <remarks>An agent that asks a model that samples is not deterministic: check it over a tape, or with a scripted client.</remarks>
public static class AgentConformance
{
    /// <summary>Runs all checks.</summary>
    /// <param name="agent">Makes a fresh instance; called on any thread.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The checks: fresh, plays, deterministic, independent, culture, no-offers, no-money, resumes, forks, lets-go.</returns>
    public static Task<ConformanceReport> CheckAsync(Func<IAgent> agent, AgentConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agent);
        options ??= new();
        ArgumentNullException.ThrowIfNull(options.Scenario);
        return options.Scenario.Opponents.Count == 0
            ? new AgentChecks(agent, options, cancellationToken).RunAsync()
            : throw new ArgumentException($"The scenario '{options.Scenario.Name}' has several seats; give one of a single seat.", nameof(options));
    }

    /// <summary>Runs all checks and throws where one does not pass.</summary>
    /// <exception cref="ConformanceException">The message has all that did not pass.</exception>
    /// <inheritdoc cref="CheckAsync"/>
    public static async Task<ConformanceReport> AssertAsync(Func<IAgent> agent, AgentConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        var report = await CheckAsync(agent, options, cancellationToken).ConfigureAwait(false);
        report.Assert();
        return report;
    }
}
