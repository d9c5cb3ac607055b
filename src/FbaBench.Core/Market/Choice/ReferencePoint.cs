using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>A niche at its reference point: listings in the order of appeal, shoppers of every depth.</summary>
internal sealed class ReferencePoint
{
    private readonly SearchDepth _depth;
    private readonly double _sigma;
    private readonly int[] _order;
    private readonly double[] _within;
    private readonly double[] _sums;
    private readonly double[] _powers;

    /// <param name="depth">How far shoppers look.</param>
    /// <param name="within">Share of the niche's appeal, by listing.</param>
    /// <param name="sigma">Correlation of tastes.</param>
    public ReferencePoint(SearchDepth depth, ReadOnlySpan<double> within, double sigma)
    {
        _depth = depth;
        _sigma = sigma;
        _within = within.ToArray();
        _order = [.. Enumerable.Range(0, _within.Length).OrderByDescending(i => _within[i])];
        _sums = new double[_order.Length];
        _powers = new double[_order.Length];
        var sum = 0.0;
        for (var position = 0; position < _order.Length; position++)
        {
            sum += _within[_order[position]];
            _sums[position] = sum;
            _powers[position] = DetMath.Exp((1 - sigma) * DetMath.Log(sum));
        }
    }

    /// <summary>Share of sessions that buy at odds.</summary>
    public double Conversion(double odds)
    {
        var share = 0.0;
        for (var position = 0; position < _sums.Length; position++)
        {
            share += Group(position) * Buying(position, odds);
        }

        return share;
    }

    /// <summary>
    /// For each listing the share of sessions that order from it, and the factor of its elasticity per unit of price utility: the mean over its
    /// buyers of 1/(1−σ) − σ/(1−σ) · share within − share (nested logit). Listings of equal appeal share their places, so that none is
    /// favoured.
    /// </summary>
    public (double Share, double Factor)[] Listings(double odds)
    {
        var count = _sums.Length;
        var (shares, factors) = (new double[count], new double[count]);
        var (bought, squared, linear) = (0.0, 0.0, 0.0);
        for (var position = count - 1; position >= 0; position--)
        {
            // Per unit of weight, over all who look at least this far.
            var buying = Buying(position, odds);
            var each = Group(position) * buying / _sums[position];
            bought += each;
            linear += each / (1 - _sigma);
            squared += each / _sums[position] * ((_sigma / (1 - _sigma)) + buying);
            var weight = _within[_order[position]];
            shares[position] = weight * bought;
            factors[position] = weight * (linear - (weight * squared));
        }

        var results = new (double Share, double Factor)[count];
        for (var first = 0; first < count;)
        {
            var end = first;
            var (share, factor) = (0.0, 0.0);
            for (; end < count && _within[_order[end]] == _within[_order[first]]; end++)
            {
                share += shares[end];
                factor += factors[end];
            }

            var places = end - first;
            for (; first < end; first++)
            {
                results[_order[first]] = (share / places, factor / share);
            }
        }

        return results;
    }

    private double Group(int position) => _depth.Exactly(position, _sums.Length);

    private double Buying(int position, double odds) => odds * _powers[position] / (1 + (odds * _powers[position]));
}
