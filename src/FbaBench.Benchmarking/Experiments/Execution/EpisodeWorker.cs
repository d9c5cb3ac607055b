namespace FbaBench;

/// <summary>
/// Plays jobs of a benchmark in a process of its own, see <see cref="Benchmark.Worker"/>: it has the same scenarios, agents and worlds as the run that hands the jobs out, and no folder. Agents that keep files keep none here
/// (<see cref="AgentSetting.OpenFile"/> is null).
/// </summary>
public sealed class EpisodeWorker
{
    private readonly JobPlayer _player;

    internal EpisodeWorker(BenchmarkPlan plan, bool logs) => _player = new(plan, new PlannedWorlds(plan), new AgentIdentities(plan), logs, openFile: null);

    /// <summary>Plays a job; several at once if one likes. What keeps the episode from being played is in the delivery.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What is to be delivered.</returns>
    /// <exception cref="ArgumentException">No episode of this benchmark.</exception>
    /// <exception cref="InvalidOperationException">This benchmark is not that of the run: another build, version, seed or definition. Or a factory returned an instance twice.</exception>
    public Task<EpisodeDelivery> PlayAsync(EpisodeJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return _player.PlayAsync(job, cancellationToken);
    }
}
