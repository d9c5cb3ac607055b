using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// What shoppers of one kind do who see the search results down to a depth of their own and some of the sponsored slots: shares of sessions
/// that buy or only visit each page, in closed form (economics, section 1.3). A shopper of depth K who looks at the first M slots considers
/// the first K results and these M pages, and chooses among them by nested logit. One pass down the results sums the
/// weights, one pass up sums the shares of all who come at least as far. Those who see no slot, one, two … stand side by side in the lanes.
/// </summary>
internal abstract class Consideration
{
    private readonly SearchDepth _depth;
    private readonly int _slots;
    private readonly double[] _buy;
    private readonly double[] _visit;
    private readonly double[] _adOnly;
    private readonly double[] _adBuy;
    private readonly double[] _adVisit;
    private readonly int[] _slotOf;

    /// <param name="depth">Share of shoppers who look at least as far as each position.</param>
    /// <param name="pages">Pages of the largest niche.</param>
    /// <param name="slots">Sponsored slots.</param>
    protected Consideration(SearchDepth depth, int pages, int slots)
    {
        _depth = depth;
        _slots = slots;
        _buy = new double[pages];
        _visit = new double[pages];
        _adOnly = new double[pages];
        _adBuy = new double[slots];
        _adVisit = new double[slots];
        _slotOf = new int[pages];
        Stride = LaneMath.Padded(slots + 1);
        Shares = new double[Stride];
        AdSums = new long[Stride];
        AdInterests = new long[Stride];
        Weights = new long[LaneMath.Padded(pages)];
        Interest = new long[Weights.Length];
        BuyBelow = new double[pages * Stride];
        VisitBelow = new double[pages * Stride];
        InResults = new long[(slots + 1) * Stride];
        for (var slot = 0; slot <= slots; slot++)
        {
            for (var seen = 0; seen < Stride; seen++)
            {
                InResults[(slot * Stride) + seen] = slot < seen && slot < slots ? 0 : -1;
            }
        }
    }

    /// <summary>Share of sessions that order from each page, by its position in the niche.</summary>
    public ReadOnlySpan<double> Buy => _buy;

    /// <summary>Share of sessions that end at each page without an order.</summary>
    public ReadOnlySpan<double> Visit => _visit;

    /// <summary>The part of <see cref="Buy"/> that the search results alone would not have shown the page.</summary>
    public ReadOnlySpan<double> AdOnly => _adOnly;

    /// <summary>Share of sessions that order after a click on each slot.</summary>
    public ReadOnlySpan<double> AdBuy => _adBuy;

    /// <summary>Share of sessions that click each slot and do not order.</summary>
    public ReadOnlySpan<double> AdVisit => _adVisit;

    /// <summary>Lanes of a position: one for each number of slots seen, padded to whole tiles.</summary>
    protected int Stride { get; }

    /// <summary>Share of all sessions who see each number of slots.</summary>
    protected double[] Shares { get; }

    /// <summary>Attraction of the slots seen.</summary>
    protected long[] AdSums { get; }

    /// <summary>Interest in the slots seen.</summary>
    protected long[] AdInterests { get; }

    /// <summary>Attraction, by page.</summary>
    protected long[] Weights { get; }

    /// <summary>Weight in the visits, by page.</summary>
    protected long[] Interest { get; }

    /// <summary>By position and lane: orders per unit of weight, of all who come at least as far.</summary>
    protected double[] BuyBelow { get; }

    /// <summary>By position and lane: visits per unit of interest, of all who come at least as far.</summary>
    protected double[] VisitBelow { get; }

    /// <summary>By slot (the last stands for none) and lane: all bits where a page in the slot is met in the results first.</summary>
    protected long[] InResults { get; }

    public static Consideration Of(LaneMath lanes, SearchDepth depth, int pages, int slots) => lanes.Make(new Factory(depth, pages, slots));

    public void Clear()
    {
        Array.Clear(_buy);
        Array.Clear(_visit);
        Array.Clear(_adOnly);
        Array.Clear(_adBuy);
        Array.Clear(_adVisit);
    }

