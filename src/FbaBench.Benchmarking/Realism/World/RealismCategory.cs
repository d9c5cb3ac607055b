namespace FbaBench;

/// <summary>A category of the realism world.</summary>
/// <param name="Name">How its niches are called.</param>
/// <param name="FeeCategory">Category of the fee tables.</param>
/// <param name="MedianPrice">Median reference price in dollars, a modelling assumption.</param>
/// <param name="ReturnRate">Share of units that come back (market-parameters.json, returns/rate_by_category).</param>
internal sealed record RealismCategory(string Name, string FeeCategory, double MedianPrice, double ReturnRate)
{
    /// <summary>Those whose order by return rate a fact states.</summary>
    public static IReadOnlyList<RealismCategory> All { get; } =
    [
        new("grocery", "grocery_gourmet", 16, 0.02),
        new("toys", "toys_games", 20, 0.04),
        new("home", "home_kitchen", 24, 0.07),
        new("electronics", "consumer_electronics", 32, 0.10),
    ];
}
