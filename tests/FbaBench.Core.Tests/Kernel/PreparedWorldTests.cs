namespace FbaBench.Tests.Kernel;

public sealed class PreparedWorldTests
{
    [Fact]
    public void Simulations_that_share_a_world_end_as_those_alone_on_any_threads()
    {
        var definition = WholeMarket.World(days: 40);
        var prepared = PreparedWorld.Of(definition);
        var shared = new StateHash[16];
        Parallel.For(0, shared.Length, seed => shared[seed] = Played(prepared.Start(new WorldSeed((ulong)seed))));
        var alone = Enumerable.Range(0, shared.Length).Select(seed => Played(Simulation.Create(definition, new WorldSeed((ulong)seed))));
        Assert.Equal(alone, shared);
        Assert.Equal(shared.Length, shared.Distinct().Count());
    }

    [Fact]
    public async Task A_session_of_a_shared_world_plays_as_one_of_the_definition()
    {
        var definition = TestWorlds.Mugs(days: 10);
        var prepared = PreparedWorld.Of(definition);
        await using var shared = SimulationSession.Start(prepared, new WorldSeed(3));
        await using var alone = SimulationSession.Start(definition, new WorldSeed(3));
        await shared.PlayDayAsync();
        await alone.PlayDayAsync();
        Assert.Equal(alone.Hash, shared.Hash);
        Assert.Equal(alone.EventHash, shared.EventHash);
    }

    [Fact]
    public void Later_changes_of_a_definitions_lists_change_nothing()
    {
        var niches = new List<NicheDefinition>(TestWorlds.Mugs().Niches);
        var prepared = PreparedWorld.Of(TestWorlds.Mugs() with { Niches = niches });
        niches.RemoveAt(1);
        Assert.Equal(2, prepared.Definition.Niches.Count);
        var simulation = prepared.Start(new WorldSeed(1));
        Assert.Same(prepared, simulation.World);
        Assert.Same(prepared, simulation.Fork().World);
        Assert.Equal(prepared.Listings, simulation.Listings);
    }

    private static StateHash Played(Simulation simulation)
    {
        while (simulation.Day < 40)
        {
            simulation.Step([.. Enumerable.Range(0, 2).Select(seat => new SeatDecision(new(seat), WholeMarket.Trade(simulation.Observe(new(seat)))))]);
        }

        return simulation.Hash;
    }
}