    /// <summary>Adds the sessions of one kind of shoppers.</summary>
    /// <param name="share">Their share of all sessions.</param>
    /// <param name="odds">Odds of buying where the weights sum to <see cref="NestedLogit.Scale"/>.</param>
    /// <param name="sigma">Correlation of tastes.</param>
    /// <param name="order">Pages by position in the search results.</param>
    /// <param name="weights">Attraction by page; 0 takes a place in the results and is never chosen.</param>
    /// <param name="inSlots">Pages in the sponsored slots, first slot first, each in <paramref name="order"/> and none twice.</param>
    /// <param name="attention">Share of shoppers who look at least as far as each slot.</param>
    public void Add(double share, double odds, double sigma, ReadOnlySpan<int> order, ReadOnlySpan<long> weights, ReadOnlySpan<int> inSlots, ReadOnlySpan<double> attention)
    {
        weights.CopyTo(Weights);
        Interests();
        See(share, inSlots, attention);
        SumDown(odds, sigma, order, _slotOf, inSlots.Length + 1);
        SumUp(order.Length, inSlots.Length + 1);
        Collect(order, inSlots.Length + 1);
    }

    /// <summary><see cref="NestedLogit.Interest"/> in all pages.</summary>
    protected abstract void Interests();

    /// <summary>
    /// From the first position to the last: the sums of attraction and interest that a shopper of each depth considers, and the shares, per unit of
    /// weight and of interest, of those who come exactly as far.
    /// </summary>
    protected abstract void SumDown(double odds, double sigma, ReadOnlySpan<int> order, ReadOnlySpan<int> slotOf, int groups);

    /// <summary>From the last position to the first: the shares of all who come at least as far.</summary>
    protected abstract void SumUp(int count, int groups);

    /// <summary>Share of shoppers who look exactly as far as a position.</summary>
    protected double Exactly(int position, int count) => _depth.Exactly(position, count);

    /// <summary>Who sees how many slots, and what they find in them.</summary>
    private void See(double share, ReadOnlySpan<int> inSlots, ReadOnlySpan<double> attention)
    {
        Array.Fill(_slotOf, _slots);
        Array.Clear(Shares);
        long sum = 0;
        long interest = 0;
        for (var seen = 0; seen <= inSlots.Length; seen++)
        {
            var group = (seen == 0 ? 1 : attention[seen - 1]) - (seen == inSlots.Length ? 0 : attention[seen]);
            Shares[seen] = group > 0 ? share * group : 0;
            if (seen > 0)
            {
                _slotOf[inSlots[seen - 1]] = seen - 1;
                sum += Weights[inSlots[seen - 1]];
                interest += Interest[inSlots[seen - 1]];
            }

            AdSums[seen] = sum;
            AdInterests[seen] = interest;
        }
    }

    private void Collect(ReadOnlySpan<int> order, int groups)
    {
        for (var position = 0; position < order.Length; position++)
        {
            var page = order[position];
            var slot = _slotOf[page];
            double weight = Weights[page];
            double interest = Interest[page];
            var buy = BuyBelow.AsSpan(position * Stride, Stride);
            var visit = VisitBelow.AsSpan(position * Stride, Stride);
            var (buys, visits) = (_buy[page], _visit[page]);
            var inResults = slot == _slots ? groups : slot + 1;
            for (var seen = 0; seen < inResults; seen++)
            {
                buys += weight * buy[seen];
                visits += interest * visit[seen];
            }

            for (var seen = inResults; seen < groups; seen++)
            {
                // In a slot: all who see the slot consider the page, however far they look.
                var bought = weight * BuyBelow[seen];
                var visited = interest * VisitBelow[seen];
                buys += bought;
                visits += visited;
                _adBuy[slot] += bought;
                _adVisit[slot] += visited;
                _adOnly[page] += weight * (BuyBelow[seen] - buy[seen]);
            }

            (_buy[page], _visit[page]) = (buys, visits);
        }
    }

    private sealed class Factory(SearchDepth depth, int pages, int slots) : LaneFactory<Consideration>
    {
        public override Consideration Make<TLanes>() => new Consideration<TLanes>(depth, pages, slots);
    }
}
