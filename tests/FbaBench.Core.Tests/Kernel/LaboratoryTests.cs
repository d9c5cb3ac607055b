using FbaBench.Market;

namespace FbaBench.Tests.Kernel;

public sealed class LaboratoryTests
{
    private static readonly OfferId Shelf = new(0);

    /// <summary>One listing without fees, seasons, returns, lead times: only what the switches bring.</summary>
    private static WorldDefinition World(LaboratoryDefinition switches, double sessions = 50, int seats = 1) =>
        new("lab", new SimDate(2025, 1, 15), 400, Money.Dollars(1_000_000), [Niche(sessions)])
        {
            Seats = seats,
            Laboratory = true,
            LaboratorySwitches = switches with { Search = false, Reviews = false, Suppression = false },
            Fees = FeePolicy.None,
        };

    private static NicheDefinition Niche(double sessions) => new("shelf", sessions, -2)
    {
        FactorVariance = 0,
        NestSigma = 0,
        OrderSizes = [1, 0, 0],
        ReferenceConversion = 0.5,
        Segments = [new("all", 1, 1, 1)],
        Products =
        [
            new ProductDefinition("item", "home_kitchen", new(1_000))
            {
                Size = new(1, 1, 1),
                WeightPounds = 1,
                ReturnRate = 0,
                Suppliers =
                [
                    new SupplierDefinition("source", [new(1, new(10))])
                    {
                        InboundPerUnit = Money.Zero,
                        DepositShare = 0,
                        Production = new(0, 0, 0, 0),
                        Transit = new(0, 0, 0, 0),
                        Receiving = new(0, 0, 0, 0),
                    },
                ],
            },
        ],
    };

    private static LaboratoryDefinition Expected(DemandSource source, int scale = 1) => new()
    {
        Demand = source,
        Draws = DemandDraws.Expected,
        QuantityScale = scale,
        Shortage = ShortageRule.Lost,
        SettlementDelay = false,
        DemandDeviation = source == DemandSource.Normal ? 5 : 0,
    };

    private static Simulation Day(WorldDefinition world, int units, long price = 1_000, ulong seed = 7)
    {
        var simulation = TestWorlds.Start(world, seed);
        simulation.Step([new(new(0), new([.. Orders(units), new SetPrice(Shelf, new(price))]))]);
        return simulation;
    }

    private static Command[] Orders(int units) => units == 0 ? [] : [new PlaceOrder(Shelf, new(0), units)];

    [Fact]
    public void Carrying_cost_and_penalty_are_posted_for_units_left_and_units_lost()
    {
        var switches = Expected(DemandSource.Poisson) with { CarryingCost = new(3), ShortagePenalty = new(7) };
        var left = Day(World(switches), units: 60).Books(new(0));
        Assert.Equal(10 * 3, left.Balance(Account.StorageFees).Cents);
        Assert.Equal(0, left.Balance(Account.Refunds).Cents);

        var simulation = Day(World(switches), units: 41);
        var lost = simulation.Books(new(0));
        Assert.Equal(0, lost.Balance(Account.StorageFees).Cents);
        Assert.Equal(9 * 7, lost.Balance(Account.Refunds).Cents);
        Assert.Equal(9, simulation.Observe(new(0)).Offers[0].LostYesterday);
        Assert.Equal(41, simulation.Observe(new(0)).Offers[0].UnitsYesterday);
        Assert.Contains(simulation.Events.ToArray(), item => item is { Kind: EventKind.ShortagePenalty, Units: 9, Amount.Cents: 63 });
        Assert.Equal((41 * 1_000) - 63, simulation.Observe(new(0)).Available.Cents);
    }

