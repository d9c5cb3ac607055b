namespace FbaBench;

/// <summary>A product of the catalogue; every seat has one offer of it, closed at the start, on a private-label listing of its own or on a shared one.</summary>
/// <param name="Name">Path segment, unique in its niche.</param>
/// <param name="Category">Fee category as the fee tables name it, for example <c>home_kitchen</c>.</param>
/// <param name="ReferencePrice">The price at which the niche's elasticity and conversion hold. A property of the world: no seller's price ever moves it.</param>
public sealed record ProductDefinition(string Name, string Category, Money ReferencePrice)
{
    /// <summary>Package sides in inches, in any order.</summary>
    public required Dimensions Size { get; init; }

    /// <summary>Weight of the packaged unit in pounds, above 0.</summary>
    public required double WeightPounds { get; init; }

    /// <summary>Suppliers, 1 to 8.</summary>
    public required IReadOnlyList<SupplierDefinition> Suppliers { get; init; }

    /// <summary>Attraction relative to the niche's other listings at reference prices; above 0, default 1.</summary>
    public double Appeal { get; init; } = 1;

    /// <summary>True: all seats and the rivals that name the product sell on one listing and compete for its featured offer. Default false.</summary>
    public bool Shared { get; init; }

    /// <summary>Quality in standard deviations of shoppers' satisfaction, −3 to 3; default 0 gives the star distribution of <see cref="ReviewTerms"/>.</summary>
    public double Quality { get; init; }

    /// <summary>Reviews at the start, 0 to 10,000,000; default 0, a new listing.</summary>
    public int OpeningReviews { get; init; }

    /// <summary>
    /// Those reviews by one to five stars, five numbers of 0 to 2,000,000; null, the default, splits <see cref="OpeningReviews"/> like the world's distribution, tilted to
    /// <see cref="OpeningRating"/>. Instead of both.
    /// </summary>
    public IReadOnlyList<int>? OpeningStars { get; init; }

    /// <summary>Mean stars of those reviews, 1 to 5; null, the default, is <see cref="ReviewTerms.ReferenceRating"/>.</summary>
    public double? OpeningRating { get; init; }

    /// <summary>Sales velocity at the start against that of the reference point, 0 to 10; default 0: a new listing starts at the bottom of the search results.</summary>
    public double OpeningVelocity { get; init; }

    /// <summary>Share of sold units that come back, 0 to 0.5 (market-parameters.json, returns/rate_by_category).</summary>
    public required double ReturnRate { get; init; }

    /// <summary>Share of returned units that can be sold again, 0 to 1; default 0.5 (market-parameters.json, returns/resellable_share).</summary>
    public double ResellableShare { get; init; } = 0.5;

    /// <summary>Units on hand at the start, at least 0, valued at <see cref="OpeningUnitCost"/>.</summary>
    public int OpeningStock { get; init; }

    /// <summary>Landed cost of a unit of opening stock. Required when there is opening stock.</summary>
    public Money OpeningUnitCost { get; init; }

    /// <summary>Days since the opening stock was received, 0 to 3,650; default 0. Stock of more than 180 days pays the aged inventory surcharge.</summary>
    public int OpeningAgeDays { get; init; }

    /// <summary>
    /// When the first units of the product were received, before the start. Null means with the opening stock, or, without
    /// any, with the first order of the run. Products of at most 180 days are exempt from the low inventory level fee, and a seller's first
    /// 365 days from the storage utilisation surcharge.
    /// </summary>
    public SimDate? FirstInbound { get; init; }
}

/// <summary>Sides of a package in inches.</summary>
/// <param name="Length">One side, above 0.</param>
/// <param name="Width">Another side, above 0.</param>
/// <param name="Height">The third side, above 0.</param>
public readonly record struct Dimensions(double Length, double Width, double Height)
{
    /// <summary>Volume in cubic feet.</summary>
    public double CubicFeet => Length * Width * Height / 1728;
}
