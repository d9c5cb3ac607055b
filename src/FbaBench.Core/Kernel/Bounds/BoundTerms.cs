using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Bounds;

/// <summary>
/// What the potential knows of an own offer beforehand: the least that a unit of it can cost until it is on the shelf, by which every unit there is counted at least. Cents; rounded down by one, so that a lot's rounding loses nothing.
/// </summary>
internal static class BoundTerms
{
    /// <summary>
    /// The least landed cost of a unit: over all suppliers and steps of the ladder the price less the whole of what the supplier would give way, with duty, and what it charges beside. Freight by routes and tariffs count as nothing.
    /// </summary>
    public static long LeastCost(OwnOffer offer)
    {
        var least = long.MaxValue;
        foreach (var supplier in offer.Product.Suppliers)
        {
            foreach (var step in supplier.Ladder)
            {
                var price = (long)Math.Floor(step.UnitPrice.Cents * (1 - supplier.Bargain));
                least = Math.Min(least, (long)Math.Floor(price * (1 + supplier.DutyShare)) + supplier.InboundPerUnit.Cents);
            }
        }

        return Math.Max(0, least - 1);
    }

    /// <summary>What a price brings after referral and fulfilment fee; fees of a cell of prices are the least of its ends, as they rise with the price.</summary>
    public static long Net(ProductFees fees, SimDate date, long low, long high) =>
        high - Math.Min(fees.ReferralCents(date, low), fees.ReferralCents(date, high)) - Math.Min(fees.FulfilmentCents(date, low), fees.FulfilmentCents(date, high));
}
