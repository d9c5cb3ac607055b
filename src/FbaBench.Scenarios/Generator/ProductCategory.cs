namespace FbaBench.Scenarios.Generator;

/// <summary>
/// What products of a fee category are like. Return rates are those of market-parameters.json (returns/rate_by_category) where it has the category, as in first-year where that has it, and else modelling assumptions, as
/// are prices, sides and densities (near those of first-year's products).
/// </summary>
/// <param name="FeeCategory">As the fee tables name it.</param>
/// <param name="Name">How niches of it are called.</param>
/// <param name="ReturnRate">Share of sold units that come back.</param>
/// <param name="Price">Median reference price in dollars.</param>
/// <param name="Inches">Median side of the package at that price.</param>
/// <param name="PoundsPerCubicInch">Median density of the package.</param>
internal sealed record ProductCategory(string FeeCategory, string Name, double ReturnRate, double Price, double Inches, double PoundsPerCubicInch)
{
    private static readonly ProductCategory Kitchen = new("home_kitchen", "kitchen", 0.07, 25, 6.0, 0.006);
    private static readonly ProductCategory Sports = new("sports_outdoors", "sports", 0.08, 25, 6.3, 0.005);
    private static readonly ProductCategory Toys = new("toys_games", "toys", 0.04, 24, 6.2, 0.004);
    private static readonly ProductCategory Garden = new("lawn_garden", "garden", 0.07, 28, 6.7, 0.005);
    private static readonly ProductCategory Bags = new("backpacks_handbags_luggage", "bags", 0.11, 32, 7.0, 0.003);

    /// <summary>What a new brand may choose. No apparel, whose fees of 2026 differ.</summary>
    public static IReadOnlyList<ProductCategory> Brands { get; } =
    [
        Kitchen, Sports, Toys, Bags,
        new("pet_supplies", "pets", 0.06, 20, 5.8, 0.005),
        new("baby_products", "baby", 0.06, 27, 6.2, 0.005),
        new("tools_home_improvement", "tools", 0.08, 28, 5.8, 0.009),
        new("office_products", "office", 0.05, 21, 5.4, 0.007),
        new("beauty_health_personal_care", "beauty", 0.04, 20, 3.9, 0.009),
        new("electronics_accessories", "gadgets", 0.10, 24, 3.9, 0.008),
    ];

    /// <summary>What a reseller finds at wholesalers.</summary>
    public static IReadOnlyList<ProductCategory> Wholesale { get; } =
    [
        .. Brands,
        new("grocery_gourmet", "pantry", 0.02, 22, 5.3, 0.012),
        new("consumer_electronics", "electronics", 0.10, 45, 5.6, 0.009),
    ];

    /// <summary>What sells in a season: gifts, garden, summer.</summary>
    public static IReadOnlyList<ProductCategory> Seasonal { get; } = [Kitchen, Toys, Garden, Sports];
}
