using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FbaBench;

/// <summary>
/// Plays those of a plan's episodes that no earlier run finished, on several threads. Results stand by index, so that the order
/// of completion is invisible; days are written to the episode's record and not kept.
/// </summary>
internal sealed class ParallelExecutor(BenchmarkPlan plan, PlannedWorlds worlds, AgentIdentities agents, EpisodeStore store, int threads, bool logs)
{
    private readonly ConditionalWeakTable<IAgent, IAgent> _played = [];

    public async Task<BenchmarkOutcome> RunAsync(EarlierEpisodes earlier, TimingJournal timings, ProgressFeed progress, CancellationToken cancellationToken)
    {
        var outcome = new BenchmarkOutcome(plan, earlier);
        var missing = Enumerable.Range(0, plan.Episodes).Where(index => outcome.Results[index] is null).ToArray();
        var left = missing.GroupBy(World).ToDictionary(world => world.Key, world => new StrongBox<int>(world.Count()));
        progress.Begin(plan.Episodes - missing.Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForAsync(0, missing.Length, options, async (position, stop) =>
            {
                var index = missing[position];
                await PlayAsync(index, outcome, timings, stop).ConfigureAwait(false);
                if (Interlocked.Decrement(ref left[World(index)].Value) == 0)
                {
                    var (scenario, world, _) = plan.At(index);
                    worlds.Release(scenario, world);
                }

                progress.Ended(plan.Key(index), failed: outcome.Failures[index] is not null);
            }).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            throw new IOException($"{error.Message.TrimEnd('.')}. The run has stopped; {Figures.Count(outcome.Finished, "finished episode")} of {plan.Episodes} are kept in {store.Folder}, and the same run goes on with the rest.", error);
        }

        return outcome;

        int World(int index) => index / plan.Agents.Count;
    }

    private async Task PlayAsync(int index, BenchmarkOutcome outcome, TimingJournal timings, CancellationToken cancellationToken)
    {
        var key = plan.Key(index);
        var started = Stopwatch.GetTimestamp();
        IAgent? agent = null;
        try
        {
            var (scenario, world, seat) = plan.At(index);
            var definition = worlds.Of(scenario, world);
            agent = plan.PlannedAgents[seat].Make() ?? throw new InvalidOperationException("The factory returned null; return a fresh instance for every episode.");
            CheckFresh(agent, key);
            var (assembly, build) = AssemblyBuild.Of(agent.GetType());
            var identity = agents.Of(index, worlds.Digest(scenario, world)) with { ClassAssembly = assembly, ClassBuild = build };
            agents.Saw(seat, identity);
            var options = new SessionOptions { Log = Log(key), DecisionDeadline = plan.Deadline };
            var episode = await EpisodeRunner.RunAsync(key, definition, plan.WorldSeed(world), agent, options, cancellationToken).ConfigureAwait(false);
            timings.Add(key, Stopwatch.GetElapsedTime(started).TotalSeconds);
            store.Write(identity, episode);
            outcome.Results[index] = episode.Result;
        }
        catch (Exception error) when (!IsOfTheRun(error, cancellationToken))
        {
            outcome.Failures[index] = new(key, error.GetType().Name, error.Message);
        }
    }

    /// <summary>What ends the run: a stop that was asked for, a file that cannot be written, a factory that is used wrongly.</summary>
    private static bool IsOfTheRun(Exception error, CancellationToken cancellationToken) =>
        error is StorageException or AgentUseException || (error is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private void CheckFresh(IAgent agent, EpisodeKey key)
    {
        // Which episode would fail depends on who came first: not a result.
        if (!_played.TryAdd(agent, agent))
        {
            throw new AgentUseException($"The agent {EpisodeStore.Words(key)} could not be played: its factory returned an instance that plays another episode; return a fresh one for every episode.");
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