    [Fact]
    public void Standing_demand_reaches_an_open_listing_without_stock_and_no_closed_one()
    {
        var switches = Expected(DemandSource.Poisson) with { ShortagePenalty = new(7) };
        Assert.Equal(50 * 7, Day(World(switches), units: 0).Books(new(0)).Balance(Account.Refunds).Cents);
        var closed = TestWorlds.Start(World(switches));
        closed.Step([]);
        Assert.Equal(0, closed.Books(new(0)).Balance(Account.Refunds).Cents);
    }

    [Theory]
    [InlineData(DemandSource.Poisson, 50, 7.0710678)]
    [InlineData(DemandSource.Normal, 50, 5)]
    [InlineData(DemandSource.Isoelastic, 12.5, 3.5355339)]
    [InlineData(DemandSource.Choice, 0.8993105, 0.9483198)]
    public void Drawn_demand_has_its_mean_and_deviation(DemandSource source, double mean, double deviation)
    {
        var world = World(Expected(source) with { Draws = DemandDraws.On });
        const int days = 4_000;
        var sales = new double[days];
        for (var start = 0; start < days; start += 400)
        {
            var simulation = TestWorlds.Start(world, (ulong)start);
            for (var day = 0; day < 400; day++)
            {
                simulation.Step([new(new(0), new([new PlaceOrder(Shelf, new(0), 120), new SetPrice(Shelf, new(2_000)), .. Rest(simulation)]))]);
                sales[start + day] = simulation.Observe(new(0)).Offers[0].UnitsYesterday;
            }
        }

        Assert.InRange(sales.Average(), mean - (4 * deviation / Math.Sqrt(days)), mean + (4 * deviation / Math.Sqrt(days)));
        var spread = Math.Sqrt(sales.Sum(units => (units - mean) * (units - mean)) / days);
        Assert.InRange(spread / deviation, 0.95, 1.06);
    }

    /// <summary>Yesterday's rest goes, so that lots never run out.</summary>
    private static Command[] Rest(Simulation simulation) =>
        simulation.Observe(new(0)).Offers[0].UnitsOnHand is > 0 and var units ? [new Liquidate(Shelf, units)] : [];

    [Fact]
    public void Expected_choice_sells_the_share_of_the_logit_on_the_scale()
    {
        // Two sellers, one at the reference price, one a unit of money above: weights ½ and ½ e^-1.5, odds 1.
        var switches = Expected(DemandSource.Choice, scale: 1_000_000) with { PriceSensitivity = 1.5, MoneyScale = 1_000 };
        var simulation = TestWorlds.Start(World(switches, sessions: 1, seats: 2));
        simulation.Step([Ask(0, 1_000), Ask(1, 2_000)]);
        var other = 0.5 * Math.Exp(-1.5);
        Assert.Equal(1e6 * 0.5 / (1 + 0.5 + other), simulation.Observe(new(0)).Offers[0].UnitsYesterday, 0.51);
        Assert.Equal(1e6 * other / (1 + 0.5 + other), simulation.Observe(new(1)).Offers[0].UnitsYesterday, 0.51);

        SeatDecision Ask(int seat, long cents) => new(new(seat), new([new PlaceOrder(new(seat), new(0), 1_000_000), new SetPrice(new(seat), new(cents))]));
    }

    [Fact]
    public void Isoelastic_demand_falls_with_the_power_of_the_price()
    {
        var world = World(Expected(DemandSource.Isoelastic, scale: 10_000), sessions: 1);
        Assert.Equal(2_500, Day(world, 20_000, price: 2_000).Observe(new(0)).Offers[0].UnitsYesterday);
        Assert.Equal(10_000, Day(world, 20_000, price: 1_000).Observe(new(0)).Offers[0].UnitsYesterday);
    }

