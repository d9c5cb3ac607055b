using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market;

/// <summary>Shoppers of one kind and the results they look at, at random; and what they do by plain formulas, one group after another.</summary>
internal sealed record ConsiderationCase(double[] Utilities, int[] Order, int[] Slots, double[] Attention, double? Decay, double Sigma, double Odds)
{
    /// <summary>A page that is empty: it takes its place and is never chosen.</summary>
    public const double Empty = double.NegativeInfinity;

    public static readonly Gen<ConsiderationCase> Any =
        from pages in Gen.Int[1, 12]
        from utilities in Gen.Frequency((5, Gen.Double[-6, 6]), (1, Gen.Const(Empty))).Array[pages]
        from order in Gen.Shuffle(Enumerable.Range(0, pages).ToArray())
        from advertised in Gen.Shuffle(Enumerable.Range(0, pages).ToArray())
        from slots in Gen.Int[0, Math.Min(5, pages)]
        from falls in Gen.Double[0.05, 1].Array[slots]
        from decay in Gen.OneOf(Gen.Double[0.6, 3].Select(value => (double?)value), Gen.Const((double?)null))
        from sigma in Gen.Double[0, 0.95]
        from odds in Gen.Double[-4, 3]
        select new ConsiderationCase(utilities, order, advertised[..slots], Falling(falls), decay, sigma, Math.Exp(odds));

    public long[] Weights { get; } = [.. Utilities.Select(utility => utility == Empty ? 0 : NestedLogit.Weight(utility))];

    /// <summary>The closed form under test, for all sessions.</summary>
    public Consideration Closed() => Closed(LaneMath.Best);

    public Consideration Closed(LaneMath lanes)
    {
        var closed = Consideration.Of(lanes, new SearchDepth(Decay, Order.Length), Order.Length, Slots.Length);
        closed.Add(1, Odds, Sigma, Order, Weights, Slots, Attention);
        return closed;
    }

    /// <summary>Shares of shoppers by how deep they look (K results) and at how many slots (M).</summary>
    public IEnumerable<(double Share, int[] Considered, int[] Seen)> Groups()
    {
        for (var seen = 0; seen <= Slots.Length; seen++)
        {
            var atLeast = seen == 0 ? 1 : Attention[seen - 1];
            var further = seen == Slots.Length ? 0 : Attention[seen];
            for (var depth = 1; depth <= Order.Length; depth++)
            {
                var deep = AtLeast(depth) - (depth == Order.Length ? 0 : AtLeast(depth + 1));
                yield return ((atLeast - further) * deep, [.. Slots[..seen].Union(Order[..depth])], Slots[..seen]);
            }
        }
    }

    /// <summary>Orders and visits by page of one considered set: nested logit against not buying, visits by the root of the attraction.</summary>
    public (double[] Buy, double[] Visit) Choose(int[] considered)
    {
        var buy = new double[Order.Length];
        var visit = new double[Order.Length];
        var sum = considered.Sum(page => (double)Weights[page]);
        if (sum > 0)
        {
            var interest = considered.Sum(page => Math.Sqrt(Weights[page]));
            var attraction = Odds * Math.Pow(sum / NestedLogit.Scale, 1 - Sigma);
            foreach (var page in considered)
            {
                buy[page] = Weights[page] / sum * attraction / (1 + attraction);
                visit[page] = Math.Sqrt(Weights[page]) / interest / (1 + attraction);
            }
        }

        return (buy, visit);
    }

    private double AtLeast(int position) => Decay is { } decay ? Math.Pow(position, -(decay - 0.6)) : 1;

    private static double[] Falling(double[] factors)
    {
        var attention = 1.0;
        return [.. factors.Select(factor => attention *= factor)];
    }
}
