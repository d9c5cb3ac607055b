namespace FbaBench.Tests.Kernel.Observing;

/// <summary>Parts of an observation are worked out when they are read, others serve for many mornings: nobody can tell.</summary>
public sealed class LateReadingTests
{
    private const int Days = 120;
    private static readonly Seat Seat = new(0);

    [Fact]
    public void An_observation_read_after_the_run_is_the_one_read_in_the_morning()
    {
        var kept = new List<(byte[] AtOnce, Observation Late)>();
        WholeMarketRun(simulation => kept.Add((ObservationJson.Write(simulation.Observe(Seat)), simulation.Observe(Seat))));
        Assert.All(kept, morning => Assert.Equal(morning.AtOnce, ObservationJson.Write(morning.Late)));
        Assert.Equal(Days, kept.Count);
    }

    [Fact]
    public void A_world_that_was_observed_every_morning_shows_what_a_fork_shows_that_never_was() =>
        WholeMarketRun(simulation => Assert.Equal(ObservationJson.Write(simulation.Fork().Observe(Seat)), ObservationJson.Write(simulation.Observe(Seat))));

    [Fact]
    public void Other_sellers_stand_in_the_worlds_order_after_the_rivals()
    {
        var world = Simulation.Create(TestWorlds.Mugs(seats: 3), new(5));
        var rivals = world.Definition.Niches.Sum(niche => niche.Rivals.Count);
        string[] seen = [.. world.Observe(new(1)).Competitors.Skip(rivals).Select(other => other.Name)];
        Assert.Equal(["blue-mug@0", "blue-mug@2", "red-mug@0", "red-mug@2", "long-spoon@0", "long-spoon@2"], seen);
    }

    [Fact]
    public void Previews_can_be_changed_one_by_one()
    {
        var fees = Simulation.Create(TestWorlds.Mugs(), new(5)).Observe(Seat).Offers[0].Fees;
        var changed = fees with { Returns = new(Money.Dollars(1), 0.1, 20, 3, Money.Dollars(2)) };
        Assert.Equal(3, changed.Returns.ReturnedOfThisMonth);
        Assert.Equal((fees.LowInventory, fees.AgedInventory), (changed.LowInventory, changed.AgedInventory));
        Assert.Equal(fees, changed with { Returns = fees.Returns });
        Assert.NotEqual(fees, changed);
        Assert.Equal(default, default(FeePreview).LowInventory);
    }

    private static void WholeMarketRun(Action<Simulation> morning)
    {
        var simulation = Simulation.Create(WholeMarket.World(Days), new(11));
        while (simulation.Day < Days)
        {
            morning(simulation);
            simulation.Step([.. Enumerable.Range(0, 2).Select(seat => new SeatDecision(new(seat), WholeMarket.Trade(simulation.Observe(new(seat)))))]);
        }
    }
}