    [Fact]
    public void Flat_fees_are_charged_by_unit_and_shown_before()
    {
        var switches = Expected(DemandSource.Poisson) with { Fees = new(0.15, new(350)) };
        var simulation = Day(World(switches), units: 50, price: 1_003);
        var books = simulation.Books(new(0));
        Assert.Equal(50 * 150, books.Balance(Account.ReferralFees).Cents);
        Assert.Equal(50 * 350, books.Balance(Account.FulfilmentFees).Cents);
        Assert.Equal((150, 350), (simulation.Observe(new(0)).Offers[0].ReferralFee.Cents, simulation.Observe(new(0)).Offers[0].FulfilmentFee.Cents));
        Assert.Equal(50 * (1_003 - 500), simulation.Observe(new(0)).Available.Cents);
    }

    [Fact]
    public void Without_insolvency_dues_wait_without_a_fee()
    {
        var switches = Expected(DemandSource.Poisson) with { CarryingCost = new(1_000_000), Insolvency = false };
        var world = World(switches) with { Cash = new(100_000), Account = new AccountTerms { PayoutEveryDays = 1, InsolventAfterDays = 1 } };
        var poor = Day(world, units: 60);
        poor.Step([]);
        Assert.True(poor.Observe(new(0)).IsTrading);
        Assert.True(poor.Observe(new(0)).UnpaidDues > Money.Zero);
        Assert.Equal(0, poor.Books(new(0)).Balance(Account.LateFees).Cents);
        var ordinary = Day(world with { LaboratorySwitches = switches with { Insolvency = true } }, units: 60);
        Assert.False(ordinary.Observe(new(0)).IsTrading);
    }

    [Fact]
    public void A_laboratory_runs_to_its_settlement_with_books_in_balance()
    {
        var switches = Expected(DemandSource.Normal, scale: 100) with { Draws = DemandDraws.On, CarryingCost = new(1), ShortagePenalty = new(2) };
        var simulation = TestWorlds.Start(World(switches));
        while (!simulation.IsOver)
        {
            simulation.Step([new(new(0), new([new PlaceOrder(Shelf, new(0), 5_100), new SetPrice(Shelf, new(500))]))]);
        }

        Assert.True(simulation.Summary(new(0)).UnitsLost > 0);
        Assert.Equal(0, simulation.Books(new(0)).TrialBalance.Cents);
        Assert.Equal(simulation.Books(new(0)).NetIncome, simulation.Gain(new(0)));
    }

    [Fact]
    public void A_laboratory_is_in_the_written_definition_and_other_worlds_have_no_trace_of_it()
    {
        var world = World(Expected(DemandSource.Normal) with { Fees = new(0.15, new(350)), PriceSensitivity = null });
        var read = DefinitionJson.Read(DefinitionJson.Write(world));
        Assert.Equal(world.LaboratorySwitches, read.LaboratorySwitches);
        Assert.Equal(DefinitionDigest.Of(world), DefinitionDigest.Of(read));
        Assert.NotEqual(DefinitionDigest.Of(world), DefinitionDigest.Of(World(Expected(DemandSource.Normal))));
        Assert.DoesNotContain("laboratorySwitches", System.Text.Encoding.UTF8.GetString(DefinitionJson.Write(TestWorlds.Mugs())), StringComparison.Ordinal);
    }

    [Fact]
    public void Switches_that_are_all_ordinary_change_no_bit()
    {
        var ordinary = TestWorlds.Start(TestWorlds.Mugs() with { Laboratory = true });
        var switched = TestWorlds.Start(TestWorlds.Mugs() with { Laboratory = true, LaboratorySwitches = new() });
        TestWorlds.Play(ordinary, 60);
        TestWorlds.Play(switched, 60);
        Assert.Equal((ordinary.Hash, ordinary.EventHash), (switched.Hash, switched.EventHash));
    }

    [Theory]
    [InlineData(DemandSource.Normal)]
    [InlineData(DemandSource.Poisson)]
    [InlineData(DemandSource.Isoelastic)]
    public void Standing_demand_never_falls_when_its_mean_rises(DemandSource source)
    {
        var laboratory = Expected(source, scale: 10) with { Draws = DemandDraws.On };
        for (var draw = 1; draw < 200; draw++)
        {
            var last = 0;
            for (var mean = 0.0; mean < 60; mean += 0.37)
            {
                var units = StandingDemand.Units(laboratory, mean, draw / 200.0);
                Assert.True(units >= last, $"{source}: {units} after {last} at mean {mean}");
                last = units;
            }
        }
    }

