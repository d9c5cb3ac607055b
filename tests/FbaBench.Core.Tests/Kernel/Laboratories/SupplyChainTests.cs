using CsCheck;
using static FbaBench.Tests.Kernel.Laboratories.ShelfWorld;

namespace FbaBench.Tests.Kernel.Laboratories;

public sealed class SupplyChainTests
{
    private static LaboratoryDefinition Chain(double[] demand, int mail = 1, int shipping = 2, int opening = 0) => Table(demand) with
    {
        CarryingCost = new(50),
        ShortagePenalty = new(100),
        SupplyChain = new() { MailDays = mail, ShippingDays = shipping, OpeningUnitsPerDay = opening },
    };

    private static SeatDecision Order(int seat, int units) => new(new(seat), new([new PlaceOrder(new(seat), new(0), units)]));

    private static (int Stock, int Backlog, int Inbound) At(Simulation simulation, int seat) =>
        (See(simulation, seat).UnitsOnHand, See(simulation, seat).UnitsBacklogged, See(simulation, seat).UnitsInbound);

    [Fact]
    public void An_order_is_a_day_in_the_mail_ships_as_stock_allows_and_arrives_two_days_later()
    {
        var simulation = TestWorlds.Start(Of(Chain([0]), stock: 5, lead: 2, seats: 2));
        simulation.Step([Order(0, 8)]);
        Assert.Equal(((5, 0, 8), (5, 0, 0)), (At(simulation, 0), At(simulation, 1)));

        // Day 1: it has arrived; five are shipped, three wait. The next order to the supplier takes its two days.
        simulation.Step([Order(1, 9)]);
        Assert.Equal(((5, 0, 8), (0, 3, 9)), (At(simulation, 0), At(simulation, 1)));
        Assert.Contains(simulation.Events.ToArray(), item => item is { Kind: EventKind.StageShipped, Seat.Index: 1, Units: 5, Detail: 0, Amount.Cents: 50 });
        Assert.Equal([OrderStage.InProduction, OrderStage.InTransit], simulation.Observe(new(0)).OpenOrders.Select(order => order.Stage));

        simulation.Step([]);
        simulation.Step([]);

        // Day 3: the five are there, and so are the supplier's nine, of which three go on.
        Assert.Equal(((10, 0, 3), (6, 0, 0)), (At(simulation, 0), At(simulation, 1)));
        simulation.Step([]);
        simulation.Step([]);
        Assert.Equal(((13, 0, 0), (6, 0, 0)), (At(simulation, 0), At(simulation, 1)));
        Assert.Equal(8, simulation.Summary(new(1)).UnitsSold);
    }

    [Fact]
    public void The_buyer_pays_the_quoted_price_at_shipment_and_the_stage_above_receives_it()
    {
        var simulation = TestWorlds.Start(Of(Chain([0]) with { CarryingCost = Money.Zero, ShortagePenalty = Money.Zero }, stock: 5, lead: 2, seats: 2, cost: 30));
        var before = simulation.Books(new(0)).Balance(Account.Cash);
        simulation.Step([Order(0, 8)]);
        Assert.Equal(before, simulation.Books(new(0)).Balance(Account.Cash));
        simulation.Step([]);
        Assert.Equal(-5 * 30, (simulation.Books(new(0)).Balance(Account.Cash) - before).Cents);
        Assert.Equal(5 * 30, (simulation.Books(new(1)).Balance(Account.Cash) - before).Cents);
        Assert.Equal(-5 * 30, simulation.Books(new(1)).Balance(Account.Sales).Cents);
        Assert.Equal(5 * 30, simulation.Books(new(1)).Balance(Account.CostOfGoodsSold).Cents);
        Assert.Equal(10 * 30, simulation.Books(new(0)).Balance(Account.Inventory).Cents);
        Assert.Equal(0, simulation.CashHeldBy(CashHolder.Suppliers).Cents);
    }

    [Fact]
    public void A_buyer_without_cash_is_not_served_and_owes_nothing()
    {
        var world = Of(Chain([0]) with { CarryingCost = Money.Zero }, stock: 5, seats: 2, cost: 30) with { Cash = new(100) };
        var simulation = TestWorlds.Start(world);
        simulation.Step([Order(0, 4)]);
        simulation.Step([]);
        Assert.Equal(((5, 0, 4), (5, 4, 0)), (At(simulation, 0), At(simulation, 1)));
        Assert.Equal(100, simulation.Books(new(0)).Balance(Account.Cash).Cents);
    }

