using System.Numerics;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>Sums over the last days' rings of an own offer.</summary>
internal static class StockHistory
{
    /// <summary>Stock and shipments over the days before one, as far back as the run goes.</summary>
    public static (long OnHand, long Shipped) Before(WorldState state, int own, int day, int length) =>
        (Sum(state.HistoryOnHand, own, day, Math.Min(length, day)), Shipped(state, own, day, length));

    /// <summary>Units shipped on a number of days before one.</summary>
    public static long Shipped(WorldState state, int own, int day, int length) => Sum(state.HistoryUnits, own, day, Math.Min(length, day));

    private static long Sum(ReadOnlySpan<int> ring, int own, int day, int length)
    {
        // The last days of a ring are at most two pieces.
        var days = ring.Slice(own * WorldLayout.HistoryDays, WorldLayout.HistoryDays);
        var end = day % WorldLayout.HistoryDays;
        return length <= end
            ? Sum(days[(end - length)..end])
            : Sum(days[..end]) + Sum(days[(WorldLayout.HistoryDays - (length - end))..]);
    }

    private static long Sum(ReadOnlySpan<int> values)
    {
        // Whole numbers: no order of summation changes the result. Wide lanes take a third of the time.
        var sums = Vector<long>.Zero;
        var i = 0;
        for (; i + Vector<int>.Count <= values.Length; i += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(values[i..]), out var low, out var high);
            sums += low + high;
        }

        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
        {
            sum += values[i];
        }

        return sum;
    }
}
