using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FbaBench;

/// <summary>
/// Plays those of a plan's episodes that no earlier run finished, some at once. One that waits for its agent holds no thread; what is computed runs on the pool,
/// which has a thread a core. Results stand by index, so that the order of completion is invisible; days are written to the episode's record and not kept.
/// </summary>
internal sealed class ParallelExecutor(BenchmarkPlan plan, PlannedWorlds worlds, AgentIdentities agents, EpisodeStore store, CostLimit cost, int atOnce, bool logs)
{
    private readonly FailureJournal _failures = store.Failures();
    private readonly EpisodePlayer _player = new(plan, worlds, agents) { OpenFile = store.OpenAgentFile };

    public async Task<BenchmarkOutcome> RunAsync(EarlierEpisodes earlier, TimingJournal timings, ProgressFeed progress, CancellationToken cancellationToken)
    {
        var outcome = new BenchmarkOutcome(plan, earlier);
        var missing = Enumerable.Range(0, plan.Episodes).Where(index => outcome.Results[index] is null).ToArray();
        var left = missing.GroupBy(World).ToDictionary(world => world.Key, world => new StrongBox<int>(world.Count()));
        progress.Begin(earlier.Results, missing.Select(index => plan.Key(index).Agent));
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForAsync(0, missing.Length, options, async (position, stop) =>
            {
                var index = missing[position];
                var agent = plan.Key(index).Agent;
                if (await cost.ReserveAsync(agent, stop).ConfigureAwait(false) is not { } reserved)
                {
                    return;
                }

                var spent = new StrongBox<long>();
                try
                {
                    await PlayAsync(index, outcome, timings, progress, spent, stop).ConfigureAwait(false);
                }
                finally
                {
                    cost.Settle(agent, reserved, Interlocked.Read(ref spent.Value));
                }

                if (Interlocked.Decrement(ref left[World(index)].Value) == 0)
                {
                    var (scenario, world, _, _) = plan.At(index);
                    worlds.Release(scenario, world);
                }

                progress.Ended(plan.Key(index), failed: outcome.Failures[index] is not null, Interlocked.Read(ref spent.Value));
            }).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            throw new IOException($"{error.Message.TrimEnd('.')}. The run has stopped; {Figures.Count(outcome.Finished, "finished episode")} of {plan.Episodes} are kept in {store.Folder}, and the same run goes on with the rest.", error);
        }

        return outcome;

        int World(int index) => index / plan.EpisodesOfWorld;
    }

    private async Task PlayAsync(int index, BenchmarkOutcome outcome, TimingJournal timings, ProgressFeed progress, StrongBox<long> spent, CancellationToken cancellationToken)
    {
        var key = plan.Key(index);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var (identity, episode) = await _player.PlayAsync(index, Log, Charged, cancellationToken).ConfigureAwait(false);
            timings.Add(key, Stopwatch.GetElapsedTime(started).TotalSeconds);

            // First, so that an episode that counts as finished has them.
            store.WriteMetrics(key, episode.Metrics);
            store.Write(identity, episode);
            outcome.Results[index] = episode.Result;
        }
        catch (Exception error) when (!EpisodePlayer.IsOfTheRun(error, cancellationToken))
        {
            var message = plan.Source.Hide(error.Message, key.Scenario, key.World);
            _failures.Add(new(key, error.GetType().Name, message, Interlocked.Read(ref spent.Value)));
            outcome.Failures[index] = new(key, error.GetType().Name, message);
        }

        void Charged(long microDollars)
        {
            Interlocked.Add(ref spent.Value, microDollars);
            progress.Played(microDollars);
        }
    }

    private Stream? Log(EpisodeKey key)
    {
        if (logs)
        {
            return store.CreateLog(key);
        }

        store.DeleteLog(key);
        return null;
    }
}
