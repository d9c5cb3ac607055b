namespace FbaBench;

/// <summary>
/// Has the episodes of a run played somewhere: in processes of its own, on other machines, on a grid. It hands out <see cref="EpisodeJobs.Items"/>, which can be written and read, to whoever plays them (<see cref="EpisodeWorker"/>, or
/// <see cref="EpisodeJobs.PlayAsync"/> in this process) and delivers what they come to, in any order and as often as it likes. What is written does not depend on it.
/// </summary>
public interface IEpisodeExecutor
{
    /// <summary>Has all jobs played and delivers them. It returns when nothing more will be delivered; jobs that were not are failed episodes, which a later run plays.</summary>
    /// <param name="jobs">The jobs of one run; of no use after the call.</param>
    /// <param name="cancellationToken">Stops the run: end soon, with an <see cref="OperationCanceledException"/>; what was delivered is kept.</param>
    Task ExecuteAsync(EpisodeJobs jobs, CancellationToken cancellationToken);
}
