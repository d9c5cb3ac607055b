namespace FbaBench;

/// <summary>
/// The marketplace on which realism is measured: the calendar year 2025, twenty niches of four categories with ten listings each, and on
/// four of them a shared listing with resellers beside. One private-label product a niche is the seller's; all else are rivals. What market-parameters.json has is
/// taken from it; level, prices and appeals are drawn log-normal by the world's seed.
/// </summary>
internal static class RealismWorld
{
    public const int Days = 365;

    private const int NichesPerCategory = 5;
    private const int RivalsPerNiche = 9;
    private const int Resellers = 4;

    /// <summary>Deviation of log price between niches and within one: together 0.8, in the range 0.6 to 1.2 of price_lognormal_sigma.</summary>
    private const double PriceSd = 0.75;
    private const double PriceSdWithin = 0.25;

    /// <summary>Deviation of log sessions between niches, and of log appeal within one (modelling assumptions: they make the rank law).</summary>
    private const double LevelSd = 0.35;
    private const double AppealSd = 0.3;

    /// <summary>Deviation of quality in logits, and of the log number of reviews (review-count rank-size: Amazon toys sample).</summary>
    private const double QualitySd = 0.5;
    private const double ReviewsSd = 1.0;

    private static readonly (string Category, double ReturnRate)[] Categories =
        [("grocery_gourmet", 0.02), ("toys_games", 0.04), ("home_kitchen", 0.07), ("consumer_electronics", 0.10)];

    // market-parameters.json, seasonality: month_index_generic and us_day_of_week_alternative.
    private static readonly double[] Months = [0.92, 0.88, 0.95, 0.93, 0.95, 0.95, 1.05, 0.95, 0.93, 0.98, 1.25, 1.26];
    private static readonly double[] Weekdays = [1.06, 1.04, 1.02, 1.0, 0.96, 0.93, 0.99];

    public static WorldDefinition Define(WorldSeed world) => new("realism", new SimDate(2025, 1, 1), Days, Money.Dollars(100_000_000), [.. Niches(world)])
    {
        Fees = new FeePolicy(FeeMode.Published, RepeatYear: 2025),
        DealEvents =
        [
            new("prime-day", new SimDate(2025, 7, 8), new SimDate(2025, 7, 11), 2.5),
            new("black-friday-to-cyber-monday", new SimDate(2025, 11, 28), new SimDate(2025, 12, 1), 2.5),
        ],
    };

    private static IEnumerable<NicheDefinition> Niches(WorldSeed world)
    {
        foreach (var (category, returnRate) in Categories)
        {
            for (var i = 0; i < NichesPerCategory; i++)
            {
                yield return Niche(world, $"{category.Replace('_', '-')}-{i + 1}", category, returnRate, hasShared: i == 0);
            }
        }
    }

    private static NicheDefinition Niche(WorldSeed world, string name, string category, double returnRate, bool hasShared)
    {
        var conversion = Months.Select(Math.Sqrt).ToArray();
        var mean = conversion.Average();
        var traffic = Months.Select((index, month) => index / conversion[month]).ToArray();
        var price = Math.Clamp(22 * world.LogNormal(name + "/price", PriceSd), 6, 150);
        return new NicheDefinition(name, Math.Round(220 * world.LogNormal(name + "/level", LevelSd), 2), Elasticity(world, name))
        {
            TrafficByMonth = [.. traffic.Select(value => value / traffic.Average())],
            ConversionByMonth = [.. conversion.Select(value => Odds(value / mean))],
            TrafficByWeekday = Weekdays,
            Products = [Product(world, name, "own", category, returnRate, price), .. hasShared ? [Product(world, name, "shared", category, returnRate, price) with { Shared = true, Appeal = 2 }] : (ProductDefinition[])[]],
            Rivals = [.. Enumerable.Range(0, RivalsPerNiche).Select(i => Rival(world, name, i, price)), .. hasShared ? Enumerable.Range(0, Resellers).Select(i => Reseller(world, name, i, price)) : []],
        };
    }

