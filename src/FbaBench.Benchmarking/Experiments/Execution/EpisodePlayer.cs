using System.Runtime.CompilerServices;

namespace FbaBench;

/// <summary>Plays episodes of a plan: makes their agents and opponents, and says under which identity each is to be recorded.</summary>
internal sealed class EpisodePlayer(BenchmarkPlan plan, PlannedWorlds worlds, AgentIdentities agents)
{
    private readonly ConditionalWeakTable<IAgent, IAgent> _played = [];

    /// <summary>Opens a file that an agent keeps of an episode; null where nothing lasts.</summary>
    public Func<EpisodeKey, Seat, string, Stream>? OpenFile { get; init; }

    /// <param name="index">Which episode of the plan.</param>
    /// <param name="log">Opens the run log, or null for none.</param>
    /// <param name="charged">Told after every day what its thinking cost, in micro-dollars.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="Exception">Whatever keeps the episode from being played; see <see cref="IsOfTheRun"/> for what is no failure of it alone.</exception>
    public async Task<(EpisodeIdentity Identity, PlayedEpisode Episode)> PlayAsync(int index, Func<EpisodeKey, Stream?> log, Action<long> charged, CancellationToken cancellationToken)
    {
        var key = plan.Key(index);
        var (scenario, world, repeat, seat) = plan.At(index);
        var prepared = worlds.Prepared(scenario, world);

        // An agent that cannot end has lost something: no record is written over it.
        var living = new LivingAgents();
        await using (living.ConfigureAwait(false))
        {
            var agent = living.Add(Fresh(plan.PlannedAgents[seat], key, new Seat(0)));
            var opponents = plan.Opponents[scenario].Select((opponent, i) => new SeatedOpponent(opponent.Name, living.Add(Opponent(opponent, key, new Seat(i + 1))))).ToArray();
            var (assembly, build) = AssemblyBuild.Of(Innermost(agent).GetType());
            var asked = agents.Of(index, worlds.Digest(scenario, world));
            var identity = asked with { ClassAssembly = assembly, ClassBuild = build, Opponents = [.. asked.Opponents.Zip(opponents, Seen)] };
            agents.Saw(identity);
            var options = new SessionOptions { Log = log(key), DecisionDeadline = plan.Deadline, Repeat = repeat, Canary = plan.ShownCanary };
            return (identity, await EpisodeRunner.RunAsync(key, prepared, plan.WorldSeed(scenario, world), agent, options, cancellationToken, opponents, charged, plan.Metrics).ConfigureAwait(false));
        }
    }

    /// <summary>What ends the run: a stop that was asked for, a file that cannot be written, a factory that is used wrongly.</summary>
    public static bool IsOfTheRun(Exception error, CancellationToken cancellationToken) =>
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
        var setting = new AgentSetting(planned.Name, EpisodeStore.NameOf(key), at) { OpenFile = OpenFile is { } open ? file => open(key, at, file) : null };
        var agent = planned.Make(setting) ?? throw new InvalidOperationException("The factory returned null; return a fresh instance for every episode.");

        // Which episode would fail depends on who came first: not a result.
        return _played.TryAdd(agent, agent)
            ? agent
            : throw new AgentUseException($"The agent {EpisodeStore.Words(key)} could not be played: the factory of '{planned.Name}' returned an instance that plays another episode or seat; return a fresh one for every episode and seat.");
    }
}
