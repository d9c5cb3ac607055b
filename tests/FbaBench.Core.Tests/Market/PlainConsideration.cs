using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market;

/// <summary>
/// <see cref="Consideration"/> as it reads without lanes: one number of slots seen after another, one position after another, one operation after
/// another. What the lanes must give to the bit.
/// </summary>
/// <param name="depth">Share of shoppers who look at least as far as each position.</param>
/// <param name="pages">Pages of the largest niche.</param>
/// <param name="slots">Sponsored slots.</param>
internal sealed class PlainConsideration(SearchDepth depth, int pages, int slots)
{
    private readonly double[] _buy = new double[pages];
    private readonly double[] _visit = new double[pages];
    private readonly double[] _adOnly = new double[pages];
    private readonly double[] _adBuy = new double[slots];
    private readonly double[] _adVisit = new double[slots];
    private readonly int[] _slotOf = new int[pages];
    private readonly long[] _interest = new long[pages];
    private readonly double[] _sums = new double[pages];
    private readonly double[] _interests = new double[pages];
    private readonly double[] _powers = new double[pages];
    private readonly double[] _buyBelow = new double[pages];
    private readonly double[] _visitBelow = new double[pages];

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
        Array.Fill(_slotOf, int.MaxValue);
        for (var slot = 0; slot < inSlots.Length; slot++)
        {
            _slotOf[inSlots[slot]] = slot;
        }

        foreach (var page in order)
        {
            _interest[page] = NestedLogit.Interest(weights[page]);
        }

        for (var seen = 0; seen <= inSlots.Length; seen++)
        {
            var group = (seen == 0 ? 1 : attention[seen - 1]) - (seen == inSlots.Length ? 0 : attention[seen]);
            if (group > 0)
            {
                SumDown(sigma, order, weights, inSlots[..seen]);
                SumUp(share * group, odds, order.Length);
                Collect(order, weights, seen);
            }
        }
    }

    /// <summary>Sums of attraction and interest of what a shopper of each depth considers.</summary>
    private void SumDown(double sigma, ReadOnlySpan<int> order, ReadOnlySpan<long> weights, ReadOnlySpan<int> seen)
    {
        long sum = 0;
        long interest = 0;
        foreach (var page in seen)
        {
            sum += weights[page];
            interest += _interest[page];
        }

        for (var position = 0; position < order.Length; position++)
        {
            var page = order[position];
            if (_slotOf[page] >= seen.Length)
            {
                sum += weights[page];
                interest += _interest[page];
            }

            // Nothing to see yet is no attraction at all; one unit of weight stands for it and weighs nothing.
            _sums[position] = Math.Max(sum, 1);
            _interests[position] = Math.Max(interest, 1);
            _powers[position] = _sums[position] / NestedLogit.Scale;
        }

        foreach (ref var power in _powers.AsSpan(0, order.Length))
        {
            power = DetMath.Exp(DetMath.Log(power) * (1 - sigma));
        }
    }

    /// <summary>For each position the shares, per unit of weight and of interest, of all shoppers who come at least as far.</summary>
    private void SumUp(double share, double odds, int count)
    {
        Groups(share, odds, count);
        var buy = 0.0;
        var visit = 0.0;
        for (var position = count - 1; position >= 0; position--)
        {
            buy += _buyBelow[position];
            visit += _visitBelow[position];
            _buyBelow[position] = buy;
            _visitBelow[position] = visit;
        }
    }

    /// <summary>The shares of those who come exactly as far as each position.</summary>
    private void Groups(double share, double odds, int count)
    {
        for (var position = 0; position < count; position++)
        {
            var attraction = _powers[position] * odds;
            var leave = 1 / (1 + attraction);
            var group = depth.Exactly(position, count) * share;
            _buyBelow[position] = group * attraction * leave / _sums[position];
            _visitBelow[position] = group * leave / _interests[position];
        }
    }

    private void Collect(ReadOnlySpan<int> order, ReadOnlySpan<long> weights, int seen)
    {
        for (var position = 0; position < order.Length; position++)
        {
            var page = order[position];
            var slot = _slotOf[page];
            var isAd = slot < seen;
            var from = isAd ? 0 : position;
            var buy = weights[page] * _buyBelow[from];
            var visit = _interest[page] * _visitBelow[from];
            _buy[page] += buy;
            _visit[page] += visit;
            if (isAd)
            {
                _adBuy[slot] += buy;
                _adVisit[slot] += visit;
                _adOnly[page] += weights[page] * (_buyBelow[0] - _buyBelow[position]);
            }
        }
    }
}
