using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>A listing and the one offer on it.</summary>
internal abstract class Listing
{
    /// <summary>1.15 of a dollar is 115 cents, though the double nearest to 1.15 lies below.</summary>
    private const double CentTolerance = 1e-6;

    /// <param name="rules">The world's constants.</param>
    /// <param name="niche">Its niche.</param>
    /// <param name="page">Position of its page in the world.</param>
    protected Listing(MarketModel rules, NicheModel niche, int page)
    {
        var model = rules.World.Pages[page];
        var segments = niche.Definition.Segments.Count;
        Row = model.Row;
        Place = page - niche.FirstPage;
        PageKey = model.Key;
        Key = rules.World.KeyOfRow[model.Row];
        ReferenceCents = model.ReferenceCents;
        HighestFeaturedCents = (long)Math.Floor((model.ReferenceCents * (1 + rules.World.Definition.Market.FeaturedOffer.SuppressionThreshold)) + CentTolerance);
        Quality = model.Quality;
        Utility = rules.Choice.Utility[page];
        Slope = rules.Choice.Slope[page];
        Response = rules.Choice.Response[page];
        Relevance = rules.World.Definition.Market.Search.RelevanceWeight * DetMath.Log(rules.Choice.Within[page] * (niche.EndPage - niche.FirstPage));
        Weights = new long[segments];
        Interests = new long[segments];
    }

    public int Row { get; }

    /// <summary>Position in the niche.</summary>
    public int Place { get; }

    /// <summary>Identity in draws about the page.</summary>
    public ulong PageKey { get; }

    /// <summary>Identity in draws about the offer.</summary>
    public ulong Key { get; }

    public int ReferenceCents { get; }

    /// <summary>Highest price at which the offer is featured.</summary>
    public long HighestFeaturedCents { get; }

    /// <summary>Standard deviations of satisfaction.</summary>
    public double Quality { get; }

    /// <summary>Utility over 1 − σ at the reference point.</summary>
    public double Utility { get; }

    /// <summary>Utility over 1 − σ per cent of price.</summary>
    public double Slope { get; }

    /// <summary>Utility over 1 − σ per unit of the logarithm of sales.</summary>
    public double Response { get; }

    /// <summary>What its appeal adds to its search score.</summary>
    public double Relevance { get; }

    /// <summary>What a price counts as beside one with the marketplace's badge.</summary>
    public virtual double Badge => 1;

    public virtual int ExtraDays => 0;

    public int[] Stars { get; } = new int[WorldLayout.Stars];

    public double Velocity { get; set; }

    public double RecentOrders { get; set; }

    public double RecentSessions { get; set; }

    /// <summary>Logarithm of what shocks do to its attraction.</summary>
    public double ShockLog { get; set; }

    /// <summary>What the seller asks, in cents; 0 while closed.</summary>
    public int AskedCents { get; set; }

    /// <summary>What shoppers see, in cents; 0 when it is not in the market.</summary>
    public int Price { get; set; }

    /// <summary>Mean stars that shoppers perceive.</summary>
    public double PerceivedRating { get; set; }

    /// <summary>Utility of the reviews to the mean shopper.</summary>
    public double Rating { get; set; }

    public bool IsFeatured { get; set; }

    /// <summary>Attraction by kind of shoppers.</summary>
    public long[] Weights { get; }

    /// <summary>Attraction of a mere look, by kind of shoppers.</summary>
    public long[] Interests { get; }

    public int Score { get; set; }

    public uint Tie { get; set; }

    /// <summary>Place in the search results, from 1; 0 when it is not shown.</summary>
    public int Position { get; set; }

    /// <summary>Sponsored slot, from 0; <see cref="int.MaxValue"/> without one.</summary>
    public int Slot { get; set; }

    /// <summary>Share of sessions that order.</summary>
    public double Buy { get; set; }

    /// <summary>Share of sessions that only visit.</summary>
    public double Visit { get; set; }

    /// <summary>The part of <see cref="Buy"/> that the search results alone would not have brought.</summary>
    public double AdOnly { get; set; }

    /// <summary><see cref="Buy"/> as of the morning's slots.</summary>
    public double MorningBuy { get; set; }

    public double MeanOrders { get; set; }

    public double MeanVisits { get; set; }

    public double MeanAdOnly { get; set; }

    public double OrganicShare { get; set; }

    /// <summary>Orders wanted first.</summary>
    public Demand Wanted { get; set; }

    public int Visits { get; set; }

    /// <summary>Of the wanted orders, those that the shelf served.</summary>
    public Demand Served { get; set; }

    public int Orders { get; set; }

    public int Units { get; set; }

    public int Sessions { get; set; }

    /// <summary>Weight among those that shoppers turn to who found an empty shelf.</summary>
    public long Diversion { get; set; }

    public bool WasEmpty { get; set; }

    /// <summary>Share of its buyers that nobody takes from it.</summary>
    public virtual double Kept => 1;

    /// <summary>Whether a shopper can have so many units now.</summary>
    public abstract bool Has(int units);

    /// <summary>What the shelf serves of wanted orders.</summary>
    public abstract Demand Serve(Demand wanted);

    /// <summary>Takes units off the shelf.</summary>
    public abstract void Take(int units);
}

/// <summary>A rival's listing; its shelf is never empty while it sells.</summary>
internal sealed class RivalListing(MarketModel rules, NicheModel niche, int page, RivalOffer rival) : Listing(rules, niche, page)
{
    public bool Advertises { get; } = rival.Definition.Advertises;

    public override double Badge { get; } =
        rival.Definition.Fulfilment == FulfilmentChannel.Seller ? 1 + rules.World.Definition.Market.FeaturedOffer.BadgeShare : 1;

    public override int ExtraDays { get; } = rival.Definition.ExtraDeliveryDays;

    public override bool Has(int units) => true;

    public override Demand Serve(Demand wanted) => wanted;

    public override void Take(int units)
    {
    }
}
