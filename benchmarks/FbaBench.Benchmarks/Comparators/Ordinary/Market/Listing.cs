using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Attraction of a listing to a kind of shoppers: to buy, and to look.</summary>
internal sealed record Appeal(long Weight, long Interest)
{
    public static Appeal None { get; } = new(0, 0);
}

/// <summary>A listing and the one offer on it.</summary>
internal abstract class Listing
{
    protected Listing(MarketModel rules, NicheModel niche, int page)
    {
        var model = rules.World.Pages[page];
        var terms = rules.World.Definition.Market;
        Row = model.Row;
        Place = page - niche.FirstPage;
        PageKey = model.Key;
        Key = rules.World.KeyOfRow[model.Row];
        ReferencePrice = Dollars.FromCents(model.ReferenceCents);
        HighestFeaturedPrice = Dollars.RoundDown(ReferencePrice * (1 + (decimal)terms.FeaturedOffer.SuppressionThreshold));
        Quality = model.Quality;
        Utility = rules.Choice.Utility[page];
        Slope = rules.Choice.Slope[page];
        Response = rules.Choice.Response[page];
        Relevance = terms.Search.RelevanceWeight * DetMath.Log(rules.Choice.Within[page] * (niche.EndPage - niche.FirstPage));
    }

    public int Row { get; }

    /// <summary>Position in the niche.</summary>
    public int Place { get; }

    public ulong PageKey { get; }

    public ulong Key { get; }

    public decimal ReferencePrice { get; }

    public decimal HighestFeaturedPrice { get; }

    /// <summary>Standard deviations of satisfaction.</summary>
    public double Quality { get; }

    public double Utility { get; }

    public double Slope { get; }

    public double Response { get; }

    public double Relevance { get; }

    public virtual double Badge => 1;

    public virtual int ExtraDays => 0;

    public IReadOnlyList<int> Stars { get; set; } = [];

    public double Velocity { get; set; }

    public double RecentOrders { get; set; }

    public double RecentSessions { get; set; }

    public double ShockLog { get; set; }

    /// <summary>What the seller asks; 0 while closed.</summary>
    public decimal AskedPrice { get; set; }

    /// <summary>What shoppers see; 0 when it is not in the market.</summary>
    public decimal Price { get; set; }

    public double PerceivedRating { get; set; }

    public double Rating { get; set; }

    public bool IsFeatured => Price > 0 && Price <= HighestFeaturedPrice;

    /// <summary>By kind of shoppers.</summary>
    public IReadOnlyList<Appeal> Appeals { get; set; } = [];

    public bool IsInMarket => Appeals.Any(appeal => appeal.Weight > 0);

    public int Position { get; set; }

    public double OrganicShare { get; set; }

    public Demand Wanted { get; set; }

    public Demand Served { get; set; }

    public int Orders { get; set; }

    public int Units { get; set; }

    public int Sessions { get; set; }

    public virtual double Kept => 1;

    public abstract bool Has(int units);

    public abstract Demand Serve(Demand wanted);

    public abstract void Take(int units);

    /// <summary>A shopper who found another shelf empty orders here.</summary>
    public void Order(int size)
    {
        Orders++;
        Units += size;
        Sessions++;
        Take(size);
    }
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

/// <summary>A niche: its listings and what it is like today.</summary>
internal sealed class Niche
{
    public Niche(MarketModel rules, int index)
    {
        var model = rules.World.Niches[index];
        Index = index;
        Definition = model.Definition;
        Odds = rules.Choice.Odds[index];
        Listings = [.. Enumerable.Range(model.FirstPage, model.EndPage - model.FirstPage).Select(page => Listing(rules, model, page))];
        Own = [.. Listings.OfType<OwnListing>()];
    }

    public int Index { get; }

    public NicheDefinition Definition { get; }

    public double Odds { get; }

    public IReadOnlyList<Listing> Listings { get; }

    public IReadOnlyList<OwnListing> Own { get; }

    public double Factor { get; set; }

    public double ShockTraffic { get; set; }

    private static Listing Listing(MarketModel rules, NicheModel niche, int page)
    {
        var row = rules.World.Pages[page].Row;
        var own = rules.World.OwnOfRow[row];
        return own >= 0
            ? new OwnListing(rules, niche, page, rules.World.Own[own])
            : new RivalListing(rules, niche, page, rules.World.Rivals[rules.World.RivalOfRow[row]]);
    }
}
