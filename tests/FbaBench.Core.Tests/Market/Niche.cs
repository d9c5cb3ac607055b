using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market;

/// <summary>
/// A niche drawn at random: weights by page, pages by position, pages in slots. Weights lie on the kernel's grid: the least of them is so small
/// that half a step is some 10⁻⁸ of it, more than what is compared.
/// </summary>
internal sealed record Niche(double[] Weights, int[] Order, int[] Slots, double[] Attention, double Sigma, double Odds, bool SeesAll = false)
{
    public static Gen<Niche> Gen { get; } =
        from count in CsCheck.Gen.Int[1, 12]
        from weights in CsCheck.Gen.Double[0.001, 3].Array[count]
        from order in CsCheck.Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from slots in CsCheck.Gen.Int[0, Math.Min(count, 5)]
        from top in CsCheck.Gen.Double[0.05, 1]
        from sigma in CsCheck.Gen.Double[0, 0.9]
        from odds in CsCheck.Gen.Double[0.01, 5]
        from inSlots in CsCheck.Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select new Niche([.. weights.Select(Snap)], order, inSlots[..slots], [.. Enumerable.Range(0, slots).Select(slot => top * Math.Pow(0.75, slot))], sigma, odds);

    public int Pages => Weights.Length;

    private double? Decay => SeesAll ? null : 1.15;

    public Consideration Consider()
    {
        var considered = Consideration.Of(LaneMath.Best, new SearchDepth(Decay, Pages), Pages, Slots.Length);
        considered.Clear();
        considered.Add(1, Odds, Sigma, Order, [.. Weights.Select(Steps)], Slots, Attention);
        return considered;
    }

    public (double[] Buy, double[] Visit, double[] AdOnly, double[] AdBuy) OneByOne()
    {
        var (buy, visit, adOnly, adBuy) = (new double[Pages], new double[Pages], new double[Pages], new double[Slots.Length]);
        for (var depth = 1; depth <= Order.Length; depth++)
        {
            for (var slots = 0; slots <= Slots.Length; slots++)
            {
                var share = Deep(depth) * Seen(slots);
                var seen = Order[..depth].Union(Slots[..slots]).ToArray();
                var total = seen.Sum(page => Weights[page]);
                var interest = seen.Sum(Interest);
                var attraction = Odds * Math.Pow(total, 1 - Sigma);
                foreach (var page in seen)
                {
                    var ordered = share * attraction / (1 + attraction) * Weights[page] / total;
                    buy[page] += ordered;
                    visit[page] += share / (1 + attraction) * Interest(page) / interest;
                    var slot = Array.IndexOf(Slots[..slots], page);
                    if (slot >= 0)
                    {
                        adBuy[slot] += ordered;
                        adOnly[page] += Order[..depth].Contains(page) ? 0 : ordered;
                    }
                }
            }
        }

        return (buy, visit, adOnly, adBuy);
    }

    private static long Steps(double weight) => (long)((weight * NestedLogit.Scale) + 0.5);

    private static double Snap(double weight) => Steps(weight) / NestedLogit.Scale;

    /// <summary>The root of a weight, down to the step below.</summary>
    private double Interest(int page) => Math.Floor(Math.Sqrt(Weights[page]) * NestedLogit.Scale) / NestedLogit.Scale;

    private double Deep(int depth)
    {
        var atLeast = SeesAll ? 1 : Math.Pow(depth, -0.55);
        return depth == Order.Length ? atLeast : atLeast - (SeesAll ? 1 : Math.Pow(depth + 1, -0.55));
    }

    private double Seen(int slots) => (slots == 0 ? 1 : Attention[slots - 1]) - (slots == Slots.Length ? 0 : Attention[slots]);
}