    /// <summary>The factor on the odds that multiplies a conversion of 0.12 by a factor.</summary>
    private static double Odds(double factor) => factor * 0.88 / (1 - (0.12 * factor));

    private static double Elasticity(WorldSeed world, string name) => Math.Clamp(-2.6 + (0.8 * world.Normal(name + "/elasticity")), -4.5, -1.2);

    private static ProductDefinition Product(WorldSeed world, string niche, string name, string category, double returnRate, double nichePrice)
    {
        var path = niche + "/" + name;
        var price = Cents(nichePrice * (name == "own" ? world.LogNormal(path + "/price", PriceSdWithin) : 1));
        var stock = 60_000;
        return new ProductDefinition(name, category, price)
        {
            Size = new(10, 7, 3),
            WeightPounds = Math.Round(0.5 + (2.4 * world.Uniform(path + "/weight")), 2),
            ReturnRate = returnRate,
            Appeal = world.LogNormal(path + "/appeal", AppealSd),
            Quality = Quality(world, path),
            OpeningReviews = Reviews(world, path),
            OpeningRating = Rating(world, path),
            OpeningVelocity = 1,
            OpeningStock = stock,
            OpeningUnitCost = Cents(price.Cents / 100.0 * 0.22),
            Suppliers = [new SupplierDefinition("factory", [new PriceStep(500, Cents(price.Cents / 100.0 * 0.17))]) { InboundPerUnit = Cents(price.Cents / 100.0 * 0.05) }],
        };
    }

    private static RivalDefinition Rival(WorldSeed world, string niche, int i, double nichePrice)
    {
        var path = $"{niche}/rival-{i + 1}";
        var policies = new[] { RivalPolicy.Hold, RivalPolicy.Hold, RivalPolicy.Follow, RivalPolicy.Undercut, RivalPolicy.Hold, RivalPolicy.Hold, RivalPolicy.Follow, RivalPolicy.Hold, RivalPolicy.Cycle };
        return new RivalDefinition($"rival-{i + 1}", Cents(nichePrice * world.LogNormal(path + "/price", PriceSdWithin)), policies[i])
        {
            Appeal = world.LogNormal(path + "/appeal", AppealSd),
            Quality = Quality(world, path),
            OpeningReviews = Reviews(world, path),
            OpeningRating = Rating(world, path),
            StockOutChance = 0.05,
        };
    }

    /// <summary>Resellers stand within some per cent of each other, as sellers of one page do; one ships itself.</summary>
    private static RivalDefinition Reseller(WorldSeed world, string niche, int i, double nichePrice) =>
        new($"reseller-{i + 1}", Cents(nichePrice * (0.985 + (0.05 * world.Uniform($"{niche}/reseller-{i + 1}")))), i == 0 ? RivalPolicy.Cycle : RivalPolicy.Hold)
        {
            Product = "shared",
            FloorShare = 0.94,
            Fulfilment = i == Resellers - 1 ? FulfilmentChannel.Seller : FulfilmentChannel.Marketplace,
            ExtraDeliveryDays = i == Resellers - 1 ? 2 : 0,
        };

    private static double Quality(WorldSeed world, string path) => Math.Clamp(QualitySd * world.Normal(path + "/quality"), -3, 3);

    private static int Reviews(WorldSeed world, string path) => (int)Math.Round(100 * world.LogNormal(path + "/reviews", ReviewsSd));

    /// <summary>The rating that such a quality comes to.</summary>
    private static double Rating(WorldSeed world, string path)
    {
        var terms = new ReviewTerms();
        var quality = Quality(world, path);
        return ((1 - terms.LateShare) * ReviewStars.Mean(terms, quality, isLate: false)) + (terms.LateShare * ReviewStars.Mean(terms, quality, isLate: true));
    }

    private static Money Cents(double dollars) => new(Math.Max(1, (long)Math.Round(dollars * 100)));
}
