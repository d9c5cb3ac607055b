namespace FbaBench;

/// <summary>How an agent is checked.</summary>
public sealed record AgentConformanceOptions
{
    /// <summary>The world in which the agent has something to decide, of one seat; default <see cref="SmallWorlds.Shop"/>.</summary>
    public IScenario Scenario { get; init; } = SmallWorlds.Shop();

    /// <summary>The seed of the worlds; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether the agent says that it keeps no observation beyond the next day, so that a long run does not fill memory; default false: not asked.</summary>
    public bool KeepsNoObservations { get; init; }
}
