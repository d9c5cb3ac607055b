namespace FbaBench;

/// <summary>
/// Checks that an executor keeps the contract of <see cref="IEpisodeExecutor"/>: whatever it does and in whatever order, a run comes to the bytes of one without it; an episode that cannot be played is told and no other is lost; a run goes on; a stop
/// is a stop; and it can be used again.
/// </summary>
/// <remarks>An executor whose workers are other processes finds the benchmark of a job by its experiment: <see cref="Definition"/>.</remarks>
public static class ExecutorConformance
{
    /// <summary>The experiments of the suite, in its order.</summary>
    public static IReadOnlyList<string> Experiments { get; } = ["conformance", "conformance-failing", "conformance-waiting"];

    /// <summary>The benchmark of an experiment of the suite: what a worker calls <see cref="Benchmark.Worker"/> on.</summary>
    /// <param name="experiment">One of <see cref="Experiments"/>.</param>
    /// <exception cref="ArgumentException">There is no such experiment.</exception>
    public static Benchmark Definition(string experiment) => ExecutorChecks.Define(experiment, ExecutorChecks.MostWorlds);

    /// <summary>Runs all checks, in a temporary folder.</summary>
    /// <param name="executor">Makes the executor; called once. One that is disposable is disposed at the end.</param>
    /// <param name="patience">How long the executor may take to end after a stop; default 30 seconds.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The checks: same, logs, failing, goes-on, stops, again.</returns>
    public static Task<ConformanceReport> CheckAsync(Func<IEpisodeExecutor> executor, TimeSpan? patience = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executor);
        return new ExecutorChecks(executor, patience ?? TimeSpan.FromSeconds(30), cancellationToken).RunAsync();
    }

    /// <summary>Runs all checks and throws where one does not pass.</summary>
    /// <exception cref="ConformanceException">The message has all that did not pass.</exception>
    /// <inheritdoc cref="CheckAsync"/>
    public static async Task<ConformanceReport> AssertAsync(Func<IEpisodeExecutor> executor, TimeSpan? patience = null, CancellationToken cancellationToken = default)
    {
        var report = await CheckAsync(executor, patience, cancellationToken).ConfigureAwait(false);
        report.Assert();
        return report;
    }
}
