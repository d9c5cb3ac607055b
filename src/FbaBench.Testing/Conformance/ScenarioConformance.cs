namespace FbaBench;

/// <summary>
/// Checks that a scenario keeps the contract of <see cref="IScenario"/>: one name, a valid definition for every seed, the same one whoever asks and in whatever order, others for other seeds, that is written and read without a loss, and can be
/// played to its end, saved and loaded. Whether the world is a good one is said by <c>fbabench realism</c> and the validity of a report.
/// </summary>
public static class ScenarioConformance
{
    /// <summary>Runs all checks.</summary>
    /// <param name="scenario">Makes the scenario; two instances must define the same worlds.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The checks: name, defines, valid, repeatable, culture, concurrent, differs, round-trip, plays, reproducible, saves.</returns>
    public static Task<ConformanceReport> CheckAsync(Func<IScenario> scenario, ScenarioConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        options ??= new();
        return options.Worlds is >= 2 and <= 1_000
            ? new ScenarioChecks(scenario, options, cancellationToken).RunAsync()
            : throw new ArgumentOutOfRangeException(nameof(options), options.Worlds, "ScenarioConformanceOptions.Worlds is 2 to 1,000.");
    }

    /// <summary>Runs all checks and throws where one does not pass.</summary>
    /// <exception cref="ConformanceException">The message has all that did not pass.</exception>
    /// <inheritdoc cref="CheckAsync"/>
    public static async Task<ConformanceReport> AssertAsync(Func<IScenario> scenario, ScenarioConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        var report = await CheckAsync(scenario, options, cancellationToken).ConfigureAwait(false);
        report.Assert();
        return report;
    }
}
