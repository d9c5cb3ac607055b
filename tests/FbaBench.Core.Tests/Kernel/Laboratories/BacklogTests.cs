using CsCheck;
using static FbaBench.Tests.Kernel.Laboratories.ShelfWorld;

namespace FbaBench.Tests.Kernel.Laboratories;

public sealed class BacklogTests
{
    private static readonly LaboratoryDefinition Drawn = new()
    {
        Demand = DemandSource.Poisson,
        Shortage = ShortageRule.Backlog,
        CarryingCost = new(3),
        ShortagePenalty = new(7),
    };

    [Fact]
    public void Who_waits_is_served_from_the_next_stock_before_the_day_s_demand_at_the_price_of_that_day()
    {
        var simulation = TestWorlds.Start(Of(Table(5) with { CarryingCost = new(3), ShortagePenalty = new(7) }));
        simulation.Step([Do(new SetPrice(Shelf, new(1_000)), new PlaceOrder(Shelf, new(0), 2))]);
        Assert.Equal((0, 3, 2, 3), (See(simulation).UnitsOnHand, See(simulation).UnitsBacklogged, See(simulation).UnitsYesterday, See(simulation).LostYesterday));
        Assert.Equal(3 * 7, simulation.Books(new(0)).Balance(Account.Refunds).Cents);

        // 4 units come: the three who waited, then one of today's five, all at today's price.
        simulation.Step([Do(new SetPrice(Shelf, new(800)), new PlaceOrder(Shelf, new(0), 4))]);
        Assert.Equal((0, 4, 4, 4), (See(simulation).UnitsOnHand, See(simulation).UnitsBacklogged, See(simulation).UnitsYesterday, See(simulation).LostYesterday));
        Assert.Equal((5, 4 * 800), (See(simulation).SessionsYesterday, See(simulation).RevenueYesterday.Cents));
        Assert.Equal((3 + 4) * 7, simulation.Books(new(0)).Balance(Account.Refunds).Cents);

        simulation.Step([Do(new PlaceOrder(Shelf, new(0), 12))]);
        Assert.Equal((3, 0), (See(simulation).UnitsOnHand, See(simulation).UnitsBacklogged));
        Assert.Equal(3 * 3, simulation.Books(new(0)).Balance(Account.StorageFees).Cents);
        Assert.Equal(0, simulation.Summary(new(0)).UnitsLost);
        Assert.Equal(15, simulation.Summary(new(0)).UnitsSold);
    }

    [Fact]
    public void Who_waits_at_a_closed_listing_is_not_served_and_pays_penalties_until_it_opens()
    {
        var simulation = TestWorlds.Start(Of(Table(5, 5, 0) with { ShortagePenalty = new(7) }));
        simulation.Step([Do(new SetPrice(Shelf, new(1_000)))]);
        simulation.Step([Do(new CloseOffer(Shelf), new PlaceOrder(Shelf, new(0), 9))]);
        Assert.Equal((9, 5, 0), (See(simulation).UnitsOnHand, See(simulation).UnitsBacklogged, See(simulation).UnitsYesterday));
        Assert.Equal(2 * 5 * 7, simulation.Books(new(0)).Balance(Account.Refunds).Cents);
        simulation.Step([Do(new SetPrice(Shelf, new(1_000)))]);
        Assert.Equal((4, 0, 5), (See(simulation).UnitsOnHand, See(simulation).UnitsBacklogged, See(simulation).UnitsYesterday));
    }

