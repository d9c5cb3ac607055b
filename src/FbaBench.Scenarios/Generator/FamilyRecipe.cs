namespace FbaBench.Scenarios.Generator;

/// <summary>What the worlds of a family have in common. Numbers of products, of niches and of days of stock are modelling assumptions.</summary>
internal sealed record FamilyRecipe
{
    /// <summary>Expected sales a product and day at reference prices, in dollars; those of first-year's catalogue.</summary>
    public const double DollarsPerProductAndDay = 72;

    public required string Name { get; init; }

    /// <summary>What the family is, for <see cref="WorldDefinition.Sources"/>.</summary>
    public required string Is { get; init; }

    public required int Products { get; init; }

    public required int FewestInNiche { get; init; }

    public required int MostInNiche { get; init; }

    public required IReadOnlyList<ProductCategory> Categories { get; init; }

    public required bool IsShared { get; init; }

    /// <summary>Share of the products that are in stock at the start.</summary>
    public required double StockedShare { get; init; }

    /// <summary>What that stock cost, in days of the world's expected sales: the same whatever the knobs, so that sellers begin equally rich.</summary>
    public required double OpeningStockDays { get; init; }

    /// <summary>Patterns of the year, of which a niche has one; mean 1 each, January first.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Seasons { get; init; }

    /// <summary>Days by which the production of a factory is longer than usual.</summary>
    public int LateDays { get; init; }

    public SimDate? AccountOpened { get; init; }

    public static FamilyRecipe Of(WorldFamily family) => family switch
    {
        WorldFamily.PrivateLabel => PrivateLabel,
        WorldFamily.Reseller => Reseller,
        WorldFamily.Seasonal => Seasonal,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "This is no family of worlds."),
    };

    private static FamilyRecipe PrivateLabel { get; } = new()
    {
        Name = "private-label",
        Is = "a new brand with its own listings",
        Products = 12,
        FewestInNiche = 1,
        MostInNiche = 3,
        Categories = ProductCategory.Brands,
        IsShared = false,
        StockedShare = 0.4,
        OpeningStockDays = 6,
        Seasons = [DrawnSeason.Generic],
    };

    private static FamilyRecipe Reseller { get; } = new()
    {
        Name = "reseller",
        Is = "a reseller of two years on shared listings",
        Products = 24,
        FewestInNiche = 2,
        MostInNiche = 5,
        Categories = ProductCategory.Wholesale,
        IsShared = true,
        StockedShare = 1,
        OpeningStockDays = 10,
        Seasons = [DrawnSeason.Generic],
        AccountOpened = new SimDate(2023, 1, 15),
    };

    private static FamilyRecipe Seasonal { get; } = new()
    {
        Name = "seasonal",
        Is = "a seller of goods with a season",
        Products = 6,
        FewestInNiche = 1,
        MostInNiche = 2,
        Categories = ProductCategory.Seasonal,
        IsShared = false,
        StockedShare = 0.34,
        OpeningStockDays = 4,
        Seasons = [DrawnSeason.Gifts, DrawnSeason.Garden, DrawnSeason.Summer],
        LateDays = 5,
    };
}
