using FbaBench.Market;

namespace FbaBench.Tests.Market;

/// <summary>
/// Shoppers one by one, each with tastes of its own that stay the same when an offer is out: utilities of nested logit are Gumbel draws, and within
/// the nest they share the logarithm of a positive stable draw of index 1 − σ (Kanter 1975; the generalised extreme value distribution of McFadden 1978).
/// </summary>
internal sealed class RechoiceShoppers(double[] depth, double[] attention, double sigma, double odds)
{
    private readonly Random _random = new(20_250_115);

    /// <summary>A kind of shoppers: their share and what the pages weigh to them.</summary>
    public sealed record Kind(double Share, long[] Weights);

    /// <summary>
    /// Of shoppers whose first choice is an empty page, how many take each page instead, by page; the last count are those who leave.
    /// </summary>
    public long[] Simulate(int shoppers, IReadOnlyList<Kind> kinds, int[] order, int[] slots, bool[] isEmpty)
    {
        var taken = new long[order.Length + 1];
        var utilities = new double[order.Length];
        var empty = order.Where(page => isEmpty[page]).ToArray();
        for (var shopper = 0; shopper < shoppers; shopper++)
        {
            var deep = Furthest(depth, order.Length);
            var seen = Furthest(attention, slots.Length);
            var kind = Pick(kinds);
            if (!order.AsSpan(0, deep).ContainsAny(empty) && !slots.AsSpan(0, seen).ContainsAny(empty))
            {
                continue; // sees no empty page, and so cannot meet its shelf
            }

            Array.Fill(utilities, double.NegativeInfinity);
            var nest = Stable(1 - sigma);
            for (var position = 0; position < deep; position++)
            {
                utilities[order[position]] = Utility(kind.Weights[order[position]], nest);
            }

            for (var slot = 0; slot < seen; slot++)
            {
                utilities[slots[slot]] = double.IsNegativeInfinity(utilities[slots[slot]]) ? Utility(kind.Weights[slots[slot]], nest) : utilities[slots[slot]];
            }

            var outside = Gumbel();
            var first = Best(utilities, outside, []);
            if (first >= 0 && isEmpty[first])
            {
                var second = Best(utilities, outside, isEmpty);
                taken[second < 0 ? order.Length : second]++;
            }
        }

        return taken;
    }

    private static int Best(double[] utilities, double outside, ReadOnlySpan<bool> without)
    {
        var best = -1;
        for (var page = 0; page < utilities.Length; page++)
        {
            if ((without.IsEmpty || !without[page]) && utilities[page] > (best < 0 ? outside : utilities[best]))
            {
                best = page;
            }
        }

        return best;
    }

    private double Utility(long weight, double nest) => Math.Log(odds) + ((1 - sigma) * (Math.Log(weight / NestedLogit.Scale) + nest + Gumbel()));

    private double Gumbel() => -Math.Log(-Math.Log(1 - _random.NextDouble()));

    /// <summary>Logarithm of a positive stable draw whose Laplace transform is exp(−t^index).</summary>
    private double Stable(double index)
    {
        var angle = Math.PI * (1 - _random.NextDouble());
        var rate = -Math.Log(1 - _random.NextDouble());
        return Math.Log(Math.Sin(index * angle)) - (Math.Log(Math.Sin(angle)) / index) + ((1 - index) / index * Math.Log(Math.Sin((1 - index) * angle) / rate));
    }

    /// <summary>How many of a list of falling chances a shopper passes, with one uniform draw.</summary>
    private int Furthest(double[] atLeast, int most)
    {
        var uniform = _random.NextDouble();
        var count = 0;
        while (count < most && uniform < atLeast[count])
        {
            count++;
        }

        return count;
    }

    private Kind Pick(IReadOnlyList<Kind> kinds)
    {
        var uniform = _random.NextDouble();
        var kind = 0;
        while (kind < kinds.Count - 1 && uniform >= kinds[kind].Share)
        {
            uniform -= kinds[kind++].Share;
        }

        return kinds[kind];
    }
}
