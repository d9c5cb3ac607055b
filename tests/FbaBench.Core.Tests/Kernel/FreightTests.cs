namespace FbaBench.Tests.Kernel;

/// <summary>Routes, their prices by day, disruptions, duty and tariffs.</summary>
public sealed class FreightTests
{
    private static readonly Seat Me = new(0);

    [Theory]
    [InlineData(FreightMode.Sea, 9, 33, 60)]
    [InlineData(FreightMode.Air, 9, 5, 15)]
    [InlineData(FreightMode.Express, 9, 3, 7)]
    public void An_order_pays_its_route_when_ready_and_travels_its_days(FreightMode mode, int production, int shortest, int longest)
    {
        var simulation = Start(World() with { Freight = Steady });
        var quote = simulation.Observe(Me).Offers[0].Quotes[0];
        var (freight, ready, arrived) = Ship(simulation, mode);
        Assert.Equal(quote.Routes.Single(route => route.Mode == mode).Cost(Info(simulation), 500, Steady.PriceByMonth[0]), freight);
        Assert.Equal(production, ready);
        Assert.InRange(arrived - ready, shortest, longest);
    }

    [Fact]
    public void The_first_route_is_the_quoted_one()
    {
        var sea = Ship(Start(World()), FreightMode.Sea);
        Assert.Equal(sea, Ship(Start(World()), FreightMode.Quoted));
        Assert.NotEqual(sea, Ship(Start(World()), FreightMode.Air));
    }

    [Fact]
    public void A_route_that_is_not_offered_is_refused_with_those_that_are()
    {
        var world = World();
        world = Change(world, factory => factory with { Routes = [FreightRoute.Sea, FreightRoute.Express] });
        var simulation = Start(world);
        var offer = simulation.Observe(Me).Offers[0].Id;
        Play(simulation, new PlaceOrder(offer, new(0), 500, FreightMode.Air), new PlaceOrder(offer, new(1), 10, FreightMode.Sea));
        var refusals = simulation.Observe(Me).Refusals;
        Assert.Equal([RefusalReason.FreightNotOffered, RefusalReason.FreightNotOffered], refusals.Select(refusal => refusal.Reason));
        Assert.Equal("Command 0: the supplier does not ship by air; choose sea or express, or leave freight out for sea.", refusals[0].Message);
        Assert.Equal("Command 1: the supplier does not ship by sea; it delivers by itself, leave freight out.", refusals[1].Message);
        Assert.Empty(simulation.Observe(Me).OpenOrders);
    }

    /// <summary>Part of a container never costs more than a container.</summary>
    [Fact]
    public void Sea_freight_rises_with_units_up_to_the_price_of_containers()
    {
        var route = new RouteQuote(FreightMode.Sea, FreightRoute.Sea.Rates, 65, 120);
        var box = Product(12, 5);
        var costs = Enumerable.Range(1, 6_000).Select(units => route.Cost(box, units).Cents).ToArray();
        Assert.All(costs.Zip(costs.Skip(1)), pair => Assert.True(pair.Second >= pair.First));

        // A cubic foot is 0.0283168466 cubic metres: 1,000 of them are 28.3168466 at 103.50 dollars, beyond what a container costs.
        Assert.Equal(29_308, costs[99]);
        Assert.Equal(250_000, costs[999]);
        Assert.Equal(250_000, costs[1_998]);
        Assert.Equal(500_000, costs[3_998]);
        Assert.InRange(costs[2_009], 250_001, 260_000);
    }

    /// <summary>A hundred units of 0.125 cubic feet are 0.35396 cubic metres and count for 58.99 kilograms; of 20 pounds each they weigh 907.18.</summary>
    [Theory]
    [InlineData(0.1, 35_397)]
    [InlineData(20, 544_311)]
    public void Air_freight_takes_the_larger_of_weight_and_volume(double pounds, long cents) =>
        Assert.Equal(cents, new RouteQuote(FreightMode.Air, FreightRoute.Air.Rates, 30, 40).Cost(Product(6, pounds), 100).Cents);

