namespace FbaBench.Scenarios.Generator;

/// <summary>A product before anybody sells it: what it is, costs and how often it is ordered.</summary>
internal sealed record DrawnProduct
{
    /// <summary>Between products of a niche and between niches of a category; together 0.65, within the 0.6 to 1.2 of market-parameters.json (demand_choice/price_lognormal_sigma).</summary>
    private const double PriceSigma = 0.25;
    private const double NichePriceSigma = 0.6;
    private const double LeastPrice = 11.99;
    private const double MostPrice = 119.99;

    /// <summary>How far the demand of products differs, in dollars (a modelling assumption).</summary>
    private const double DemandSigma = 0.4;

    /// <summary>The limits of the size tier 'large standard' with half an inch to spare, and a weight well within it: no generated product is bulky.</summary>
    private const double Longest = 17.5;
    private const double Median = 13.5;
    private const double Shortest = 7.5;
    private const double MostPounds = 15;

    public required string Name { get; init; }

    public required ProductCategory Category { get; init; }

    /// <summary>Reference price in dollars.</summary>
    public required decimal Price { get; init; }

    /// <summary>Supplier's price of a unit in dollars.</summary>
    public required decimal UnitCost { get; init; }

    public required Dimensions Size { get; init; }

    public required double WeightPounds { get; init; }

    public required double ReturnRate { get; init; }

    public required double Quality { get; init; }

    /// <summary>Weight of its sales in dollars among the world's products.</summary>
    public required double DemandWeight { get; init; }

    public static double NichePrice(Draws niche, ProductCategory category) => niche.LogNormal("price", category.Price, NichePriceSigma);

    public static DrawnProduct Draw(Draws draws, string name, ProductCategory category, double nichePrice, FamilyRecipe family, WorldKnobs knobs)
    {
        var price = Math.Clamp(Math.Floor(draws.LogNormal("price", nichePrice, PriceSigma)) + 0.99, LeastPrice, MostPrice);
        var (size, weight) = Package(draws, category, price, knobs.Margin);
        return new()
        {
            Name = name,
            Category = category,
            Price = (decimal)price,
            UnitCost = Math.Max(0.5m, Math.Round((decimal)(price * CostShare(draws, family, knobs.Margin)), 2)),
            Size = size,
            WeightPounds = weight,
            ReturnRate = Math.Round(Math.Max(0.005, draws.LogNormal("returns", category.ReturnRate, 0.15) - SupplierRecipe.DefectiveReturns), 4),
            Quality = Math.Round(Math.Clamp(draws.Normal("quality", 0, 0.4), -1.5, 1.5), 3),
            DemandWeight = draws.LogNormal("demand", 1, DemandSigma),
        };
    }

    private static double CostShare(Draws draws, FamilyRecipe family, double margin) => family.IsShared
        ? draws.LogNormal("cost", Knob.Linear(margin, 0.36, 0.52), 0.08)
        : draws.LogNormal("cost", Knob.Linear(margin, 0.13, 0.27), 0.15);

    /// <summary>A package of drawn sides, larger for dearer products: the volume grows as the price to the power of 0.75 (a modelling assumption).</summary>
    private static (Dimensions Size, double Pounds) Package(Draws draws, ProductCategory category, double price, double margin)
    {
        var edge = category.Inches * Math.Sqrt(Math.Sqrt(price / category.Price)) * Knob.Linear(margin, 1, 1.35);
        double[] sides = [draws.LogNormal("length", edge, 0.3), draws.LogNormal("width", edge, 0.3), draws.LogNormal("height", edge, 0.3)];
        Array.Sort(sides);
        var size = new Dimensions(Side(sides[2], Longest), Side(sides[1], Median), Side(sides[0], Shortest));
        var pounds = size.Length * size.Width * size.Height * draws.LogNormal("density", category.PoundsPerCubicInch, 0.3);
        return (size, Math.Round(Math.Clamp(pounds, 0.1, MostPounds), 2));
    }

    private static double Side(double inches, double most) => Math.Round(Math.Clamp(inches, 0.8, most), 1);
}
