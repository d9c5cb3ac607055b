using FbaBench.Primitives;

namespace FbaBench.Tests;

/// <summary>Small worlds for tests.</summary>
internal static class TestWorlds
{
    public static WorldDefinition Mugs(int days = 120, int seats = 1, int openingStock = 200, double sessions = 400) =>
        new("mugs", new SimDate(2025, 1, 15), days, Money.Dollars(20_000), [MugNiche(openingStock, sessions), SpoonNiche(openingStock)]) { Seats = seats };

    /// <summary>The same world of a seller and products that are no longer new.</summary>
    public static WorldDefinition Established(WorldDefinition world, SimDate? opened = null, SimDate? firstInbound = null) => Each(
        world with { AccountOpened = opened ?? new(2022, 1, 15) },
        product => product with { FirstInbound = firstInbound ?? new(2024, 1, 15) });

    public static WorldDefinition Aged(WorldDefinition world, int days) => Each(world, product => product with { OpeningAgeDays = days });

    private static WorldDefinition Each(WorldDefinition world, Func<ProductDefinition, ProductDefinition> change) =>
        world with { Niches = [.. world.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(change)] })] };

    public static NicheDefinition MugNiche(int openingStock = 200, double sessions = 400) => new("mugs", sessions, -2.6)
    {
        Products = [Product("blue-mug", 18.99m, openingStock), Product("red-mug", 21.99m, 0)],
        Rivals = [Rival("acme", 17.99m), Rival("bold", 19.99m), Rival("calm", 21.49m), Hold("dull", 20.00m)],
    };

    public static NicheDefinition SpoonNiche(int openingStock = 200) => new("spoons", 150, -2.0)
    {
        Products = [Product("long-spoon", 12.49m, openingStock)],
        Rivals = [Rival("acme", 11.99m), Rival("bold", 12.99m), Rival("calm", 13.49m), Hold("dull", 12.00m)],
    };

    public static ProductDefinition Product(string name, decimal price, int openingStock) => new(name, "home_kitchen", Money.Dollars(price))
    {
        Size = new(6, 5, 4),
        WeightPounds = 0.9,
        ReturnRate = 0.07,
        OpeningReviews = 100,
        OpeningVelocity = 1,
        OpeningStock = openingStock,
        OpeningUnitCost = openingStock > 0 ? Money.Dollars(4.50m) : Money.Zero,
        Suppliers =
        [
            new SupplierDefinition("factory", [new(200, Money.Dollars(3.20m)), new(500, Money.Dollars(2.90m))]) { InboundPerUnit = Money.Dollars(1.30m) },
            new SupplierDefinition("local", [new(10, Money.Dollars(6.00m))]) { InboundPerUnit = Money.Zero, DepositShare = 1, Production = new(0, 0, 0, 0), Transit = new(0, 0, 0, 0), Receiving = new(0, 0, 0, 0) },
        ],
    };

    /// <summary>The same world with a factory abroad: three routes, duty, a tariff and a disruption.</summary>
    public static WorldDefinition Abroad(WorldDefinition world) => Each(
        world with
        {
            Freight = new()
            {
                Tariffs = [new("china", new(2025, 3, 4), 0.2), new("china", new(2025, 4, 10), 1.45)],
                Disruptions = [new(FreightMode.Sea, new(2025, 2, 20), new(2025, 3, 31), 2.5, 1.4)],
            },
        },
        product => product with { Suppliers = [Abroad(product.Suppliers[0]), .. product.Suppliers.Skip(1)] });

    public static SupplierDefinition Abroad(SupplierDefinition factory) =>
        factory with { InboundPerUnit = Money.Zero, Origin = "china", DutyShare = 0.285, Routes = [FreightRoute.Sea, FreightRoute.Air, FreightRoute.Express] };

    public static RivalDefinition Rival(string name, decimal ceiling) => new(name, Money.Dollars(ceiling), RivalPolicy.Follow);

    public static RivalDefinition Hold(string name, decimal ceiling) => new(name, Money.Dollars(ceiling), RivalPolicy.Hold);

    public static Simulation Start(WorldDefinition definition, ulong seed = 7) => Simulation.Create(definition, new WorldSeed(seed));

    /// <summary>Prices every offer, reorders on a fixed rhythm: enough to exercise every phase.</summary>
    public static Decision Trade(Observation today, decimal priceFactor = 1m)
    {
        if (!today.IsTrading)
        {
            return Decision.None;
        }

        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            if (today.Day == 0)
            {
                commands.Add(new SetPrice(offer.Id, new((long)(offer.ReferencePrice.Cents * priceFactor))));
            }

            if (offer.UnitsOnHand + offer.UnitsInbound < 150)
            {
                commands.Add(new PlaceOrder(offer.Id, new(0), 200));
            }

            if (today.Day % 50 == 20 && offer.UnitsOnHand > 30)
            {
                commands.Add(new Liquidate(offer.Id, 7));
            }
        }

        return new(commands);
    }

    /// <summary>Plays days with <see cref="Trade"/> on every seat.</summary>
    public static void Play(Simulation simulation, int days, decimal priceFactor = 1m)
    {
        for (var i = 0; i < days && !simulation.IsOver; i++)
        {
            var decisions = new SeatDecision[simulation.Definition.Seats];
            for (var seat = 0; seat < decisions.Length; seat++)
            {
                decisions[seat] = new(new(seat), Trade(simulation.Observe(new(seat)), priceFactor));
            }

            simulation.Step(decisions);
        }
    }

    /// <summary>Commands of every kind, sane and absurd, as a function of key and day.</summary>
    public static Decision Absurd(KeyedDraws draws, Observation today, int count)
    {
        var commands = new Command[count];
        for (var i = 0; i < count; i++)
        {
            commands[i] = AbsurdCommand(draws, today, i);
        }

        return new(commands);
    }

    private static Command AbsurdCommand(KeyedDraws draws, Observation today, int i)
    {
        var bits = draws.Bits(Mechanism.Agent, 1, today.Day, i);
        var offers = today.Offers;
        var offer = bits.X0 % 8 == 0 ? new OfferId((int)(bits.X1 % 200) - 50) : offers[(int)(bits.X1 % (uint)offers.Count)].Id;
        long[] prices = [0, -5, 1, 100_000_000, 100_000_001, long.MaxValue, long.MinValue, 500, 1_299, 2_599, 1_899_000];
        int[] units = [0, -1, 1, 10, 199, 200, 450, 1_000_000_000, int.MaxValue, int.MinValue, 50_000];
        return (bits.X2 % 100) switch
        {
            < 45 => new SetPrice(offer, new(prices[bits.X3 % prices.Length])),
            < 75 => new PlaceOrder(offer, new((int)(bits.X1 % 4) - 1), units[bits.X3 % units.Length], (FreightMode)(bits.X0 % 7) - 1),
            < 85 => new Liquidate(offer, units[bits.X3 % units.Length]),
            < 95 => new CloseOffer(offer),
            < 99 => null!,
            _ => today.Day > 60 && bits.X3 % 50 == 0 ? new CloseBusiness() : new CloseOffer(offer),
        };
    }
}
