namespace FbaBench;

/// <summary>wagner_whitin: least cost of known demand by the recursion; the world plays the file's lots and charges the same.</summary>
internal static class WagnerWhitinKind
{
    private const int MostPeriods = 250;

    /// <summary>Engine units of a lot.</summary>
    private const int MostUnits = 7_000_000;

    /// <summary>Cents of the dearer cost.</summary>
    private const double DearerCents = 1e8;

    /// <summary>Engine units of a unit where demand is no whole number.</summary>
    private const int UnitsPerUnit = 1_000;

    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var costs = new InventoryCosts(fields.Within("h", 1e-6, 1e6), 0, fields.Within("K", 0, 1e9));
        var demand = fields.List("d", 0, 1e6);
        var expected = fields.Double("cost");
        var lots = fields.List("Q", 0, MostUnits);
        fields.RefuseUnread();
        if (demand.Length > MostPeriods || lots.Length != demand.Length)
        {
            throw new ExampleException($"d has {demand.Length} periods and Q {lots.Length}; both need the same number, at most {MostPeriods}.");
        }

        var (cost, best) = WagnerWhitinTheory.Solve(costs, demand);
        entry.Exact("cost", "solver", expected, cost, unit: "money");
        var given = WagnerWhitinTheory.Cost(costs, demand, lots);
        entry.Holds("Q", "solver", given <= cost + (1e-9 * Math.Max(1, cost)), FormattableString.Invariant($"the file's lots cost {(given is { } known ? known.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture) : "nothing that counts: they do not cover demand")}; best are {string.Join(", ", best)}"));
        if (given is not null)
        {
            World(entry, costs, demand, lots, expected);
        }
    }

    private static void World(CertifyEntry entry, InventoryCosts costs, double[] demand, double[] lots, double expected)
    {
        var scale = demand.Concat(lots).All(units => units == Math.Floor(units)) ? 1 : UnitsPerUnit;
        if (lots.Max() * scale > MostUnits)
        {
            throw new ExampleException($"Q has a lot of {lots.Max()} units; allowed are {MostUnits / scale} where demand or a lot is no whole number.");
        }

        var centsPerUnit = Math.Min(DearerCents, 1e13 / Math.Max(costs.Order, 1e-6) * costs.Overage / scale) / costs.Overage;
        var (holding, order) = (Math.Round(costs.Overage * centsPerUnit), Math.Round(costs.Order * centsPerUnit * scale));
        var definition = LaboratoryWorld.World(
            "lots",
            demand.Length,
            Money.Zero,
            seats: 1,
            LaboratoryWorld.Niche(1, [LaboratoryWorld.Product("item", 1, 0)]),
            new KernelLimits { LotsPerOffer = Math.Min(255, demand.Length + 2), UnitsPerOrder = MostUnits },
            new LaboratoryDefinition
            {
                Demand = DemandSource.Table,
                DemandTable = demand,
                QuantityScale = scale,
                CarryingCost = new((long)holding),
                OrderFixedCost = new((long)order),
            });
        var simulation = Simulation.Create(definition, new WorldSeed(entry.Seed));
        var seat = new Seat(0);
        for (var period = 0; period < demand.Length; period++)
        {
            var offer = simulation.Observe(seat).Offers[0];
            var units = (int)Math.Round(lots[period] * scale);
            List<Command> commands = period == 0 ? [new SetPrice(offer.Id, new(1))] : [];
            if (units > 0)
            {
                commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, units));
            }

            simulation.Step([new(seat, new(commands))]);
        }

        var (books, summary) = (simulation.Books(seat), simulation.Summary(seat));
        if (summary.Refusals > 0)
        {
            throw new InvariantException($"The laboratory of lots refused {summary.Refusals} commands of its seat.");
        }

        var cents = books.Balance(Account.StorageFees).Cents + books.Balance(Account.InboundPlacementFees).Cents;
        var rounding = Math.Max(Math.Abs((holding / centsPerUnit / costs.Overage) - 1), costs.Order > 0 ? Math.Abs((order / centsPerUnit / scale / costs.Order) - 1) : 0);
        entry.Exact("cost", "world", expected, cents / centsPerUnit / scale, (rounding * expected) + Unevenness(costs, demand, lots, scale), "money", "the file's lots");

        // With fractions, half an engine unit of a period's demand may lack.
        entry.Holds("Q", "world", summary.UnitsLost <= (scale == 1 ? 0 : demand.Length), $"{summary.UnitsSold} units sold, {summary.UnitsLost} lost");
    }

    /// <summary>What half an engine unit of every period's demand and lot may cost.</summary>
    private static double Unevenness(InventoryCosts costs, double[] demand, double[] lots, int scale) =>
        scale == 1 ? 0 : costs.Overage * demand.Zip(lots).Select((_, period) => (double)(period + 1)).Sum() / scale;
}
