using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// Which of a shared page's offers shoppers take. The featured offer is a softmax of scores in price, badge and delivery; most buyers take
/// it, the others look at the rest (economics, section 1.4).
/// </summary>
internal static class FeaturedOffer
{
    /// <summary>Chances that each offer is the featured one; 0 for all when none may be.</summary>
    /// <param name="terms">Coefficients.</param>
    /// <param name="prices">Prices in cents as the marketplace compares them; 0 is not in the market or too high.</param>
    /// <param name="extraDays">Days by which each is delivered later.</param>
    /// <param name="chances">Results.</param>
    public static void Chances(FeaturedOfferTerms terms, ReadOnlySpan<double> prices, ReadOnlySpan<int> extraDays, Span<double> chances)
    {
        var cheapest = double.PositiveInfinity;
        foreach (var price in prices)
        {
            cheapest = price > 0 ? Math.Min(cheapest, price) : cheapest;
        }

        var sum = 0.0;
        for (var i = 0; i < prices.Length; i++)
        {
            var score = (terms.PriceCoefficient * ((prices[i] / cheapest) - 1)) + (terms.DeliveryDayCoefficient * extraDays[i]);
            chances[i] = prices[i] > 0 ? DetMath.Exp(score) : 0;
            sum += chances[i];
        }

        for (var i = 0; i < chances.Length && sum > 0; i++)
        {
            chances[i] /= sum;
        }
    }

    /// <summary>Share of a page's buyers that go to one of two offers which asks less by a share of the other's price.</summary>
    public static double ShareOfUndercutter(FeaturedOfferTerms terms, double undercut)
    {
        var featured = 1 / (1 + DetMath.Exp(terms.PriceCoefficient * ((1 / (1 - undercut)) - 1)));
        return (terms.ShareOfSales * featured) + ((1 - terms.ShareOfSales) * (1 - featured));
    }

    /// <summary>
    /// Each offer's share of its page's buyers: the featured share of those who take what is featured, and of the others its share among the
    /// offers that are not. With one offer it is all of them.
    /// </summary>
    /// <param name="shareOfSales">Share of buyers who take the featured offer.</param>
    /// <param name="chances">Chances to be the featured one.</param>
    /// <param name="attractions">Attraction of each offer to who compares; 0 is not in the market.</param>
    /// <param name="split">Results; they sum to 1 when any offer is in the market.</param>
    public static void Split(double shareOfSales, ReadOnlySpan<double> chances, ReadOnlySpan<double> attractions, Span<double> split)
    {
        var total = 0.0;
        var featured = 0.0;
        var live = 0;
        for (var i = 0; i < attractions.Length; i++)
        {
            total += attractions[i];
            featured += chances[i];
            live += attractions[i] > 0 ? 1 : 0;
        }

        for (var i = 0; i < split.Length; i++)
        {
            // When this one is not featured, another is, and the rest is compared without that one.
            var others = 0.0;
            for (var other = 0; other < split.Length && attractions[i] > 0; other++)
            {
                others += other != i && chances[other] > 0 ? chances[other] * attractions[i] / (total - attractions[other]) : 0;
            }

            split[i] = featured == 0
                ? total == 0 ? 0 : attractions[i] / total
                : live == 1 ? (attractions[i] > 0 ? 1 : 0) : (shareOfSales * chances[i]) + ((1 - shareOfSales) * others);
        }
    }
}
