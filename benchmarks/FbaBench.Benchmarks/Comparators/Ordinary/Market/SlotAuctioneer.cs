using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>A bidder for a niche's sponsored slots.</summary>
/// <param name="Listing">What it advertises.</param>
/// <param name="Bid">Most paid for a click.</param>
/// <param name="Quality">Click rate by which the bid is weighted, in thousandths.</param>
/// <param name="Tie">Who comes first of equal ones: the smaller.</param>
internal sealed record Bidder(Listing Listing, decimal Bid, int Quality, ulong Tie)
{
    public decimal Rank => Bid * Quality;
}

/// <summary>A sponsored slot that is taken.</summary>
internal sealed record Slot(int Number, Listing Listing, decimal Price);

/// <summary>Sells the sponsored slots of a niche by a generalised second-price auction.</summary>
internal sealed class SlotAuctioneer(MarketModel rules)
{
    private const double LeastQuality = 0.5;
    private const double MostQuality = 2;
    private const int QualityScale = 1_000;

    private readonly AdvertisingTerms _terms = rules.World.Definition.Market.Advertising;
    private readonly decimal _reserve = Dollars.FromCents(rules.World.Definition.Market.Advertising.Reserve.Cents);
    private readonly decimal _increment = Dollars.FromCents(rules.World.Definition.Market.Advertising.Increment.Cents);

    /// <summary>Who bids today, the highest first.</summary>
    public List<Bidder> Bidders(Niche niche, Day day, bool isDeal) => niche.Listings
        .Where(listing => listing.Price > 0)
        .Select(listing => (Listing: listing, Bid: Bid(niche, listing, day, isDeal)))
        .Where(one => one.Bid > 0 && one.Bid >= _reserve)
        .Select(one => new Bidder(one.Listing, one.Bid, Quality(niche, one.Listing), Tie(one.Listing, day)))
        .OrderByDescending(bidder => bidder.Rank)
        .ThenBy(bidder => bidder.Tie)
        .ThenBy(bidder => bidder.Listing.Place)
        .ToList();

    /// <summary>Who gets the slots, and at what price of a click.</summary>
    public List<Slot> Sell(IReadOnlyList<Bidder> bidders) => bidders
        .Take(rules.SlotAttention.Length)
        .Select((bidder, i) => new Slot(i, bidder.Listing, Math.Min(bidder.Bid, i + 1 < bidders.Count ? Price(bidder, bidders[i + 1]) : _reserve)))
        .ToList();

    /// <summary>What keeps the place before the next one, in whole cents.</summary>
    private decimal Price(Bidder bidder, Bidder next) => Math.Max(_reserve, (decimal.Ceiling(next.Rank * 100 / bidder.Quality) / 100) + _increment);

    private decimal Bid(Niche niche, Listing listing, Day day, bool isDeal) => listing switch
    {
        OwnListing { Campaign: { } campaign } own when own.Ads.Runs(day.Number) => campaign.Bid,
        RivalListing { Advertises: true } => Dollars.FromCents(rules.Bids.Cents(day.Draws.Uniform(Mechanism.RivalBid, listing.Key, day.Number / RivalBids.WeekDays), niche.Index, isDeal ? _terms.PeakBidFactor : 1)),
        _ => 0,
    };

    private static int Quality(Niche niche, Listing listing)
    {
        var interest = niche.Definition.Segments.Sum(segment => segment.Share * DetMath.Exp(0.5 * (listing.Utility + (segment.RatingSensitivity * listing.Rating))))
            * Math.Sqrt(niche.Listings.Count);
        return (int)Math.Floor((QualityScale * Math.Clamp(interest, LeastQuality, MostQuality)) + 0.5);
    }

    private static ulong Tie(Listing listing, Day day)
    {
        var bits = day.Draws.Bits(Mechanism.AdTie, listing.PageKey, day.Number);
        return ((ulong)bits.X1 << 32) | bits.X0;
    }
}
