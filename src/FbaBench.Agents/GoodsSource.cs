namespace FbaBench;

/// <summary>Where an offer's goods would come from today: worked out once an offer and morning, since prices, orders, bids and talks all ask for it.</summary>
/// <param name="Quote">
/// Of the suppliers that somebody has checked, the quote with the lowest landed cost at its minimum quantity, at today's freight and tariffs; ties go to
/// the first. Where nobody has checked any, of all.
/// </param>
/// <param name="LandedCost">That cost of a unit.</param>
/// <param name="BreakEvenCents">The price at which a sale earns nothing, see <see cref="StockPlan.BreakEvenCents"/>.</param>
internal readonly record struct GoodsSource(Quote Quote, Money LandedCost, double BreakEvenCents)
{
    /// <summary>The sources of all offers, in the observation's order.</summary>
    public static GoodsSource[] Of(Observation today)
    {
        var offers = today.Offers;
        var sources = new GoodsSource[offers.Count];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = Of(offers[i], today);
        }

        return sources;
    }

    public static GoodsSource Of(in OfferObservation offer, Observation today)
    {
        (Quote Quote, Money LandedCost)? best = null;
        var quotes = offer.Quotes;
        for (var i = 0; i < quotes.Count; i++)
        {
            if (IsTrusted(offer, quotes[i]))
            {
                var cost = Cost(offer, quotes[i], today);
                best = best is { } cheapest && cheapest.LandedCost <= cost ? best : (quotes[i], cost);
            }
        }

        var (quote, landed) = best ?? (offer.BestQuote, Cost(offer, offer.BestQuote, today));
        return new(quote, landed, StockPlan.BreakEvenCents(offer, quote, landed));
    }

    /// <summary>Whether the marketplace has checked the supplier, or an inspector found nothing wrong.</summary>
    public static bool IsTrusted(in OfferObservation offer, Quote quote) =>
        quote.IsVerified || (quote.Supplier.Index < offer.Suppliers.Count && offer.Suppliers[quote.Supplier.Index].Finding == SupplierFinding.Sound);

    private static Money Cost(in OfferObservation offer, Quote quote, Observation today) => today.LandedCost(offer.Info, quote, quote.MinimumUnits);
}
