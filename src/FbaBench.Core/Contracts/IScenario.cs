namespace FbaBench;

/// <summary>
/// A scenario: a recipe for worlds. It returns data; none of its code runs during a simulation. The same seed must give the same definition.
/// </summary>
public interface IScenario
{
    /// <summary>Name of the scenario: see <see cref="EntityName"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Agents on the seats beside the one under test, which is seat 0: seat 1 first, a name for each seat of the world but seat 0. A benchmark takes its own agent of that
    /// name, or else the shipped one. Default: none, for worlds of one seat.
    /// </summary>
    IReadOnlyList<string> Opponents => [];

    /// <summary>The world for a seed.</summary>
    WorldDefinition Define(WorldSeed world);
}