    /// <summary>Wanted ever = sold + waiting + lost, the books balance and the state is the same after fork, save and load.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Demand_is_conserved_books_balance_and_copies_go_on_alike()
    {
        Gen.Select(Gen.ULong, Gen.Int[0, 9].Array[60], Gen.Int[0, 6]).Sample(
            (seed, orders, lead) =>
            {
                var world = Of(Drawn with { OrderFixedCost = new(11) }, lead: lead, days: 60);
                var simulation = TestWorlds.Start(world, seed);
                long wanted = 0;
                for (var day = 0; day < orders.Length; day++)
                {
                    simulation.Step([Day(day, orders[day])]);
                    wanted += See(simulation).SessionsYesterday;
                    var summary = simulation.Summary(new(0));
                    Assert.Equal(wanted, summary.UnitsSold + See(simulation).UnitsBacklogged + summary.UnitsLost);
                    Assert.True(day == orders.Length - 1 || summary.UnitsLost == 0);
                    Assert.True(See(simulation).UnitsBacklogged == 0 || See(simulation).UnitsOnHand == 0);
                    Assert.Equal(0, simulation.Books(new(0)).TrialBalance.Cents);
                    if (day == 30)
                    {
                        Same(simulation, world, orders);
                    }
                }

                Assert.Equal(0, See(simulation).UnitsBacklogged);
                while (!simulation.IsOver)
                {
                    simulation.Step([]);
                }

                Assert.Equal(simulation.Books(new(0)).NetIncome, simulation.Gain(new(0)));
                Assert.Equal(orders.Count(units => units > 0) * 11, simulation.Books(new(0)).Balance(Account.InboundPlacementFees).Cents);
            },
            iter: 40);

        static SeatDecision Day(int day, int units) => Do([.. day == 0 ? [new SetPrice(Shelf, new(1_000))] : Array.Empty<Command>(), .. units > 0 ? [new PlaceOrder(Shelf, new(0), units)] : Array.Empty<Command>()]);

        static void Same(Simulation simulation, WorldDefinition world, int[] orders)
        {
            using var stream = new MemoryStream();
            simulation.Save(stream);
            stream.Position = 0;
            var (loaded, forked, original) = (Simulation.Load(stream, world), simulation.Fork(), simulation.Fork());
            Assert.Equal(simulation.Hash, loaded.Hash);
            for (var day = 31; day < orders.Length; day++)
            {
                loaded.Step([Day(day, orders[day])]);
                forked.Step([Day(day, orders[day])]);
                original.Step([Day(day, orders[day])]);
            }

            Assert.Equal((original.Hash, original.EventHash), (loaded.Hash, loaded.EventHash));
            Assert.Equal((original.Hash, original.EventHash), (forked.Hash, forked.EventHash));
        }
    }

    [Fact]
    public void The_backlog_is_part_of_the_state_s_hash()
    {
        var served = TestWorlds.Start(Of(Drawn, days: 30));
        served.Step([Do(new SetPrice(Shelf, new(1_000)))]);
        var before = served.Hash;
        Assert.True(See(served).UnitsBacklogged > 0);
        served.State.Backlog[0]++;
        Assert.NotEqual(before, served.Hash);
    }

    [Fact]
    public void Other_worlds_have_no_words_for_it()
    {
        var ordinary = TestWorlds.Start(TestWorlds.Mugs());
        Assert.Equal((0, 0), (ordinary.State.Backlog.Length, ordinary.State.DemandNoise.Length));
        var lost = TestWorlds.Start(Of(Drawn with { Shortage = ShortageRule.Lost }));
        Assert.Equal(lost.StateBytes + 8, TestWorlds.Start(Of(Drawn)).StateBytes);
    }

    /// <summary>Lead 0 is there at the end of the command phase, lead L before the commands of the day L later.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Goods_arrive_before_the_commands_of_the_day_their_lead_time_later(int lead)
    {
        var simulation = TestWorlds.Start(Of(Table(0), lead: lead));
        simulation.Step([Do(new PlaceOrder(Shelf, new(0), 6), new Liquidate(Shelf, 1))]);
        Assert.Equal(1, simulation.Summary(new(0)).Refusals);
        for (var day = 1; day < lead; day++)
        {
            Assert.Equal((0, 6), (See(simulation).UnitsOnHand, See(simulation).UnitsInbound));
            simulation.Step([Do(new Liquidate(Shelf, 1))]);
            Assert.Equal(1 + day, simulation.Summary(new(0)).Refusals);
        }

        simulation.Step([Do(new Liquidate(Shelf, 1))]);
        Assert.Equal(Math.Max(1, lead), simulation.Summary(new(0)).Refusals);
        Assert.Equal((5, 0), (See(simulation).UnitsOnHand, See(simulation).UnitsInbound));
    }

    [Fact]
    public void An_order_costs_its_fixed_cost_once_and_a_refused_one_nothing()
    {
        var simulation = TestWorlds.Start(Of(Table(0) with { OrderFixedCost = new(640) }));
        simulation.Step([Do(new PlaceOrder(Shelf, new(0), 6), new PlaceOrder(Shelf, new(0), 1), new PlaceOrder(Shelf, new(7), 1))]);
        Assert.Equal(2 * 640, simulation.Books(new(0)).Balance(Account.InboundPlacementFees).Cents);
        Assert.Equal(2, simulation.Events.ToArray().Count(item => item is { Kind: EventKind.OrderFixedCost, Amount.Cents: 640 }));
    }

    [Fact]
    public void A_warm_day_with_a_backlog_allocates_nothing()
    {
        var simulation = TestWorlds.Start(Of(Drawn with { OrderFixedCost = new(5) }, lead: 3));
        SeatDecision[] decisions = [Do(new PlaceOrder(Shelf, new(0), 5), new SetPrice(Shelf, new(1_000)))];
        for (var day = 0; day < 100; day++)
        {
            simulation.Step(decisions);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var day = 0; day < 100; day++)
        {
            simulation.Step(decisions);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
