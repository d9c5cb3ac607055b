using System.Collections.Concurrent;

namespace FbaBench;

/// <summary>
/// The identities of a plan's agents. Code that a factory loads at run time is not in its build; therefore the builds of the
/// agents' own classes are compared as well, and two of one agent never stand in one result.
/// </summary>
internal sealed class AgentIdentities(BenchmarkPlan plan)
{
    private readonly AgentIdentity[] _identities = [.. plan.PlannedAgents.Select(agent => AgentIdentity.Of(agent.Make, agent.Version))];
    private readonly ConcurrentDictionary<(int Agent, string Assembly), string> _classes = [];

    /// <summary>What an episode of the plan would be recorded under.</summary>
    public EpisodeIdentity Of(int index, string definition) => new()
    {
        Key = plan.Key(index),
        Seed = plan.Seed,
        Definition = definition,
        Engine = AssemblyBuild.Engine,
        Deadline = plan.Deadline,
        Agent = _identities[plan.At(index).Agent],
    };

    /// <summary>An agent was met, in a record or as an instance.</summary>
    /// <exception cref="AgentUseException">Its class was met in another build, and it declares no version.</exception>
    public void Saw(int agent, EpisodeIdentity episode)
    {
        if (_identities[agent].Version is null && episode is { ClassAssembly: { } assembly, ClassBuild: { } build }
            && _classes.GetOrAdd((agent, assembly), build) is var before && before != build)
        {
            throw new AgentUseException(
                $"The agent '{episode.Key.Agent}' has episodes of two builds of {assembly} ({before[..8]} and {build[..8]}). Declare a version, .Agent(\"{episode.Key.Agent}\", factory, version: \"…\"), or start over with .Fresh() (--fresh).");
        }
    }
}

/// <summary>An agent is handed in in a way that would make results depend on order or history; it ends the run.</summary>
internal sealed class AgentUseException(string message) : InvalidOperationException(message);
