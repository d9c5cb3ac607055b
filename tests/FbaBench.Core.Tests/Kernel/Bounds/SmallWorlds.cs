using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel.Bounds;

/// <summary>Small worlds drawn by number: one or two products in one or two niches, three to six rivals, every mechanism on or off.</summary>
internal static class SmallWorlds
{
    public static WorldDefinition Draw(int number)
    {
        var draws = KeyedDraws.ForWorld(new WorldSeed((ulong)number));
        double Uniform(int purpose) => draws.Uniform(Mechanism.Agent, 77, 0, purpose);
        bool Is(int purpose, double share) => Uniform(purpose) < share;
        var together = Is(0, 0.4);
        var products = Is(1, 0.6) ? 2 : 1;
        var days = 5 + (int)(Uniform(2) * 16);
        var whole = WholeMarket.World(days, seats: 1);
        ProductDefinition Product(int i)
        {
            var cost = 1 + (Uniform(10 + i) * 8);
            var price = cost * (1.8 + (2.4 * Uniform(20 + i)));
            var factory = new SupplierDefinition("factory", [new(20, Money.Dollars(Math.Round((decimal)cost, 2))), new(100, Money.Dollars(Math.Round((decimal)(cost * 0.9), 2)))])
            {
                InboundPerUnit = Money.Dollars(Math.Round((decimal)Uniform(30 + i), 2)),
                Bargain = Is(40 + i, 0.5) ? 0.12 : 0,
                DefectRate = Is(50 + i, 0.5) ? 0.05 : 0,
                Production = new(2, 0.3, 1, 3),
                Transit = new(2, 0.3, 1, 4),
                Receiving = new(1, 0.3, 0, 2),
            };
            var stock = Is(60 + i, 0.7) ? (int)(Uniform(70 + i) * 150) : 0;
            return TestWorlds.Product($"product-{i}", Math.Round((decimal)price, 2), stock) with
            {
                OpeningUnitCost = stock > 0 ? Money.Dollars(Math.Round((decimal)(cost * (0.2 + Uniform(80 + i))), 2)) : Money.Zero,
                ReturnRate = Uniform(90 + i) * 0.25,
                ResellableShare = Uniform(95 + i),
                Suppliers = [Is(55 + i, 0.3) ? TestWorlds.Abroad(factory) : factory, TestWorlds.Product("x", 10, 0).Suppliers[1]],
            };
        }

        NicheDefinition Niche(int i, IReadOnlyList<ProductDefinition> own) => new($"niche-{i}", 10 + (Uniform(100 + i) * 150), -1.6 - (2 * Uniform(110 + i)))
        {
            ReferenceConversion = 0.08 + (0.1 * Uniform(120 + i)),
            Products = own,
            Rivals = [.. Enumerable.Range(0, 5 - own.Count + (int)(Uniform(130 + i) * 3)).Select(r => new RivalDefinition($"rival-{r}", own[0].ReferencePrice * 1, r % 2 == 0 ? RivalPolicy.Follow : RivalPolicy.Hold))],
        };

        ProductDefinition[] all = [.. Enumerable.Range(0, products).Select(Product)];
        var world = whole with
        {
            Name = "small",
            Cash = Money.Dollars(Math.Round((decimal)(500 + (Uniform(3) * 9_500)), 2)),
            Niches = together || products == 1 ? [Niche(0, all)] : [Niche(0, [all[0]]), Niche(1, [all[1]])],
            Account = whole.Account with { RunOffSellingDays = 5, RunOffDays = Enumerable.Range(0, products).Any(i => Is(55 + i, 0.3)) ? 70 : 55 },
            Shocks = [],
            Freight = new(),
            Supply = Is(4, 0.5) ? whole.Supply : new(),
            Adversaries = Is(5, 0.5) ? whole.Adversaries : new(),
            DealEvents = Is(6, 0.5) ? [new("deals", new(2025, 1, 18), new(2025, 1, 20), 2)] : [],
        };
        return Is(7, 0.5) ? world : world with { Market = world.Market with { Advertising = world.Market.Advertising with { TopSlotAttention = 0 } } };
    }

    /// <summary>A laboratory in which the bound leaves no slack: one product, no search, no reviews, no fees, demand by price alone; goods are there on the day they are ordered.</summary>
    public static WorldDefinition Tight(DemandSource demand, int days = 20, int stock = 20_000, Money reservation = default, Money carrying = default) =>
        new("tight", new SimDate(2025, 1, 15), days, Money.Dollars(1_000_000), [Shelf(stock)])
        {
            Laboratory = true,
            Fees = FeePolicy.None,
            LaboratorySwitches = new()
            {
                Demand = demand,
                DemandDeviation = demand == DemandSource.Ar1 ? 3 : 0,
                DemandCorrelation = demand == DemandSource.Ar1 ? 0.6 : 0,
                Search = false,
                Reviews = false,
                Suppression = false,
                Shortage = ShortageRule.Lost,
                SettlementDelay = false,
                ReservationPrice = reservation,
                CarryingCost = carrying,
            },
        };

    private static NicheDefinition Shelf(int stock) => new("shelf", 20, -2)
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
                OpeningStock = stock,
                OpeningUnitCost = stock > 0 ? new(600) : Money.Zero,
                Suppliers = [new SupplierDefinition("local", [new(1, new(600))]) { InboundPerUnit = Money.Zero, DepositShare = 1, Production = new(0, 0, 0, 0), Transit = new(0, 0, 0, 0), Receiving = new(0, 0, 0, 0) }],
            },
        ],
    };
}