    /// <summary>Duty and tariff of the day of arrival, on the goods' price; they become part of the stock's cost.</summary>
    [Theory]
    [InlineData(FreightMode.Express, 0.285)] // before the tariff of 4 March
    [InlineData(FreightMode.Sea, 0.485)] // between it and that of 10 April
    public void Goods_pay_the_duty_of_the_day_on_which_they_arrive(FreightMode mode, double share)
    {
        var simulation = Start(World() with { Freight = Steady with { Tariffs = [new("china", new(2025, 3, 4), 0.2), new("china", new(2025, 4, 10), 1.45), new("mexico", new(2025, 1, 1), 3)] } });
        Play(simulation, new PlaceOrder(simulation.Observe(Me).Offers[0].Id, new(0), 500, mode));
        var goods = Money.Dollars(2.90m) * 500;
        Assert.Equal((long)Math.Round(0.285 * goods.Cents), simulation.Observe(Me).OpenOrders[0].Charges.Cents - simulation.Observe(Me).Offers[0].Quotes[0].Routes.Single(route => route.Mode == mode).Cost(Info(simulation), 500, Steady.PriceByMonth[0]).Cents);
        Money duty = default;
        while (duty == Money.Zero)
        {
            simulation.Step([]);
            duty = Posted(simulation, TransferReason.Duty);
        }

        Assert.Equal((long)Math.Round(share * goods.Cents), duty.Cents);
        Assert.Contains(simulation.Events.ToArray(), item => item.Kind == EventKind.Customs && item.Units == 500 && item.Amount == duty);
        Assert.Equal(goods + simulation.Observe(Me).Offers[0].Quotes[0].Routes.Single(route => route.Mode == mode).Cost(Info(simulation), 500, Steady.PriceByMonth[0]) + duty, simulation.Books(Me).Balance(Account.Inventory));
    }

    /// <summary>Cash that does not cover a duty leaves a due, which ends the business like any other.</summary>
    [Fact]
    public void Duty_beyond_cash_is_advanced_and_falls_due()
    {
        var world = Change(World(), factory => factory with { DutyShare = 1 }) with { Cash = Money.Dollars(1_600), Freight = Steady with { Tariffs = [new("china", new(2025, 1, 15), 4)] } };
        var simulation = Start(world);
        Play(simulation, new PlaceOrder(simulation.Observe(Me).Offers[0].Id, new(0), 500));
        while (Posted(simulation, TransferReason.DutyAdvanced) == Money.Zero)
        {
            Assert.True(simulation.Day < 100);
            simulation.Step([]);
        }

        Assert.Equal(Money.Dollars(2.90m) * 500 * 5, Posted(simulation, TransferReason.Duty) + Posted(simulation, TransferReason.DutyAdvanced));
        Assert.True(simulation.Observe(Me).UnpaidDues > Money.Zero);
        for (var day = 0; day < 5; day++)
        {
            simulation.Step([]);
        }

        Assert.NotNull(simulation.Summary(Me).InsolventDay);
        Assert.Equal(0, Enum.GetValues<CashHolder>().Sum(holder => simulation.CashHeldBy(holder).Cents));
    }

    [Fact]
    public void A_disruption_makes_a_mode_dear_and_slow_and_leaves_the_others()
    {
        var calm = World() with { Freight = Steady };
        var rough = World() with { Freight = Steady with { Disruptions = [new(FreightMode.Sea, new(2025, 1, 15), new(2025, 12, 31), 3, 1.25)] } };
        var before = Ship(Start(calm), FreightMode.Sea);
        var after = Ship(Start(rough), FreightMode.Sea);
        Assert.Equal(before.Freight.Cents * 3.0, after.Freight.Cents, 1.0);
        Assert.Equal((before.Arrived - before.Ready) * 1.25, after.Arrived - after.Ready, 0.5);
        Assert.Equal(Ship(Start(calm), FreightMode.Air), Ship(Start(rough), FreightMode.Air));
        Assert.Equal([3 * Steady.PriceByMonth[0], Steady.PriceByMonth[0], Steady.PriceByMonth[0]], Start(rough).Observe(Me).Freight.Select(mode => mode.PriceFactor));
        Assert.Equal([1.25, 1, 1], Start(rough).Observe(Me).Freight.Select(mode => mode.TransitFactor));
    }

