using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FbaBench;

/// <summary>
/// Plays those of a plan's episodes that no earlier run finished, some at once. One that waits for its agent holds no thread; what is computed runs on the pool,
/// which has a thread a core. Results stand by index, so that the order of completion is invisible; days are written to the episode's record and not kept.
/// </summary>
internal sealed class ParallelExecutor(BenchmarkPlan plan, PlannedWorlds worlds, AgentIdentities agents, EpisodeStore store, CostLimit cost, int atOnce, bool logs)
{
    private readonly ConditionalWeakTable<IAgent, IAgent> _played = [];
    private readonly FailureJournal _failures = store.Failures();

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
            var (scenario, world, repeat, seat) = plan.At(index);
            var prepared = worlds.Prepared(scenario, world);
            EpisodeIdentity identity;
            PlayedEpisode episode;

            // An agent that cannot end has lost something: no record is written over it.
            var living = new LivingAgents();
            await using (living.ConfigureAwait(false))
            {
                var agent = living.Add(Fresh(plan.PlannedAgents[seat], key, new Seat(0)));
                var opponents = plan.Opponents[scenario].Select((opponent, i) => new SeatedOpponent(opponent.Name, living.Add(Opponent(opponent, key, new Seat(i + 1))))).ToArray();
                var (assembly, build) = AssemblyBuild.Of(Innermost(agent).GetType());
                var asked = agents.Of(index, worlds.Digest(scenario, world));
                identity = asked with { ClassAssembly = assembly, ClassBuild = build, Opponents = [.. asked.Opponents.Zip(opponents, Seen)] };
                agents.Saw(identity);
                var options = new SessionOptions { Log = Log(key), DecisionDeadline = plan.Deadline, Repeat = repeat, Canary = plan.ShownCanary };
                episode = await EpisodeRunner.RunAsync(key, prepared, plan.WorldSeed(scenario, world), agent, options, cancellationToken, opponents, Charged, plan.Metrics).ConfigureAwait(false);
            }

            timings.Add(key, Stopwatch.GetElapsedTime(started).TotalSeconds);

            // First, so that an episode that counts as finished has them.
            store.WriteMetrics(key, episode.Metrics);
            store.Write(identity, episode);
            outcome.Results[index] = episode.Result;
        }
        catch (Exception error) when (!IsOfTheRun(error, cancellationToken))
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

    /// <summary>What ends the run: a stop that was asked for, a file that cannot be written, a factory that is used wrongly.</summary>
    private static bool IsOfTheRun(Exception error, CancellationToken cancellationToken) =>
        error is StorageException or AgentUseException || (error is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private static OpponentIdentity Seen(OpponentIdentity identity, SeatedOpponent opponent)
    {
        var (assembly, build) = AssemblyBuild.Of(Innermost(opponent.Agent).GetType());
        return identity with { ClassAssembly = assembly, ClassBuild = build };
    }

    private static IAgent Innermost(IAgent agent)
    {
        while (agent is DelegatingAgent layer)
        {
            agent = layer.Inner;
        }

        return agent;
    }

    /// <summary>An opponent that cannot be made is not the agent's failure: the message says whose it is.</summary>
    private IAgent Opponent(PlannedAgent opponent, EpisodeKey key, Seat at)
    {
        try
        {
            return Fresh(opponent, key, at);
        }
        catch (Exception error) when (error is not AgentUseException)
        {
            throw new InvalidOperationException($"The opponent '{opponent.Name}' could not be made: {error.GetType().Name}: {error.Message}", error);
        }
    }

    private IAgent Fresh(PlannedAgent planned, EpisodeKey key, Seat at)
    {
        var setting = new AgentSetting(planned.Name, EpisodeStore.NameOf(key), at) { OpenFile = file => store.OpenAgentFile(key, at, file) };
        var agent = planned.Make(setting) ?? throw new InvalidOperationException("The factory returned null; return a fresh instance for every episode.");

        // Which episode would fail depends on who came first: not a result.
        return _played.TryAdd(agent, agent)
            ? agent
            : throw new AgentUseException($"The agent {EpisodeStore.Words(key)} could not be played: the factory of '{planned.Name}' returned an instance that plays another episode or seat; return a fresh one for every episode and seat.");
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