    [Fact]
    public void A_warm_day_of_a_laboratory_allocates_nothing()
    {
        var simulation = Day(World(Expected(DemandSource.Normal) with { Draws = DemandDraws.On, CarryingCost = new(1), ShortagePenalty = new(1) }), units: 1_000);
        SeatDecision[] decisions = [new(new(0), new([new PlaceOrder(Shelf, new(0), 50)]))];
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

    public static TheoryData<string, WorldDefinition> Wrong()
    {
        var choice = Expected(DemandSource.Choice);
        return new()
        {
            { "laboratorySwitches: they need laboratory: true", World(choice) with { Laboratory = false, Niches = TestWorlds.Mugs().Niches } },
            { "laboratorySwitches.demand: 99 is unknown", World(choice with { Demand = (DemandSource)99 }) },
            { "laboratorySwitches.draws: 99 is unknown", World(choice with { Draws = (DemandDraws)99 }) },
            { "laboratorySwitches.shortage: 99 is unknown", World(choice with { Shortage = (ShortageRule)99 }) },
            { "laboratorySwitches.demandDeviation: 0 is outside", World(Expected(DemandSource.Normal) with { DemandDeviation = 0 }) },
            { "laboratorySwitches.demandDeviation: 3 is outside 0 to 0", World(choice with { DemandDeviation = 3 }) },
            { "laboratorySwitches.quantityScale: 0", World(choice with { QuantityScale = 0 }) },
            { "laboratorySwitches.moneyScale: NaN", World(choice with { MoneyScale = double.NaN }) },
            { "laboratorySwitches.shortagePenalty (cents): 1 is outside 0 to 0", World(new() { ShortagePenalty = new(1) }) },
            { "laboratorySwitches.carryingCost (cents): -1", World(choice with { CarryingCost = new(-1) }) },
            { "laboratorySwitches.priceSensitivity: it is of the choice model", World(Expected(DemandSource.Poisson) with { PriceSensitivity = 1 }) },
            { "laboratorySwitches.priceSensitivity: 0 is outside", World(choice with { PriceSensitivity = 0 }) },
            { "laboratorySwitches.fees: they need fees: none", World(choice with { Fees = new(0.1, Money.Zero) }) with { Fees = FeePolicy.Published } },
            { "laboratorySwitches.fees.referralShare: 1 is outside", World(choice with { Fees = new(1, Money.Zero) }) },
            { "laboratorySwitches.fees.fulfilmentPerUnit (cents): -1", World(choice with { Fees = new(0.1, new(-1)) }) },
            { "laboratorySwitches.shortage: only drawn demand of the choice model", World(choice with { Shortage = ShortageRule.Rechoice }) },
            { "laboratorySwitches.settlementDelay: off needs returnRate 0", Returning(World(choice)) },
            { "laboratorySwitches.draws: expected demand has orders of one unit", World(choice) with { Niches = [Niche(1) with { OrderSizes = [0.5, 0.5, 0] }] } },
            { "laboratorySwitches: mean units a day of niche 'shelf': 5000000", World(choice with { Draws = DemandDraws.On, QuantityScale = 100_000 }) },
            { "with settlementDelay: 5000000", World(choice with { SettlementDelay = true, QuantityScale = 100_000 }) },
        };

        static WorldDefinition Returning(WorldDefinition world) =>
            world with { Niches = [world.Niches[0] with { Products = [world.Niches[0].Products[0] with { ReturnRate = 0.1 }] }] };
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_switches_are_refused_with_what_would_be_right(string expected, WorldDefinition world) =>
        Assert.Contains(expected, Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(world)).Message, StringComparison.Ordinal);
}
