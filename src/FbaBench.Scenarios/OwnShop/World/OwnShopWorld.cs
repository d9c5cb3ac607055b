using System.Globalization;

namespace FbaBench.Scenarios;

/// <summary>What the data does not say about a world: dates, physical facts, cash; each by a stated rule.</summary>
internal static class OwnShopWorld
{
    /// <summary>First day of the simulated year, as in the shipped scenarios: the first day of a fee year.</summary>
    public static readonly SimDate Start = new(2025, 1, 15);

    private const double DaysPerYear = 365.25;
    private const int WeekDays = 7;

    // Medians over the 24 products of the shipped catalogues, for goods of which nothing is known.
    private const double AssumedLength = 10;
    private const double AssumedWidth = 6.5;
    private const double AssumedHeight = 3;
    private const double AssumedPounds = 1.05;
    private const double CostShare = 0.17;

    // market-parameters.json, supply_chain/moq_units: 100 to 3,000; within it two months of sales.
    private const int LeastMinimum = 100;
    private const int MostMinimum = 3_000;
    private const int MinimumDays = 60;
    private const decimal LeastCash = 5_000;
    private const decimal DutyShare = 0.285m;
    private const decimal FreightPerCubicFoot = 1.25m;

    /// <param name="products">The products.</param>
    /// <param name="sources">Where the numbers come from.</param>
    /// <param name="since">The file's first day, moved: at the latest then the products were first received.</param>
    public static Catalogue Terms(IReadOnlyList<CatalogueProduct> products, string sources, SimDate since) =>
        new(sources, FreightPerCubicFoot, DutyShare, products)
        {
            FirstInbound = since.ToString(),
            OpeningYears = (Start - since) / 365.0,
            OpeningVelocity = 1,
        };

    /// <summary>Whole weeks that bring the last day of the history into the year before the world begins, at most three days off the same date.</summary>
    public static int ShiftDays(SimDate last) => (int)Math.Round((Start.Year - 1 - last.Year) * DaysPerYear / WeekDays) * WeekDays;

    /// <summary>A name of the world for a product code: lower case, what is not allowed becomes a hyphen; made different by a number.</summary>
    public static string NameOf(string sku, HashSet<string> taken)
    {
        var plain = new string([.. sku.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')]).Trim('-', '.');
        plain = plain.Length == 0 ? "product" : plain.Length > 50 ? plain[..50] : plain;
        var name = plain;
        for (var i = 2; !taken.Add(name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{plain}-{i}");
        }

        return name;
    }

    /// <summary>The facts of a product with what is missing filled in, and the names of what was.</summary>
    public static (ProductFacts Facts, IReadOnlyList<string> Assumed) Complete(ProductFacts? known, ProductSeries series, OrderSizes sizes, ShopFitOptions options)
    {
        var facts = known ?? new ProductFacts(series.History.Sku);
        var assumed = new List<string>();
        var days = Math.Max(1, series.Pieces.Sum(piece => piece.Exposure));
        var units = series.Orders / days * Math.Min(3, sizes.Mean);
        var hasSize = facts is { LengthInches: not null, WidthInches: not null, HeightInches: not null };
        return (facts with
        {
            Category = Or(facts.Category, options.Category, "category"),
            LengthInches = hasSize ? facts.LengthInches : AssumedLength,
            WidthInches = hasSize ? facts.WidthInches : AssumedWidth,
            HeightInches = hasSize ? facts.HeightInches : Or<double?>(null, AssumedHeight, "size"),
            WeightPounds = Or(facts.WeightPounds, AssumedPounds, "weight"),
            UnitCost = Or(facts.UnitCost, Math.Max(0.01, Math.Round((double)series.ReferencePrice * CostShare, 2)), "unit cost"),
            MinimumUnits = Or(facts.MinimumUnits, (int)Math.Clamp(Math.Round(units * MinimumDays / 100) * 100, LeastMinimum, MostMinimum), "minimum order"),
            LeadTimeDays = Or(facts.LeadTimeDays, null, "lead time"),
        }, assumed);

        T? Or<T>(T? value, T? otherwise, string what)
        {
            if (value is null)
            {
                assumed.Add(what);
            }

            return value ?? otherwise;
        }
    }

    /// <summary>One minimum order of every product, landed, rounded up to a thousand dollars; 5,000 at least, or a year's subscription and storage would eat a small shop.</summary>
    public static decimal Cash(IReadOnlyList<FittedProduct> products, decimal rate)
    {
        decimal sum = 0;
        foreach (var facts in products.Select(product => product.Facts))
        {
            var cost = (decimal)facts.UnitCost!.Value * rate;
            var freight = (decimal)new Dimensions(facts.LengthInches!.Value, facts.WidthInches!.Value, facts.HeightInches!.Value).CubicFeet * FreightPerCubicFoot;
            sum += facts.MinimumUnits!.Value * ((cost * (1 + DutyShare)) + freight);
        }

        return Math.Max(LeastCash, Math.Ceiling(sum / 1000) * 1000);
    }

    public static string SourcesOf(ShopHistory history, ShopFitOptions options, string currency, decimal rate)
    {
        var reading = history.Reading;
        var shift = ShiftDays(history.Last);
        return string.Create(CultureInfo.InvariantCulture, $"Level, months, weekdays, growth, noise, order sizes, returns and elasticity: {reading.File} (SHA-256 {reading.Digest[..16]}…), {history.First} to {history.Last}; each world draws them from what the file leaves open. ")
            + string.Create(CultureInfo.InvariantCulture, $"Dates are moved by {shift} days (whole weeks): {history.Last} becomes {history.Last.AddDays(shift)}; the level is that of the end of the file, its growth is not carried on. ")
            + (currency == "USD" ? "Prices are US dollars. " : string.Create(CultureInfo.InvariantCulture, $"{rate} US dollars for one {currency}, as given. "))
            + "Every product is a niche of its own with five scripted rivals, because elasticity, season and noise are a niche's and no file of sales shows rivals (modelling assumption). Elasticity: weekly order counts on the posted price, weighted with the prior of private-label studies (-2.6, sd 0.8), within -4.5 to -1.2. Orders above three units count as three. Closed weekdays take the mean of their neighbours, because a marketplace never closes. "
            + $"Where the second file says nothing: category {options.Category}, 10 x 6.5 x 3 inches, 1.05 lb, unit cost 17 % of the price (medians of the shipped catalogues), minimum order of 60 days of sales within 100 to 3,000, lead times and price breaks of market-parameters.json; a domestic wholesaler at twice the cost. Freight 1.25 dollars a cubic foot, duty 28.5 %. Fees are the published US tables.";
    }
}
