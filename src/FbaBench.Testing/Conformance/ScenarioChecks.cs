namespace FbaBench;

/// <summary>The checks of <see cref="ScenarioConformance"/>.</summary>
internal sealed class ScenarioChecks(Func<IScenario> make, ScenarioConformanceOptions options, CancellationToken cancellationToken)
{
    private readonly WorldSeed[] _seeds = [.. Enumerable.Range(0, options.Worlds).Select(world => WorldSeed.OfExperiment(options.Seed, world))];

    public async Task<ConformanceReport> RunAsync()
    {
        var suite = new Suite("scenario", cancellationToken);
        await suite.RunAsync("name", "has one name, and its opponents have names", Named).ConfigureAwait(false);
        await suite.RunAsync("defines", "defines worlds of its name, a seat for each opponent and one more", () => _ = Definitions(make())).ConfigureAwait(false);
        await suite.RunAsync("valid", "every definition can be simulated", Valid).ConfigureAwait(false);
        await suite.RunAsync("repeatable", "the same seed gives the same definition, from another instance and in another order", Repeatable).ConfigureAwait(false);
        await suite.RunAsync("culture", "defines the same under a culture with a decimal comma", CultureAsync).ConfigureAwait(false);
        await suite.RunAsync("concurrent", "one instance defines the same on several threads at once", ConcurrentAsync).ConfigureAwait(false);
        await suite.RunAsync("differs", options.HasOneDefinition ? "worlds of one definition come to something else" : "other seeds give other definitions", DiffersAsync).ConfigureAwait(false);
        await suite.RunAsync("round-trip", "a definition that was written and read is the same", RoundTrip).ConfigureAwait(false);
        await suite.RunAsync("plays", "is played to its end by who does nothing and by who trades at random", PlaysAsync).ConfigureAwait(false);
        await suite.RunAsync("reproducible", "played again it comes to the same", ReproducibleAsync).ConfigureAwait(false);
        await suite.RunAsync("saves", "a world that was saved and loaded half way comes to the same", SavesAsync).ConfigureAwait(false);
        return suite.Report;
    }

    private void Named()
    {
        var (first, second) = (make(), make());
        Suite.Need(first is not null && second is not null, "the factory returned null");
        Suite.Need(EntityName.IsValid(first!.Name), $"'{first.Name}' cannot name a scenario; use {EntityName.Rule}");
        Suite.Need(first.Name == second!.Name, $"two instances are named '{first.Name}' and '{second.Name}'; use one name");
        Suite.Need(first.Opponents is not null && first.Opponents.All(EntityName.IsValid), $"an opponent has no name; use {EntityName.Rule}");
        Suite.Need(first.Opponents!.SequenceEqual(second.Opponents), "two instances have other opponents; name the same ones");
        var unknown = first.Opponents!.FirstOrDefault(name => !options.Opponents.ContainsKey(name) && !ShippedAgents.Names.Contains(name));
        Suite.Need(unknown is null, $"the opponent '{unknown}' is no shipped agent; give its factory in ScenarioConformanceOptions.Opponents");
    }

    private void Valid()
    {
        foreach (var (seed, definition) in _seeds.Zip(Definitions(make())))
        {
            definition.Validate();
            _ = Simulation.Create(definition, seed);
        }
    }

    private void Repeatable()
    {
        var scenario = make();
        var first = Digests(Definitions(scenario));
        Same(first, Digests(Definitions(make())), "another instance");
        Same(first, [.. Digests([.. _seeds.Reverse().Select(seed => PlannedWorlds.Define(scenario, seed))]).Reverse()], "the same instance, asked again in another order,");
    }

    private async Task CultureAsync() => Same(
        Digests(Definitions(make())),
        await OtherCulture.RunAsync(() => Task.FromResult(Digests(Definitions(make())))).ConfigureAwait(false),
        "under a culture with a decimal comma the scenario");

    /// <summary>Threads of their own that set out together: on the pool one might do all the work.</summary>
    private async Task ConcurrentAsync()
    {
        const int threads = 4;
        var scenario = make();
        var expected = Digests(Definitions(make()));
        using var start = new Barrier(threads);
        var asked = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var found = new StateHash[_seeds.Length];
                for (var i = 0; i < found.Length; i++)
                {
                    start.SignalAndWait(cancellationToken);
                    found[i] = Try(scenario, _seeds[i]);
                }

                return found;
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray();
        foreach (var found in await Task.WhenAll(asked).ConfigureAwait(false))
        {
            Same(expected, found, "while several threads asked, the scenario");
        }
    }