    [Fact]
    public void Every_day_of_every_lag_can_hold_units_at_the_start()
    {
        var simulation = TestWorlds.Start(Of(Chain([4], mail: 2, shipping: 3, opening: 4), stock: 12, lead: 2, seats: 3));
        Assert.Equal((12, 0, (2 + 3) * 4), At(simulation, 0));
        Assert.Equal((12, 0, (2 + 3) * 4), At(simulation, 1));
        Assert.Equal((12, 0, 2 * 4), At(simulation, 2));

        // In equilibrium with four a day, nothing moves.
        for (var day = 0; day < 20; day++)
        {
            simulation.Step([new(new(0), new([new SetPrice(Shelf, new(1_000)), new PlaceOrder(new(0), new(0), 4)])), Order(1, 4), Order(2, 4)]);
            Assert.Equal(((12, 0, 20), (12, 0, 20), (12, 0, 8)), (At(simulation, 0), At(simulation, 1), At(simulation, 2)));
        }

        Assert.Equal(20 * 12 * 50, simulation.Books(new(1)).Balance(Account.StorageFees).Cents);
        Assert.Equal(0, simulation.Books(new(1)).Balance(Account.Refunds).Cents);
    }

    /// <summary>Under any orders: units neither appear nor vanish, books balance, run-off settles, and copies go on alike.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Goods_and_money_are_conserved_along_the_chain()
    {
        Gen.Select(Gen.Int[0, 12].Array[3].Array[40], Gen.Int[0, 3], Gen.Int[1, 4], Gen.Double[0, 1]).Sample(
            (orders, mail, shipping, deposit) =>
            {
                var world = Of(Chain([5, 9, 2, 7], mail, shipping, opening: 3), stock: 10, lead: 2, seats: 3, days: 40);
                world = world with { Limits = new KernelLimits { LotsPerOffer = 200 }, Niches = [world.Niches[0] with { Products = [Deposit(world.Niches[0].Products[0], deposit)] }] };
                var simulation = TestWorlds.Start(world);
                var produced = 0L;
                for (var day = 0; day < orders.Length; day++)
                {
                    var decisions = Decisions(day, orders[day]);
                    produced += orders[day][2];
                    var copy = simulation.Fork();
                    simulation.Step(decisions);
                    copy.Step(decisions);
                    Assert.Equal(simulation.Hash, copy.Hash);
                    if (day < orders.Length - 1)
                    {
                        // On shelves, shipped or in production; what waits in an order is a wish, not a good.
                        var goods = Enumerable.Range(0, 3).Sum(seat => At(simulation, seat).Stock) + OnTheirWay(simulation);
                        Assert.Equal((3 * 10) + (3 * ((2 * shipping) + 2)) + produced, goods + simulation.Summary(new(0)).UnitsSold);
                    }
                }

                while (!simulation.IsOver)
                {
                    simulation.Step([]);
                }

                for (var seat = 0; seat < 3; seat++)
                {
                    Assert.Equal(0, simulation.Books(new(seat)).TrialBalance.Cents);
                    var opening = 10 + (3 * (seat == 2 ? 2 : shipping));
                    Assert.Equal(simulation.Books(new(seat)).NetIncome.Cents + (opening * 10), simulation.Gain(new(seat)).Cents);
                }

                Assert.Equal(0, Enum.GetValues<CashHolder>().Sum(holder => simulation.CashHeldBy(holder).Cents));
            },
            iter: 40);

        static ProductDefinition Deposit(ProductDefinition product, double share) => product with { Suppliers = [product.Suppliers[0] with { DepositShare = share }] };

        static SeatDecision[] Decisions(int day, int[] units) =>
        [
            .. units.Select((count, seat) => new SeatDecision(new(seat), new(
            [
                .. day == 0 && seat == 0 ? [new SetPrice(Shelf, new(1_000))] : Array.Empty<Command>(),
                .. count > 0 ? [new PlaceOrder(new(seat), new(0), count)] : Array.Empty<Command>(),
            ]))),
        ];

        static int OnTheirWay(Simulation simulation)
        {
            var sum = 0;
            for (var slot = 0; slot < simulation.State.LotUnits.Length; slot++)
            {
                sum += simulation.State.LotStates[slot] is (int)World.LotState.InTransit or (int)World.LotState.InProduction ? simulation.State.LotUnits[slot] : 0;
            }

            return sum;
        }
    }

    [Fact]
    public void A_warm_day_of_a_chain_allocates_nothing()
    {
        var simulation = TestWorlds.Start(Of(Chain([5]), stock: 20, lead: 2, seats: 2));
        SeatDecision[] decisions = [new(new(0), new([new SetPrice(Shelf, new(1_000)), new PlaceOrder(new(0), new(0), 5)])), Order(1, 5)];
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
