namespace FbaBench;

/// <summary>
/// The worlds of a plan. A world is defined once and kept while its episodes are played, so that all agents meet the very same
/// one whatever a scenario's code does and share what never changes of it, then let go: a thousand definitions need not fit into
/// memory. One that is needed again must come out the same.
/// </summary>
internal sealed class PlannedWorlds
{
    private readonly BenchmarkPlan _plan;
    private readonly Lazy<WorldDefinition>?[] _worlds;
    private readonly Lazy<PreparedWorld>?[] _prepared;
    private readonly string?[] _digests;

    public PlannedWorlds(BenchmarkPlan plan)
    {
        _plan = plan;
        _worlds = new Lazy<WorldDefinition>?[plan.Scenarios.Count * plan.Worlds];
        _prepared = new Lazy<PreparedWorld>?[_worlds.Length];
        _digests = new string?[_worlds.Length];
    }

    /// <exception cref="Exception">Whatever the scenario threw.</exception>
    public WorldDefinition Of(int scenario, int world)
    {
        var index = (scenario * _plan.Worlds) + world;
        var kept = Volatile.Read(ref _worlds[index]);
        if (kept is null)
        {
            var made = new Lazy<WorldDefinition>(() => DefineAgain(index));
            kept = Interlocked.CompareExchange(ref _worlds[index], made, null) ?? made;
        }

        return kept.Value;
    }

    /// <summary>A world made ready, once for all its episodes.</summary>
    /// <exception cref="Exception">Whatever the scenario threw, or what is wrong with the definition.</exception>
    public PreparedWorld Prepared(int scenario, int world)
    {
        var index = (scenario * _plan.Worlds) + world;
        var kept = Volatile.Read(ref _prepared[index]);
        if (kept is null)
        {
            var made = new Lazy<PreparedWorld>(() => PreparedWorld.Of(Of(scenario, world)));
            kept = Interlocked.CompareExchange(ref _prepared[index], made, null) ?? made;
        }

        return kept.Value;
    }

    /// <summary>Digest of a world's definition.</summary>
    public string Digest(int scenario, int world)
    {
        _ = Of(scenario, world);
        return _digests[(scenario * _plan.Worlds) + world]!;
    }

    /// <summary>Lets a world go, its digest aside. The definition of world 0 stays: a report shows it.</summary>
    public void Release(int scenario, int world)
    {
        Volatile.Write(ref _prepared[(scenario * _plan.Worlds) + world], null);
        if (world != 0)
        {
            Volatile.Write(ref _worlds[(scenario * _plan.Worlds) + world], null);
        }
    }

    /// <summary>World 0 of each scenario, or the one that was checked when the scenario was added where world 0 cannot be defined.</summary>
    public IReadOnlyList<WorldDefinition> First() => [.. _plan.Scenarios.Select((scenario, i) =>
    {
        try
        {
            return Of(i, 0);
        }
        catch (Exception)
        {
            // Its episodes are among the failed ones, with this error.
            return Define(scenario, new WorldSeed(0));
        }
    })];

    /// <exception cref="WorldDefinitionException">The definition is missing, has another name than its scenario, or seats that nobody plays.</exception>
    public static WorldDefinition Define(IScenario scenario, WorldSeed seed)
    {
        var definition = scenario.Define(seed) ?? throw new WorldDefinitionException($"The scenario '{scenario.Name}' returned no definition for seed {seed}.");
        if (definition.Name != scenario.Name)
        {
            throw new WorldDefinitionException($"name: the scenario '{scenario.Name}' returned a world named '{definition.Name}'; use the scenario's name.");
        }

        return definition.Seats == 1 + scenario.Opponents.Count
            ? definition
            : throw new WorldDefinitionException($"seats: the scenario '{scenario.Name}' has {definition.Seats} for seed {seed} and names {Figures.Count(scenario.Opponents.Count, "opponent")}; the agent under test plays seat 0 and an opponent each other one, so that seats are 1 + opponents.");
    }

    private WorldDefinition DefineAgain(int index)
    {
        var scenario = _plan.Scenarios[index / _plan.Worlds];
        var world = index % _plan.Worlds;
        var definition = Define(scenario, _plan.WorldSeed(index / _plan.Worlds, world));
        var digest = DefinitionDigest.Of(definition).ToString();
        if (_digests[index] is { } before && before != digest)
        {
            throw new WorldDefinitionException($"The scenario '{scenario.Name}' defined world {world} differently when asked again; Define may depend on the seed alone.");
        }

        _digests[index] = digest;
        return definition;
    }
}