    /// <summary>One that throws must not keep the others waiting.</summary>
    private static StateHash Try(IScenario scenario, WorldSeed seed)
    {
        try
        {
            return DefinitionDigest.Of(PlannedWorlds.Define(scenario, seed));
        }
        catch (Exception)
        {
            // No definition has this digest: the check says that it is another one.
            return default;
        }
    }

    private async Task DiffersAsync()
    {
        var digests = Digests(Definitions(make()));
        if (!options.HasOneDefinition)
        {
            Suite.Need(digests.Distinct().Count() == digests.Length, "two seeds have one definition; draw what is to differ from the seed (world.Uniform, world.LogNormal), or say so with HasOneDefinition");
            return;
        }

        Suite.Need(digests.Distinct().Count() == 1, "definitions differ, and HasOneDefinition says that they do not");
        var ends = new HashSet<StateHash>();
        foreach (var seed in _seeds)
        {
            ends.Add((await PlayedAsync(seed, new RandomValid()).ConfigureAwait(false)).EventHash);
        }

        Suite.Need(ends.Count == _seeds.Length, "two worlds come to the same to the bit: nothing in them is drawn");
    }

    private void RoundTrip()
    {
        foreach (var definition in Definitions(make()))
        {
            var written = DefinitionJson.Write(definition);
            var read = DefinitionJson.Read(written);
            Suite.Need(DefinitionDigest.Of(read) == DefinitionDigest.Of(definition) && DefinitionJson.Write(read).AsSpan().SequenceEqual(written), "a definition that was written and read is another one");
        }
    }

    private async Task PlaysAsync()
    {
        foreach (var seed in _seeds)
        {
            await PlayedAsync(seed, new DoNothing()).ConfigureAwait(false);
            await PlayedAsync(seed, new RandomValid()).ConfigureAwait(false);
        }
    }

    private async Task ReproducibleAsync()
    {
        var (first, second) = (await PlayedAsync(_seeds[0], new RandomValid()).ConfigureAwait(false), await PlayedAsync(_seeds[0], new RandomValid()).ConfigureAwait(false));
        Suite.Need(first == second, "played again the world comes to another end; an opponent that is not deterministic does that, or a definition that is changed while it is played");
    }

    private async Task SavesAsync()
    {
        var definition = PlannedWorlds.Define(make(), _seeds[0]);
        var world = Simulation.Create(definition, _seeds[0]);
        var half = definition.Days / 2;
        while (!world.IsOver && world.Day < half)
        {
            world.Step([]);
        }

        using var file = new MemoryStream();
        world.Save(file);
        file.Position = 0;
        var loaded = Simulation.Load(file, PlannedWorlds.Define(make(), _seeds[0]));
        await Task.Run(
            () =>
            {
                while (!world.IsOver)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    world.Step([]);
                    loaded.Step([]);
                }
            },
            cancellationToken).ConfigureAwait(false);
        Suite.Need(loaded.Hash == world.Hash && loaded.EventHash == world.EventHash, $"saved and loaded on day {half} it comes to another end");
    }

    private async Task<(StateHash Hash, StateHash EventHash)> PlayedAsync(WorldSeed seed, IAgent agent)
    {
        var scenario = make();
        var definition = PlannedWorlds.Define(scenario, seed);
        var session = SimulationSession.Start(definition, seed).Seat(PlayedTrace.Seat, agent);
        await using var owned = session.ConfigureAwait(false);
        for (var i = 0; i < scenario.Opponents.Count; i++)
        {
            session.Seat(new(i + 1), Opponent(scenario.Opponents[i]));
        }

        while (!session.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
        }

        return (session.Hash, session.EventHash);
    }

    private IAgent Opponent(string name) => options.Opponents.TryGetValue(name, out var factory) ? factory() : ShippedAgents.Factory(name)();

    private WorldDefinition[] Definitions(IScenario scenario) => [.. _seeds.Select(seed => PlannedWorlds.Define(scenario, seed))];

    private static StateHash[] Digests(IReadOnlyList<WorldDefinition> definitions) => [.. definitions.Select(DefinitionDigest.Of)];

    private void Same(StateHash[] expected, StateHash[] found, string who)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Suite.Need(expected[i] == found[i], $"{who} defines world {i} (seed {_seeds[i]}) otherwise; Define may depend on the seed alone");
        }
    }
}
