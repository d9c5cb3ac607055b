namespace FbaBench;

/// <summary>Where a benchmark's episodes are played.</summary>
public sealed partial class Benchmark
{
    private IEpisodeExecutor? _executor;

    /// <summary>
    /// Has the episodes played by an executor instead of in this process. Results, records and metrics are the same to the byte. <see cref="Threads"/> and <see cref="Episodes"/> are then the executor's own affair, and a limit of
    /// <see cref="MaxCost"/> is refused: it could not be kept.
    /// </summary>
    /// <param name="executor">The executor.</param>
    public Benchmark ExecuteWith(IEpisodeExecutor executor)
    {
        ArgumentNullException.ThrowIfNull(executor);
        _executor = executor;
        return this;
    }

    /// <summary>
    /// The other side of <see cref="ExecuteWith"/>: plays jobs of a run that another process began with the same benchmark. Nothing is written. Use this builder for nothing else.
    /// </summary>
    /// <exception cref="InvalidOperationException">No scenario or no agent was added, or the builder has run.</exception>
    /// <exception cref="ArgumentException">A scenario's opponent is neither an agent that was added nor a shipped one.</exception>
    public EpisodeWorker Worker() => new(Plan(), _logs);
}
