namespace FbaBench;

/// <summary>Has those of a plan's episodes that no earlier run finished played by an executor.</summary>
internal sealed class DeliveredRun(IEpisodeExecutor executor, BenchmarkPlan plan, PlannedWorlds worlds, AgentIdentities agents, EpisodeStore store, bool logs)
{
    /// <exception cref="IOException">A file could not be written; what was finished is kept.</exception>
    public async Task<BenchmarkOutcome> RunAsync(EarlierEpisodes earlier, TimingJournal timings, ProgressFeed progress, CancellationToken cancellationToken)
    {
        var outcome = new BenchmarkOutcome(plan, earlier);
        var missing = Enumerable.Range(0, plan.Episodes).Where(index => outcome.Results[index] is null).ToArray();
        progress.Begin(earlier.Results, missing.Select(index => plan.Key(index).Agent));
        var player = new JobPlayer(plan, worlds, agents, logs, store.OpenAgentFile);
        var desk = new DeliveryDesk(plan, agents, store, outcome, timings, progress, logs);
        var items = new List<EpisodeJob>();
        for (var i = 0; i < missing.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var index = missing[i];
            if (Job(index, player, desk) is { } job)
            {
                items.Add(job);
            }

            // One definition at a time is enough: it is made again where its episodes are played.
            if (i + 1 == missing.Length || missing[i + 1] / plan.EpisodesOfWorld != index / plan.EpisodesOfWorld)
            {
                worlds.Release(plan.At(index).Scenario, plan.At(index).World);
            }
        }

        try
        {
            await executor.ExecuteAsync(new(plan.Name, items, player, desk), cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            desk.Close();
        }
        catch (StorageException error)
        {
            throw new IOException($"{error.Message.TrimEnd('.')}. The run has stopped; {Figures.Count(outcome.Finished, "finished episode")} of {plan.Episodes} are kept in {store.Folder}, and the same run goes on with the rest.", error);
        }

        return outcome;
    }

    /// <summary>An episode whose world cannot be defined is nobody's job: it has failed.</summary>
    private EpisodeJob? Job(int index, JobPlayer player, DeliveryDesk desk)
    {
        try
        {
            var asked = player.Asked(index);
            desk.Ask(index, asked);
            return JobPlayer.JobOf(asked);
        }
        catch (Exception error)
        {
            var key = plan.Key(index);
            desk.Ask(index, null);
            desk.Deliver(new(key) { ErrorType = error.GetType().Name, Message = plan.Source.Hide(error.Message, key.Scenario, key.World) });
            return null;
        }
    }
}
