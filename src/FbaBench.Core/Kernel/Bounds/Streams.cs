using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Bounds;

/// <summary>The ways on which orders come to an offer on a day, each with draws of its own: by the search results, and in every phase of the day of a campaign, of which there are at most one more than own offers in the niche.</summary>
internal static class Streams
{
    private const int OrdinalsPerPhase = 4;

    /// <summary>Number of ways.</summary>
    public static int Count(DayContext day, NicheModel niche) => day.Rules.SlotAttention.Length == 0 ? 1 : 2 + niche.EndOwn - niche.FirstOwn;

    /// <summary>Units of an offer that come on one way at a mean.</summary>
    public static long Units(DayContext day, NicheModel niche, OwnOffer offer, int stream, double mean)
    {
        long units = 0;
        for (var size = 1; size <= Demand.LargestOrder; size++)
        {
            units += (long)size * Orders(day, niche, offer, stream, size, mean);
        }

        return units;
    }

    /// <summary>Orders of a size on all ways, each at the whole mean.</summary>
    public static long Orders(DayContext day, NicheModel niche, OwnOffer offer, int size, double mean)
    {
        long orders = 0;
        for (var stream = 0; stream < Count(day, niche); stream++)
        {
            orders += Orders(day, niche, offer, stream, size, mean);
        }

        return orders;
    }

    private static int Orders(DayContext day, NicheModel niche, OwnOffer offer, int stream, int size, double mean)
    {
        var share = Math.Min(mean * niche.OrderSizes[size - 1], PoissonQuantile.MaximumMean);
        if (day.Model.Laboratory.Draws == DemandDraws.Expected)
        {
            return size == 1 ? StandingDemand.Rounded(mean) : 0;
        }

        var uniform = stream == 0
            ? day.Draws.Uniform(Mechanism.Orders, offer.Key, day.Day, size)
            : day.Draws.Uniform(Mechanism.AdOrders, offer.Key, day.Day, ((stream - 1) * OrdinalsPerPhase) + size);
        return PoissonQuantile.Of(uniform, share);
    }
}