    /// <summary>However slow, goods that are shipped arrive before accounts are settled.</summary>
    [Fact]
    public void Goods_shipped_on_the_last_day_arrive_before_the_settlement()
    {
        var world = World(days: 12) with { Freight = Steady with { Disruptions = [new(FreightMode.Sea, new(2025, 1, 15), new(2025, 12, 31), 1, 3)] } };
        var simulation = Start(world);
        Play(simulation, new PlaceOrder(simulation.Observe(Me).Offers[0].Id, new(0), 500));
        while (!simulation.IsOver)
        {
            simulation.Step([]);
        }

        Assert.Equal(Money.Zero, simulation.Books(Me).Balance(Account.Inventory));
    }

    /// <summary>Over forty worlds and a year: mean 1 with the months taken out, and the deviation of a day's change as the terms have it.</summary>
    [Fact]
    public void Prices_wander_around_the_usual_ones()
    {
        var (logs, changes) = (new List<double>(), new List<double>());
        for (ulong seed = 0; seed < 40; seed++)
        {
            var simulation = TestWorlds.Start(World(days: 365) with { Niches = [World().Niches[0]] }, seed);
            var before = double.NaN;
            for (var day = 0; day < 200; day++)
            {
                simulation.Step([]);
                var today = simulation.Observe(Me);
                var price = today.Freight[1].PriceFactor / new FreightTerms().PriceByMonth[today.Date.Month - 1];
                logs.Add(price);
                changes.Add(double.IsNaN(before) ? 0 : Math.Log(price / before));
                before = price;
            }
        }

        // Deviation of the mean: 0.133 with an effective sample of about 80.
        Assert.InRange(logs.Average(), 0.94, 1.06);
        Assert.InRange(Math.Sqrt(changes.Average(change => change * change)), 0.0195, 0.0205);
    }

    [Fact]
    public void A_world_whose_suppliers_deliver_has_no_freight()
    {
        var today = TestWorlds.Start(TestWorlds.Mugs()).Observe(Me);
        Assert.Empty(today.Freight);
        Assert.Empty(today.Tariffs);
        var quote = today.Offers[0].Quotes[0];
        Assert.Equal(quote.LandedCost(500), today.LandedCost(today.Offers[0].Info, quote, 500));
        Assert.Throws<ArgumentException>(() => today.LandedCost(today.Offers[0].Info, quote, 500, FreightMode.Air));
    }

    [Fact]
    public void Landed_cost_of_today_is_what_an_order_ends_at_when_nothing_changes()
    {
        var simulation = Start(World() with { Freight = Steady with { Tariffs = [new("china", new(2025, 1, 15), 0.1)] } });
        var today = simulation.Observe(Me);
        var expected = today.LandedCost(today.Offers[0].Info, today.Offers[0].Quotes[0], 500, FreightMode.Express);
        Play(simulation, new PlaceOrder(today.Offers[0].Id, new(0), 500, FreightMode.Express));
        while (simulation.Observe(Me).Offers[0].UnitsOnHand == 0)
        {
            simulation.Step([]);
        }

        Assert.Equal(expected.Cents, simulation.Observe(Me).Offers[0].LandedCost.Cents, 1.0);
    }

