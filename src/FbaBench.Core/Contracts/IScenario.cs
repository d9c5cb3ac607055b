namespace FbaBench;

/// <summary>
/// A scenario: a recipe for worlds. It returns data; none of its code runs during a simulation. The same seed must give the same definition.
/// </summary>
public interface IScenario
{
    /// <summary>Name of the scenario: see <see cref="EntityName"/>.</summary>
    string Name { get; }

    /// <summary>The world for a seed.</summary>
    WorldDefinition Define(WorldSeed world);
}
