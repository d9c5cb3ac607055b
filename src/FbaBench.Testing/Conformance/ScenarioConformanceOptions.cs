namespace FbaBench;

/// <summary>How a scenario is checked.</summary>
public sealed record ScenarioConformanceOptions
{
    /// <summary>Number of worlds that are defined and played, 2 to 1,000; default 3.</summary>
    public int Worlds { get; init; } = 3;

    /// <summary>The seed of the worlds; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether all worlds have one definition and differ by the marketplace's draws alone; default false: definitions are to differ.</summary>
    public bool HasOneDefinition { get; init; }

    /// <summary>Factories of the scenario's opponents by name; those that are missing are shipped agents. Default none.</summary>
    public IReadOnlyDictionary<string, Func<IAgent>> Opponents { get; init; } = new Dictionary<string, Func<IAgent>>();
}
