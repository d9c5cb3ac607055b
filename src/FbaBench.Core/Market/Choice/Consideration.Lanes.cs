using System.Runtime.CompilerServices;
using FbaBench.Primitives;

namespace FbaBench.Market;

/// <inheritdoc cref="Consideration"/>
internal sealed class Consideration<TLanes>(SearchDepth depth, int pages, int slots) : Consideration(depth, pages, slots)
    where TLanes : struct, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Interests()
    {
        for (var at = 0; at < Weights.Length; at += TLanes.Count)
        {
            var root = TLanes.Sqrt(TLanes.ToDouble(TLanes.Load(in Weights[at])));
            Lanes.Truncate(root * TLanes.All(NestedLogit.InterestScale)).Store(ref Interest[at]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void SumDown(double odds, double sigma, ReadOnlySpan<int> order, ReadOnlySpan<int> slotOf, int groups)
    {
        for (var lane = 0; lane < groups; lane += TLanes.Count)
        {
            var sum = TLanes.Load(in AdSums[lane]);
            var interest = TLanes.Load(in AdInterests[lane]);
            var share = TLanes.Load(in Shares[lane]);
            for (var position = 0; position < order.Length; position++)
            {
                var page = order[position];
                var isNew = TLanes.Load(in InResults[(slotOf[page] * Stride) + lane]);
                sum = TLanes.AddWhole(sum, TLanes.All(Weights[page]) & isNew);
                interest = TLanes.AddWhole(interest, TLanes.All(Interest[page]) & isNew);

                // Nothing to see yet is no attraction at all; one unit of weight stands for it and weighs nothing.
                var total = TLanes.ToDouble(TLanes.MaxWhole(sum, TLanes.All(1L)));
                var looks = TLanes.ToDouble(TLanes.MaxWhole(interest, TLanes.All(1L)));
                var power = Lanes.Exp(Lanes.Log(total * TLanes.All(1 / NestedLogit.Scale)) * TLanes.All(1 - sigma));
                var attraction = power * TLanes.All(odds);
                var leave = TLanes.All(1.0) / (TLanes.All(1.0) + attraction);
                var group = TLanes.All(Exactly(position, order.Length)) * share;
                (group * attraction * leave / total).Store(ref BuyBelow[(position * Stride) + lane]);
                (group * leave / looks).Store(ref VisitBelow[(position * Stride) + lane]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void SumUp(int count, int groups)
    {
        for (var lane = 0; lane < groups; lane += TLanes.Count)
        {
            var buy = TLanes.All(0.0);
            var visit = TLanes.All(0.0);
            for (var at = ((count - 1) * Stride) + lane; at >= 0; at -= Stride)
            {
                buy += TLanes.Load(in BuyBelow[at]);
                visit += TLanes.Load(in VisitBelow[at]);
                buy.Store(ref BuyBelow[at]);
                visit.Store(ref VisitBelow[at]);
            }
        }
    }
}
