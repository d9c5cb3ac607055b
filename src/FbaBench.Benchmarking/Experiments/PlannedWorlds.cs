namespace FbaBench;

/// <summary>The worlds of a plan, each defined once, so that all agents meet the very same one whatever a scenario's code does.</summary>
internal sealed class PlannedWorlds
{
    private readonly Lazy<WorldDefinition>[] _worlds;
    private readonly int _perScenario;

    public PlannedWorlds(BenchmarkPlan plan)
    {
        _perScenario = plan.Worlds;
        _worlds =
        [
            .. plan.Scenarios.SelectMany(scenario => Enumerable.Range(0, plan.Worlds)
                .Select(world => new Lazy<WorldDefinition>(() => Define(scenario, plan.WorldSeed(world))))),
        ];
    }

    public WorldDefinition Of(int scenario, int world) => _worlds[(scenario * _perScenario) + world].Value;

    /// <exception cref="WorldDefinitionException">The definition is missing, has another name than its scenario, or several seats.</exception>
    public static WorldDefinition Define(IScenario scenario, WorldSeed seed)
    {
        var definition = scenario.Define(seed) ?? throw new WorldDefinitionException($"The scenario '{scenario.Name}' returned no definition for seed {seed}.");
        if (definition.Name != scenario.Name)
        {
            throw new WorldDefinitionException($"name: the scenario '{scenario.Name}' returned a world named '{definition.Name}'; use the scenario's name.");
        }

        return definition.Seats == 1
            ? definition
            : throw new WorldDefinitionException($"seats: the scenario '{scenario.Name}' has {definition.Seats} seats for seed {seed}; a benchmark plays worlds of one seat.");
    }
}
