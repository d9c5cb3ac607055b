using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>A niche: its listings, its kinds of shoppers, and what it is like today.</summary>
internal sealed class Niche
{
    public Niche(MarketModel rules, int index)
    {
        var model = rules.World.Niches[index];
        Index = index;
        Definition = model.Definition;
        Segments = [.. Definition.Segments];
        OrderSizes = model.OrderSizes;
        Odds = rules.Choice.Odds[index];
        Listings = [.. Enumerable.Range(model.FirstPage, model.EndPage - model.FirstPage).Select(page => Listing(rules, model, page))];
        Own = [.. Listings.OfType<OwnListing>()];
        MeanSessions = Definition.SessionsPerDay / Listings.Length;
        MeanOrders = MeanSessions * Definition.ReferenceConversion;
    }

    public int Index { get; }

    public NicheDefinition Definition { get; }

    /// <summary>Kinds of shoppers.</summary>
    public ShopperSegment[] Segments { get; }

    /// <summary>Shares of orders of one, two and three units.</summary>
    public double[] OrderSizes { get; }

    /// <summary>Odds of buying where the weights sum to one.</summary>
    public double Odds { get; }

    public Listing[] Listings { get; }

    public OwnListing[] Own { get; }

    /// <summary>Sessions of a mean listing.</summary>
    public double MeanSessions { get; }

    /// <summary>Orders of a mean listing at the reference point.</summary>
    public double MeanOrders { get; }

    /// <summary>Log-traffic factor of the day.</summary>
    public double Factor { get; set; }

    /// <summary>What shocks do to its sessions.</summary>
    public double ShockTraffic { get; set; }

    /// <summary>Listings in the market in the order of the search results.</summary>
    public List<Listing> Results { get; } = [];

    private static Listing Listing(MarketModel rules, NicheModel niche, int page)
    {
        var row = rules.World.Pages[page].Row;
        var own = rules.World.OwnOfRow[row];
        return own >= 0
            ? new OwnListing(rules, niche, page, rules.World.Own[own])
            : new RivalListing(rules, niche, page, rules.World.Rivals[rules.World.RivalOfRow[row]]);
    }
}
