using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Clean;

/// <summary>A bidder for a niche's sponsored slots.</summary>
internal sealed class Bidder
{
    public required Listing Listing { get; init; }

    public required long Bid { get; init; }

    /// <summary>Click rate by which the bid is weighted, in thousandths.</summary>
    public required int Quality { get; init; }

    /// <summary>Who comes first of equal ones: the smaller.</summary>
    public required ulong Tie { get; init; }

    /// <summary>Cents of budget that are expected to be left.</summary>
    public required double Left { get; set; }

    public long Rank => checked(Bid * Quality);
}

/// <summary>A sponsored slot that is taken.</summary>
internal sealed class Slot(Bidder bidder, long price)
{
    public Bidder Bidder { get; } = bidder;

    public Listing Listing => Bidder.Listing;

    /// <summary>Cents a click.</summary>
    public long Price { get; } = price;

    /// <summary>Share of sessions that click and order.</summary>
    public double Buy { get; set; }

    /// <summary>Share of sessions that click and do not order.</summary>
    public double Visit { get; set; }
}

/// <summary>Sells the sponsored slots of a niche by a generalised second-price auction.</summary>
internal sealed class SlotSale(MarketModel rules)
{
    private const double LeastQuality = 0.5;
    private const double MostQuality = 2;
    private const int QualityScale = 1_000;

    private static readonly Comparison<Bidder> ByRank = Compare;
    private readonly AdvertisingTerms _terms = rules.World.Definition.Market.Advertising;

    /// <summary>Bidders of a niche, the highest first.</summary>
    public List<Bidder> Bidders { get; } = [];

    public void Collect(Niche niche, Today today, double bidFactor)
    {
        Bidders.Clear();
        if (rules.SlotAttention.Length == 0)
        {
            return;
        }

        foreach (var listing in niche.Listings)
        {
            if (listing.Price == 0)
            {
                continue;
            }

            if (listing is OwnListing { Campaign: var campaign } && campaign.Runs(today.Day))
            {
                Add(niche, listing, today, campaign.Bid, campaign.Budget);
            }
            else if (listing is RivalListing { Advertises: true })
            {
                Add(niche, listing, today, rules.Bids.Cents(today.Draws.Uniform(Mechanism.RivalBid, listing.Key, today.Day / RivalBids.WeekDays), niche.Index, bidFactor), 0);
            }
        }

        Bidders.Sort(ByRank);
    }

    /// <summary>Fills slots from the bidders.</summary>
    public void Auction(Niche niche, List<Slot> slots)
    {
        slots.Clear();
        foreach (var listing in niche.Results)
        {
            listing.Slot = int.MaxValue;
        }

        for (var i = 0; i < Math.Min(Bidders.Count, rules.SlotAttention.Length); i++)
        {
            var bidder = Bidders[i];
            var price = _terms.Reserve.Cents;
            if (i + 1 < Bidders.Count)
            {
                price = Math.Max(price, ((Bidders[i + 1].Rank + bidder.Quality - 1) / bidder.Quality) + _terms.Increment.Cents);
            }

            bidder.Listing.Slot = i;
            slots.Add(new Slot(bidder, Math.Min(bidder.Bid, price)));
        }
    }

    private void Add(Niche niche, Listing listing, Today today, long bid, long budget)
    {
        if (bid == 0 || bid < _terms.Reserve.Cents)
        {
            return;
        }

        var bits = today.Draws.Bits(Mechanism.AdTie, listing.PageKey, today.Day);
        Bidders.Add(new Bidder
        {
            Listing = listing,
            Bid = bid,
            Quality = Quality(niche, listing),
            Tie = ((ulong)bits.X1 << 32) | bits.X0,
            Left = budget,
        });
    }

    private static int Quality(Niche niche, Listing listing)
    {
        var interest = 0.0;
        foreach (var segment in niche.Segments)
        {
            interest += segment.Share * DetMath.Exp(0.5 * (listing.Utility + (segment.RatingSensitivity * listing.Rating)));
        }

        interest *= Math.Sqrt(niche.Listings.Length);
        return (int)Math.Floor((QualityScale * Math.Clamp(interest, LeastQuality, MostQuality)) + 0.5);
    }

    private static int Compare(Bidder left, Bidder right)
    {
        var order = right.Rank.CompareTo(left.Rank);
        order = order != 0 ? order : left.Tie.CompareTo(right.Tie);
        return order != 0 ? order : left.Listing.Place.CompareTo(right.Listing.Place);
    }
}
