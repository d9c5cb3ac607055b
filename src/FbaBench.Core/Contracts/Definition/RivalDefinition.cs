namespace FbaBench;

/// <summary>A scripted rival: one offer in the niche, on a listing of its own or on a shared one.</summary>
/// <param name="Name">Path segment, unique in its niche.</param>
/// <param name="Ceiling">Its reference price. It never asks more.</param>
/// <param name="Policy">How it reacts to the seats' prices.</param>
public sealed record RivalDefinition(string Name, Money Ceiling, RivalPolicy Policy)
{
    /// <summary>
    /// The product of the niche on whose listing it sells, <see cref="ProductDefinition.Shared"/>; null, the default, is a
    /// listing of its own. On a shared listing, appeal, quality and reviews are the listing's.
    /// </summary>
    public string? Product { get; init; }

    /// <summary>Attraction relative to the niche's other listings at reference prices; above 0, default 1.</summary>
    public double Appeal { get; init; } = 1;

    /// <summary>The lowest share of its ceiling it will ask, 0.05 to 1; default 0.75, a modelling assumption (about its cost).</summary>
    public double FloorShare { get; init; } = 0.75;

    /// <summary>Chance a day that it looks at yesterday's prices, 0 to 1; default 0.35 (a reaction delay of about three days).</summary>
    public double LookChance { get; init; } = 0.35;

    /// <summary>Quality in standard deviations of shoppers' satisfaction, −3 to 3; default 0 gives the star distribution of <see cref="ReviewTerms"/>.</summary>
    public double Quality { get; init; }

    /// <summary>Reviews at the start, 0 to 10,000,000; null, the default, is <see cref="ReviewTerms.ReferenceCount"/>.</summary>
    public int? OpeningReviews { get; init; }

    /// <summary>Mean stars of those reviews, 1 to 5; null, the default, is <see cref="ReviewTerms.ReferenceRating"/>.</summary>
    public double? OpeningRating { get; init; }

    /// <summary>Who ships its units. Default: the marketplace, with its badge.</summary>
    public FulfilmentChannel Fulfilment { get; init; } = FulfilmentChannel.Marketplace;

    /// <summary>Days by which its delivery is slower than the marketplace's, 0 to 30; default 0. Only with <see cref="FulfilmentChannel.Seller"/>.</summary>
    public int ExtraDeliveryDays { get; init; }

    /// <summary>Whether it bids for sponsored slots, where the world has them. Default true.</summary>
    public bool Advertises { get; init; } = true;

    /// <summary>
    /// Chance that it runs out of stock in a month, 0 to 1; default 0. Day and length (5 to 20 days) are drawn by rival and month, whatever
    /// the sellers do.
    /// </summary>
    public double StockOutChance { get; init; }

    /// <summary>First day it sells, from 0; default 0. A rival that enters later begins as a new listing, without the velocity of an old one.</summary>
    public int EntryDay { get; init; }

    /// <summary>First day it no longer sells; null, the default, is never.</summary>
    public int? ExitDay { get; init; }
}

/// <summary>How a scripted rival prices. No rival ever moves above its ceiling, and none follows a price upward beyond it.</summary>
public enum RivalPolicy
{
    /// <summary>Always asks its ceiling.</summary>
    Hold,

    /// <summary>Moves its price in proportion to the deepest discount a seat gives against its product's reference price, between floor and ceiling.</summary>
    Follow,

    /// <summary>As <see cref="Follow"/>, and one per cent below it, down to its floor; at its ceiling while no seat gives a discount.</summary>
    Undercut,

    /// <summary>
    /// A price cycle, whatever the sellers do: from its ceiling two per cent down at each look, and from its floor back to the
    /// ceiling (the cycles of Maskin and Tirole, Econometrica 1988, as price engines of resellers show them).
    /// </summary>
    Cycle,
}

/// <summary>Who ships a unit to the shopper.</summary>
public enum FulfilmentChannel
{
    /// <summary>The marketplace, from its warehouses: fast, with its badge.</summary>
    Marketplace,

    /// <summary>The seller itself.</summary>
    Seller,
}
