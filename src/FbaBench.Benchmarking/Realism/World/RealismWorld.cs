namespace FbaBench;

/// <summary>
/// The world in which the stylised facts are measured: the calendar year 2025, four categories of five niches of twelve listings, most of
/// them rivals'. Every parameter stands at or around its default of market-parameters.json and inside its range; what differs between worlds is
/// drawn by seed and path.
/// </summary>
internal static class RealismWorld
{
    public const int Days = 365;
    public const string PrimeDay = "prime-day";
    public const string CyberWeek = "cyber-week";

    /// <summary>Orders a day of a niche, and the log deviation between niches: modelling assumptions.</summary>
    private const double OrdersPerDay = 42;
    private const double LevelSd = 0.25;

    /// <summary>The prior of private-label studies (calibration: −2.6, sd 0.8), within its range.</summary>
    private const double ElasticityMean = -2.6;
    private const double ElasticitySd = 0.8;
    private const double ElasticityLow = -4.5;
    private const double ElasticityHigh = -1.2;
    private const double Conversion = 0.12;
    private const double MonthSd = 0.06;

    /// <summary>Median prices of the niches of a category against its own; with <see cref="RealismOffers.PriceSd"/> within a niche the log deviation in a category is about 0.93.</summary>
    private static readonly double[] PriceLevels = [0.45, 0.7, 1, 1.4, 2.2];

    /// <summary>Generic sales by month (market-parameters.json, seasonality/month_index_generic).</summary>
    private static readonly double[] MonthIndex = [0.92, 0.88, 0.95, 0.93, 0.95, 0.95, 1.05, 0.95, 0.93, 0.98, 1.25, 1.26];

    /// <summary>Sales by weekday, Monday first (seasonality/day_of_week_index_mon_sun).</summary>
    private static readonly double[] WeekdayIndex = [1.16, 1.10, 1.07, 1.06, 1.01, 0.78, 0.82];

    public static WorldDefinition Define(WorldSeed world)
    {
        var niches = RealismCategory.All.SelectMany(category => Enumerable.Range(0, PriceLevels.Length).Select(place => Niche(world, category, place)));
        return new WorldDefinition("realism", new SimDate(2025, 1, 1), Days, Money.Dollars(5_000_000), [.. niches])
        {
            AccountOpened = new SimDate(2022, 1, 1),

            // 2.5 times an ordinary day: seasonality/prime_day_multiplier and black_friday_cyber_monday_multiplier.
            DealEvents =
            [
                new(PrimeDay, new SimDate(2025, 7, 8), new SimDate(2025, 7, 11), 2.5),
                new(CyberWeek, new SimDate(2025, 11, 28), new SimDate(2025, 12, 1), 2.5),
            ],
            Sources = "Levels, prices, sizes and appeals of the realism world are modelling assumptions; all else follows market-parameters.json.",
        };
    }

    private static NicheDefinition Niche(WorldSeed world, RealismCategory category, int place)
    {
        var name = $"{category.Name}-{place + 1}";
        var months = ToMeanOne(MonthIndex.Select((index, month) => index * world.LogNormal(name + "/month", MonthSd, month)));

        // Half of the season's logarithm is traffic, half is conversion.
        var conversion = ToMeanOne(months.Select(Math.Sqrt));
        var traffic = ToMeanOne(months.Zip(conversion, (index, buying) => index / buying));
        var elasticity = Math.Clamp(ElasticityMean + (ElasticitySd * world.Normal(name + "/elasticity")), ElasticityLow, ElasticityHigh);
        var offers = new RealismOffers(world, name, category, PriceLevels[place]);
        return new NicheDefinition(name, Round(OrdersPerDay * world.LogNormal(name + "/level", LevelSd) / Conversion, 3), Round(elasticity, 3))
        {
            ReferenceConversion = Conversion,
            Products = offers.Products(),
            Rivals = [.. offers.Rivals(), .. offers.Resellers()],
            TrafficByMonth = [.. traffic.Select(value => Round(value, 4))],
            ConversionByMonth = [.. conversion.Select(value => Round(value * (1 - Conversion) / (1 - (Conversion * value)), 4))],
            TrafficByWeekday = WeekdayIndex,
        };
    }

    private static double[] ToMeanOne(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return [.. all.Select(value => value / mean)];
    }

    private static double Round(double value, int decimals) => Math.Round(value, decimals);
}