    [Theory]
    [InlineData("mode", "Quoted is no way to travel")]
    [InlineData("twice", "stands twice")]
    [InlineData("duty", "dutyShare (needs routes)")]
    [InlineData("container", "containerCubicMetres")]
    [InlineData("months", "priceByMonth mean")]
    [InlineData("disruption", "is after the last day")]
    [InlineData("tariff", "tariff of 2025-03-04 share")]
    public void A_definition_that_cannot_be_is_refused(string what, string message)
    {
        var world = World();
        world = what switch
        {
            "mode" => Change(world, factory => factory with { Routes = [FreightRoute.Sea with { Mode = FreightMode.Quoted }] }),
            "twice" => Change(world, factory => factory with { Routes = [FreightRoute.Sea, FreightRoute.Sea] }),
            "duty" => Change(world, factory => factory with { Routes = [] }),
            "container" => Change(world, factory => factory with { Routes = [FreightRoute.Sea with { Rates = FreightRoute.Sea.Rates with { ContainerCubicMetres = 0 } }] }),
            "months" => world with { Freight = Steady with { PriceByMonth = [.. Enumerable.Repeat(1.1, 12)] } },
            "disruption" => world with { Freight = Steady with { Disruptions = [new(FreightMode.Air, new(2025, 3, 4), new(2025, 3, 3), 2, 1)] } },
            _ => world with { Freight = Steady with { Tariffs = [new("china", new(2025, 3, 4), -0.1)] } },
        };
        Assert.Contains(message, Assert.Throws<WorldDefinitionException>(() => Start(world)).Message, StringComparison.Ordinal);
    }

    private static FreightTerms Steady { get; } = new() { DailyVolatility = 0 };

    /// <summary>Empty shelves, goods ready after nine days, fees off: what moves is freight.</summary>
    private static WorldDefinition World(int days = 150) => Change(
        TestWorlds.Mugs(days, openingStock: 0) with { Fees = FeePolicy.None },
        factory => TestWorlds.Abroad(factory) with { Production = new(9, 0, 9, 9), Receiving = new(0, 0, 0, 0) });

    private static WorldDefinition Change(WorldDefinition world, Func<SupplierDefinition, SupplierDefinition> change) => world with
    {
        Niches = [.. world.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => product with { Suppliers = [change(product.Suppliers[0]), .. product.Suppliers.Skip(1)] })] })],
    };

    private static Simulation Start(WorldDefinition world) => TestWorlds.Start(world);

    private static void Play(Simulation simulation, params Command[] commands) => simulation.Step([new(Me, new(commands))]);

    /// <summary>Orders 500 units on the first day: freight, the day they were ready, the day they were sellable.</summary>
    private static (Money Freight, int Ready, int Arrived) Ship(Simulation simulation, FreightMode mode)
    {
        var offer = simulation.Observe(Me).Offers[0];
        var goods = offer.Quotes[0].UnitPrice(500) * 500;
        Play(simulation, new PlaceOrder(offer.Id, new(0), 500, mode));
        var (freight, ready) = (Money.Zero, -1);
        while (true)
        {
            Assert.True(simulation.Day < 150);
            simulation.Step([]);
            foreach (var item in simulation.Events)
            {
                (freight, ready) = item.Kind == EventKind.OrderReady ? (item.Amount + offer.Quotes[0].Deposit(500) - goods, simulation.Day - 1) : (freight, ready);
                if (item.Kind == EventKind.OrderReceived)
                {
                    return (freight, ready, simulation.Day - 1);
                }
            }
        }
    }

    private static OfferInfo Info(Simulation simulation) => simulation.Observe(Me).Offers[0].Info;

    private static OfferInfo Product(double side, double pounds) => Info(Start(World() with
    {
        Niches = [TestWorlds.MugNiche() with { Products = [TestWorlds.Product("box", 20, 0) with { Size = new(side, side, side), WeightPounds = pounds }] }],
    }));

    private static Money Posted(Simulation simulation, TransferReason reason) =>
        simulation.Transfers.ToArray().Where(transfer => transfer.Reason == reason).Aggregate(Money.Zero, (sum, transfer) => sum + transfer.Amount);
}
