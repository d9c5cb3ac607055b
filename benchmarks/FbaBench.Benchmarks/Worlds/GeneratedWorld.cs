using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>
/// Worlds of any size: niches of ten listings, two of them the seat's own. On day 0 every own offer is priced and an order is
/// placed for it; after that nobody decides. The opening stock lasts for the year.
/// </summary>
internal static class GeneratedWorld
{
    private const int OwnPerNiche = 2;
    private const int RivalsPerNiche = 8;
    private const int OpeningStock = 2_000;
    private const int OrderedUnits = 500;
    private const double Conversion = 0.12;

    /// <summary>Orders of the median product of the shipped scenario first-year.</summary>
    private const double OrdersPerListing = 2.5;

    private static readonly Money Price = Money.Dollars(24.99m);

    public static PlayedWorld Of(int niches)
    {
        var listings = niches * (OwnPerNiche + RivalsPerNiche);
        var name = string.Create(CultureInfo.InvariantCulture, $"{listings:N0} listings");
        var definition = new WorldDefinition("generated", new SimDate(2025, 1, 15), Days: 365, Money.Dollars(10_000 * niches), [.. Enumerable.Range(1, niches).Select(Niche)])
        {
            Limits = new KernelLimits { CommandsPerDay = 10_000 },
        };
        var seed = new WorldSeed(1);
        var simulation = Simulation.Create(definition, seed);
        var decisions = new SeatDecision[simulation.TotalDays][];
        Array.Fill(decisions, []);
        decisions[0] = [new(new Seat(0), new Decision([.. simulation.Observe(new Seat(0)).Offers.SelectMany(Open)]))];
        return new(name, definition, seed, decisions);
    }

    /// <summary>A scenario of such worlds: prices and demand of niches, and the sellers' opening stock of about two months, differ by seed.</summary>
    public static IScenario Scenario(int niches, int days) => new Generated(niches, days);

    private static IEnumerable<Command> Open(OfferObservation offer) =>
        [new SetPrice(offer.Id, offer.ReferencePrice), new PlaceOrder(offer.Id, offer.BestQuote.Supplier, OrderedUnits)];

    private static NicheDefinition Niche(int number) =>
        new(FormattableString.Invariant($"niche-{number:D4}"), OrdersPerListing * (OwnPerNiche + RivalsPerNiche) / Conversion, -2.6)
        {
            ReferenceConversion = Conversion,
            Products = [.. Enumerable.Range(1, OwnPerNiche).Select(Product)],
            Rivals = [.. Enumerable.Range(1, RivalsPerNiche).Select(Rival)],
        };

    private static ProductDefinition Product(int number) =>
        new(FormattableString.Invariant($"product-{number}"), "home_kitchen", Price)
        {
            Size = new Dimensions(9, 4, 4),
            WeightPounds = 0.9,
            OpeningReviews = 100,
            OpeningVelocity = 1,
            ReturnRate = 0.07,
            OpeningStock = OpeningStock,
            OpeningUnitCost = Money.Dollars(6),
            Suppliers = [new SupplierDefinition("factory", [new PriceStep(OrderedUnits, Money.Dollars(4))]) { InboundPerUnit = Money.Dollars(2) }],
        };

    private static RivalDefinition Rival(int number) =>
        new(FormattableString.Invariant($"rival-{number}"), Price, number % 2 == 0 ? RivalPolicy.Hold : RivalPolicy.Follow);

    private sealed class Generated(int niches, int days) : IScenario
    {
        private const int OpeningUnits = 200;

        public string Name => "generated";

        public WorldDefinition Define(WorldSeed world)
        {
            var random = new Random((int)(world.Value % int.MaxValue));
            return new WorldDefinition(Name, new SimDate(2025, 1, 15), days, Money.Dollars(10_000 * niches), [.. Enumerable.Range(1, niches).Select(number => Drawn(Niche(number), random))]);
        }

        private static NicheDefinition Drawn(NicheDefinition niche, Random random)
        {
            var price = Money.Dollars(Math.Round(15 + (25 * (decimal)random.NextDouble()), 2));
            return niche with
            {
                SessionsPerDay = niche.SessionsPerDay * (0.5 + random.NextDouble()),
                Products = [.. niche.Products.Select(product => product with { ReferencePrice = price, OpeningStock = OpeningUnits })],
                Rivals = [.. niche.Rivals.Select(rival => rival with { Ceiling = price })],
            };
        }
    }
}
