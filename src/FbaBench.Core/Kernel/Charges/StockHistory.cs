using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>Sums over the last days' rings of an own offer.</summary>
internal static class StockHistory
{
    /// <summary>Stock and shipments over the days before one, as far back as the offer has had stock in this run.</summary>
    public static (long OnHand, long Shipped) Before(WorldState state, int own, int day, int length)
    {
        var known = day - Math.Max(0, state.FirstInbound[own]);
        return known <= 0 ? default : (Sum(state.HistoryOnHand, own, day, Math.Min(length, known)), Shipped(state, own, day, Math.Min(length, known)));
    }

    /// <summary>Units shipped on a number of days before one.</summary>
    public static long Shipped(WorldState state, int own, int day, int length) => Sum(state.HistoryUnits, own, day, Math.Min(length, day));

    private static long Sum(ReadOnlySpan<int> ring, int own, int day, int length)
    {
        var days = ring.Slice(own * WorldLayout.HistoryDays, WorldLayout.HistoryDays);
        long sum = 0;
        for (int back = 1, at = day % WorldLayout.HistoryDays; back <= length; back++)
        {
            at = at == 0 ? WorldLayout.HistoryDays - 1 : at - 1;
            sum += days[at];
        }

        return sum;
    }
}
