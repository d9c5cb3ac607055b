using System.Collections.Concurrent;

namespace FbaBench;

/// <summary>
/// The identities of a plan's agents. Code that a factory loads at run time is not in its build; therefore the builds of the
/// agents' own classes are compared as well, and two of one agent never stand in one result.
/// </summary>
internal sealed class AgentIdentities(BenchmarkPlan plan)
{
    private readonly AgentIdentity[] _identities = [.. plan.PlannedAgents.Select(agent => AgentIdentity.Of(agent.Code, agent.Version))];
    private readonly OpponentIdentity[][] _opponents =
    [
        .. plan.Opponents.Select(seats => seats.Select(opponent => new OpponentIdentity(opponent.Name, AgentIdentity.Of(opponent.Code, opponent.Version))).ToArray()),
    ];

    private readonly ConcurrentDictionary<(string Agent, string Assembly), string> _classes = [];

    /// <summary>What an episode of the plan would be recorded under.</summary>
    public EpisodeIdentity Of(int index, string definition) => new()
    {
        Key = plan.Key(index),
        Seed = plan.Source.Number,
        Worlds = plan.Source.Kind,
        Canary = plan.ShownCanary,
        Definition = definition,
        Engine = AssemblyBuild.Engine,
        Deadline = plan.Deadline,
        Agent = _identities[plan.At(index).Agent],
        Opponents = _opponents[plan.At(index).Scenario],
    };

    /// <summary>An agent and its opponents were met, in a record or as instances.</summary>
    /// <exception cref="AgentUseException">The class of one was met in another build, and it declares no version.</exception>
    public void Saw(EpisodeIdentity episode)
    {
        Met(episode.Key.Agent, episode.Agent, episode.ClassAssembly, episode.ClassBuild);
        foreach (var opponent in episode.Opponents)
        {
            Met(opponent.Name, opponent.Agent, opponent.ClassAssembly, opponent.ClassBuild);
        }
    }

    private void Met(string name, AgentIdentity identity, string? assembly, string? build)
    {
        if (identity.Version is null && assembly is not null && build is not null
            && _classes.GetOrAdd((name, assembly), build) is var before && before != build)
        {
            throw new AgentUseException(
                $"The agent '{name}' has episodes of two builds of {assembly} ({before[..8]} and {build[..8]}). Declare a version, .Agent(\"{name}\", factory, version: \"…\"), or start over with .Fresh() (--fresh).");
        }
    }
}

/// <summary>An agent is handed in in a way that would make results depend on order or history; it ends the run.</summary>
internal sealed class AgentUseException(string message) : InvalidOperationException(message);
