using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Bounds;

/// <summary>
/// The most that shoppers can want of an own offer at a price: alone on the page that everybody looks at, at five stars and the most reviews it can have by then, promoted, delivered by the marketplace. In the nested logit every other offer that is considered takes
/// from it and none gives, so that neither rivals, siblings, search results nor sponsored slots bring more.
/// </summary>
internal sealed class BestCorner(MarketModel rules, NicheModel niche, OwnOffer offer)
{
    private readonly int _page = rules.World.PageOfRow[offer.Row];

    /// <summary>Mean orders of a day at a price, first and second choices together.</summary>
    /// <param name="price">Cents, at least 1.</param>
    /// <param name="sessions">Mean sessions of the niche.</param>
    /// <param name="season">Factor on the odds of buying.</param>
    /// <param name="reviews">The most reviews that it can have.</param>
    /// <param name="shock">Logarithm of the page's factor of the day.</param>
    public double MeanOrders(long price, double sessions, double season, double reviews, double shock)
    {
        var world = rules.World;
        var terms = world.Definition.Market.Reviews;
        var count = Math.Max(1, reviews);
        var rating = !world.Laboratory.Reviews ? 0
            : rules.Choice.Response[_page] * ReviewEffect.LogSales(terms, WorldLayout.Stars, count, DetMath.Log(count), rules.Offers.LogReferenceCount, rules.Offers.LogFirstReview);
        var isFeatured = !world.Laboratory.Suppression || price <= rules.Offers.HighestFeatured[_page];

        var rest = (rules.Choice.Response[_page] * Math.Max(0, rules.Offers.LogLift)) + shock + (isFeatured ? 0 : rules.Offers.LogUnfeatured);
        var (share, odds) = (0.0, rules.Choice.Odds[offer.Niche] * season);
        for (var kind = 0; kind < niche.Segments.Length; kind++)
        {
            var shoppers = rules.Offers.Kinds[kind];
            var utility = rules.Choice.Utility[_page]
                + (shoppers.PriceSensitivity[_page] * rules.Choice.Slope[_page] * (price - rules.Offers.ReferenceCents[_page]))
                + (shoppers.RatingSensitivity[_page] * rating)
                + rest;
            var attraction = odds * DetMath.Exp((1 - niche.Definition.NestSigma) * Math.Min(utility, NestedLogit.MaximumUtility));
            share += niche.Segments[kind].Share * (attraction / (1 + attraction));
        }

        // A hair more, for what the engine rounds.
        return sessions * share * (1 + 1e-9) + 1e-9;
    }
}
