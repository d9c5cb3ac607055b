using System.Runtime.CompilerServices;
using FbaBench.Primitives;

namespace FbaBench.Market;

/// <inheritdoc cref="PageWeights"/>
internal sealed class PageWeights<TLanes>(LaneMath lanes, MarketModel market, ShockDay shocks) : PageWeights(lanes, market, shocks)
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Utilities up to here weigh nothing: exp has become 0.</summary>
    private const double LeastUtility = -708;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void OfPrice(ReadOnlySpan<double> utility, ReadOnlySpan<double> sensitivity, ReadOnlySpan<double> price, Span<double> into)
    {
        var at = 0;
        for (; at <= into.Length - TLanes.Count; at += TLanes.Count)
        {
            (TLanes.Load(in utility[at]) + (TLanes.Load(in sensitivity[at]) * TLanes.Load(in price[at]))).Store(ref into[at]);
        }

        for (; at < into.Length; at++)
        {
            into[at] = utility[at] + (sensitivity[at] * price[at]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Weigh(ReadOnlySpan<double> utility, ReadOnlySpan<double> sensitivity, ReadOnlySpan<double> rating, ReadOnlySpan<double> rest, ReadOnlySpan<long> live, Span<long> weights)
    {
        var at = 0;
        for (; at <= weights.Length - TLanes.Count; at += TLanes.Count)
        {
            var v = TLanes.Load(in utility[at]) + (TLanes.Load(in sensitivity[at]) * TLanes.Load(in rating[at])) + TLanes.Load(in rest[at]);
            v = TLanes.Select(TLanes.Less(v, TLanes.All(NestedLogit.MaximumUtility)), v, TLanes.All(NestedLogit.MaximumUtility));
            var isSeen = TLanes.Less(TLanes.All(LeastUtility), v);
            var attraction = Lanes.Exp(TLanes.Select(isSeen, v, TLanes.All(LeastUtility)));
            var weight = Lanes.Truncate((attraction * TLanes.All(NestedLogit.Scale)) + TLanes.All(0.5));
            (weight & isSeen & TLanes.Load(in live[at])).Store(ref weights[at]);
        }

        for (; at < weights.Length; at++)
        {
            weights[at] = live[at] & NestedLogit.Weight(utility[at] + (sensitivity[at] * rating[at]) + rest[at]);
        }
    }
}
