namespace FbaBench;

/// <summary>An agent of a plan: its name in results, the version that its maker declared, what makes it, and the maker's own code, which tells builds apart.</summary>
internal sealed record PlannedAgent(string Name, string? Version, Func<AgentSetting, IAgent> Make, Delegate Code)
{
    public static PlannedAgent Of(string name, string? version, Func<IAgent> factory) => new(name, version, _ => factory(), factory);

    public static PlannedAgent Of(string name, string? version, Func<AgentSetting, IAgent> factory) => new(name, version, factory, factory);
}

/// <summary>What is played: agents × scenarios × worlds × repeats, in a fixed order.</summary>
internal sealed record BenchmarkPlan(string Name, WorldSource Source, int Worlds, IReadOnlyList<IScenario> Scenarios, IReadOnlyList<PlannedAgent> PlannedAgents, string ComparedTo)
{
    /// <summary>The agents' names.</summary>
    public IReadOnlyList<string> Agents { get; } = [.. PlannedAgents.Select(agent => agent.Name)];

    /// <summary>By scenario: who plays the seats from 1 on.</summary>
    public required IReadOnlyList<IReadOnlyList<PlannedAgent>> Opponents { get; init; }

    /// <summary>The agent's time for a day, or null.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>The mark in what agents see, or null.</summary>
    public string? ShownCanary { get; init; }

    /// <summary>Most micro-dollars that the experiment may cost, or null.</summary>
    public long? MaxMicroDollars { get; init; }

    /// <summary>What is measured of every episode.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Whether the report values decisions.</summary>
    public bool ValuesDecisions { get; init; }

    /// <summary>Whether every world's bound is computed.</summary>
    public bool ComputesBounds { get; init; }

    /// <summary>How often an agent plays each world.</summary>
    public int Repeats { get; init; } = 1;

    public int Episodes => checked(Scenarios.Count * Worlds * EpisodesOfWorld);

    /// <summary>Episodes of one world: they stand one after the other.</summary>
    public int EpisodesOfWorld => Repeats * Agents.Count;

    /// <summary>Position of an episode: scenario by scenario, world by world, repeat by repeat, agent by agent.</summary>
    public (int Scenario, int World, int Repeat, int Agent) At(int index) =>
        (index / (Worlds * EpisodesOfWorld), index / EpisodesOfWorld % Worlds, index / Agents.Count % Repeats, index % Agents.Count);

    public EpisodeKey Key(int index)
    {
        var (scenario, world, repeat, agent) = At(index);
        return new(Agents[agent], Scenarios[scenario].Name, world) { Repeat = repeat };
    }

    /// <summary>Position of an episode by its key, or null when the plan has none.</summary>
    public int? IndexOf(EpisodeKey key)
    {
        var scenario = Position(Scenarios, one => one.Name == key.Scenario);
        var agent = Position(Agents, one => one == key.Agent);
        return scenario is { } s && agent is { } a && key.World < Worlds && key.Repeat < Repeats
            ? (((((s * Worlds) + key.World) * Repeats) + key.Repeat) * Agents.Count) + a
            : null;
    }

    public WorldSeed WorldSeed(int scenario, int world) => Source.Seed(Scenarios[scenario].Name, world);

    private static int? Position<T>(IReadOnlyList<T> list, Func<T, bool> isIt)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (isIt(list[i]))
            {
                return i;
            }
        }

        return null;
    }
}
