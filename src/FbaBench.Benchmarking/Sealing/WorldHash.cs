namespace FbaBench;

/// <summary>What tells a world apart: digest of its definition, and state hash before the first day, which the seed is part of.</summary>
internal readonly record struct WorldHash(string Definition, string InitialState)
{
    /// <exception cref="Exception">Whatever the scenario threw, or what is wrong with the definition.</exception>
    public static WorldHash Of(IScenario scenario, WorldSeed seed)
    {
        var definition = PlannedWorlds.Define(scenario, seed);
        return new(DefinitionDigest.Of(definition).ToString(), Simulation.Create(definition, seed).Hash.ToString());
    }
}
