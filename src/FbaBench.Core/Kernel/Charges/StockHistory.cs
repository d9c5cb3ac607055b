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

    /// <summary>Of the days before one, those on which an offer was on sale with stock.</summary>
    public static int LiveDays(WorldState state, int own, int day, int length)
    {
        length = Math.Min(length, day);
        var prices = state.HistoryPrice.Slice(own * WorldLayout.HistoryDays, WorldLayout.HistoryDays);
        var end = day % WorldLayout.HistoryDays;
        var closed = length <= end
            ? prices[(end - length)..end].Count(0)
            : prices[..end].Count(0) + prices[(WorldLayout.HistoryDays - (length - end))..].Count(0);
        return length - closed;
    }

    /// <summary>Lowest price of the days before one on which an offer was on sale with stock; without such a day, more than any price.</summary>
    public static long LowestPrice(WorldState state, int own, int day, int length)
    {
        length = Math.Min(length, day);
        var prices = state.HistoryPrice.Slice(own * WorldLayout.HistoryDays, WorldLayout.HistoryDays);
        var end = day % WorldLayout.HistoryDays;
        return 1L + (length <= end
            ? LowestLessOne(prices[(end - length)..end])
            : Math.Min(LowestLessOne(prices[..end]), LowestLessOne(prices[(WorldLayout.HistoryDays - (length - end))..])));
    }

    /// <summary>Lowest price less one: without a sign, so that no price (zero) comes out as the highest number of all.</summary>
    private static uint LowestLessOne(ReadOnlySpan<int> prices)
    {
        var lows = Vector<uint>.AllBitsSet;
        var i = 0;
        for (; i + Vector<int>.Count <= prices.Length; i += Vector<int>.Count)
        {
            lows = Vector.Min(lows, Vector.AsVectorUInt32(new Vector<int>(prices[i..])) - Vector<uint>.One);
        }

        var low = uint.MaxValue;
        for (var lane = 0; i > 0 && lane < Vector<uint>.Count; lane++)
        {
            low = Math.Min(low, lows[lane]);
        }

        for (; i < prices.Length; i++)
        {
            low = Math.Min(low, unchecked((uint)prices[i] - 1));
        }

        return low;
    }

    /// <summary>Sum over a number of days before one, no more than the ring has.</summary>
    public static long SumOfLast(ReadOnlySpan<int> ring, int day, int length)
    {
        // The last days of a ring are at most two pieces.
        var end = day % ring.Length;
        return length <= end
            ? Sum(ring[(end - length)..end])
            : Sum(ring[..end]) + Sum(ring[(ring.Length - (length - end))..]);
    }

    private static long Sum(ReadOnlySpan<int> rings, int own, int day, int length) =>
        SumOfLast(rings.Slice(own * WorldLayout.HistoryDays, WorldLayout.HistoryDays), day, length);

    /// <summary>Sum of whole numbers.</summary>
    public static long Sum(ReadOnlySpan<int> values)
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
