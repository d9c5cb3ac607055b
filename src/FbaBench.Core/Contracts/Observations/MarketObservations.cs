namespace FbaBench;

/// <summary>What anybody can see of a listing.</summary>
/// <param name="SearchPosition">Place among the niche's search results yesterday, from 1; null when it was not shown.</param>
/// <param name="BestSellerRank">Rank in its category by decayed sales, from 1; null before its first sale.</param>
/// <param name="Stars">Reviews by stars.</param>
public readonly record struct ListingObservation(int? SearchPosition, int? BestSellerRank, StarCounts Stars)
{
    /// <summary>Number of reviews.</summary>
    public int Reviews => Stars.Total;

    /// <summary>Mean stars, 1 to 5; null without reviews.</summary>
    public double? Rating => Stars.Mean;
}

/// <summary>Reviews by stars.</summary>
/// <param name="One">Reviews of one star.</param>
/// <param name="Two">Reviews of two stars.</param>
/// <param name="Three">Reviews of three stars.</param>
/// <param name="Four">Reviews of four stars.</param>
/// <param name="Five">Reviews of five stars.</param>
public readonly record struct StarCounts(int One, int Two, int Three, int Four, int Five)
{
    /// <summary>Number of reviews.</summary>
    public int Total => One + Two + Three + Four + Five;

    /// <summary>Mean stars, 1 to 5; null without reviews.</summary>
    public double? Mean => Total == 0 ? null : (One + (2.0 * Two) + (3.0 * Three) + (4.0 * Four) + (5.0 * Five)) / Total;
}

/// <summary>The promotion of an offer, and what is allowed.</summary>
/// <param name="Price">The promoted price, or zero without a promotion.</param>
/// <param name="LastDay">Last promoted day, or −1.</param>
/// <param name="DaysLeft">Days that a promotion started today could last.</param>
/// <param name="HighestPrice">Highest price that a promotion started today could ask.</param>
public readonly record struct PromotionState(Money Price, int LastDay, int DaysLeft, Money HighestPrice)
{
    /// <summary>Whether the offer is promoted.</summary>
    public bool IsRunning => Price > Money.Zero;
}

/// <summary>A campaign as it stands.</summary>
/// <param name="Bid">Most paid for a click.</param>
/// <param name="DailyBudget">Most spent a day.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
public readonly record struct CampaignState(Money Bid, Money DailyBudget, int FirstDay, int LastDay);

/// <summary>What a day's sponsored slots brought an offer; it arrives with a delay.</summary>
/// <param name="Day">The day it is about.</param>
/// <param name="OfDay">Figures of that day.</param>
/// <param name="SinceStart">Sums from the campaign's first day to that day; of the campaign before, until the first report on a new one.</param>
public readonly record struct AdReport(int Day, AdFigures OfDay, AdFigures SinceStart);

/// <summary>Figures of a campaign.</summary>
/// <param name="Impressions">How often it was shown.</param>
/// <param name="Clicks">Clicks paid for.</param>
/// <param name="Spend">What they cost.</param>
/// <param name="Orders">Orders of those who clicked.</param>
/// <param name="Units">Units of these orders.</param>
/// <param name="Sales">Their revenue.</param>
public readonly record struct AdFigures(long Impressions, long Clicks, Money Spend, long Orders, long Units, Money Sales)
{
    /// <summary>Advertising cost of sales: spend over attributed revenue; null without revenue.</summary>
    public double? Acos => Sales == Money.Zero ? null : Spend.Cents / (double)Sales.Cents;

    /// <summary>Click-through rate: clicks over impressions; null without impressions.</summary>
    public double? ClickThroughRate => Impressions == 0 ? null : Clicks / (double)Impressions;
}

/// <summary>Something that shakes the market.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="FirstDay">Its first day; before the start it is negative.</param>
public readonly record struct NewsItem(string Name, int FirstDay);

/// <summary>What the marketplace tells sellers about its rules.</summary>
public sealed record SellerRules
{
    /// <summary>Sponsored slots of a niche's search results; 0 where there are none.</summary>
    public required int SponsoredSlots { get; init; }

    /// <summary>Lowest bid.</summary>
    public required Money LowestBid { get; init; }

    /// <summary>Days until a day's advertising report arrives.</summary>
    public required int AdReportDelayDays { get; init; }

    /// <summary>Fee at the start of a promotion.</summary>
    public required Money PromotionFee { get; init; }

    /// <summary>Fee on promoted revenue, as a share.</summary>
    public required double PromotionRevenueShare { get; init; }

    /// <summary>Most promoted days of an offer in any 60.</summary>
    public required int MostPromotedDaysIn60 { get; init; }

    /// <summary>What a bought review costs beside the unit's reference price.</summary>
    public required Money ReviewCommission { get; init; }

    /// <summary>Fine for bought reviews that are found.</summary>
    public required Money ReviewFine { get; init; }

    /// <summary>Points below which an account is suspended.</summary>
    public required int SuspendedBelow { get; init; }

    /// <summary>Order defect rate from which it is, with <see cref="FewestOrders"/> in 60 days or more.</summary>
    public required double DefectRateLimit { get; init; }

    /// <summary>Fewest orders for which the rate counts.</summary>
    public required int FewestOrders { get; init; }

    /// <summary>What an inspection of a supplier costs.</summary>
    public required Money InspectionFee { get; init; }

    /// <summary>Share of defective units up to which an inspected order must be taken.</summary>
    public required double ToleratedDefects { get; init; }

    /// <summary>What rework of an unsellable unit costs beside its removal.</summary>
    public required Money ReworkFee { get; init; }

    /// <summary>Share of reworked units that become sellable.</summary>
    public required double ReworkShare { get; init; }

    /// <summary>Days that rework takes.</summary>
    public required int ReworkDays { get; init; }
}
