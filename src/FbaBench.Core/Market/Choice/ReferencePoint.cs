using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>A niche at its reference point: listings in the order of appeal, shoppers of every depth.</summary>
internal sealed class ReferencePoint
{
    private readonly SearchDepth _depth;
    private readonly double _sigma;
    private readonly int[] _positionOf;
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
        var order = Enumerable.Range(0, _within.Length).OrderByDescending(i => _within[i]).ToArray();
        _positionOf = new int[order.Length];
        _sums = new double[order.Length];
        _powers = new double[order.Length];
        var sum = 0.0;
        for (var position = 0; position < order.Length; position++)
        {
            _positionOf[order[position]] = position;
            sum += _within[order[position]];
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
    /// Share of sessions that order from a listing, and the factor of its elasticity per unit of price utility: the mean over its buyers of
    /// 1/(1−σ) − σ/(1−σ) · share within − share (nested logit).
    /// </summary>
    public (double Share, double Factor) Listing(int listing, double odds)
    {
        var share = 0.0;
        var factor = 0.0;
        for (var position = _positionOf[listing]; position < _sums.Length; position++)
        {
            var within = _within[listing] / _sums[position];
            var buying = Buying(position, odds);
            var ordered = Group(position) * buying * within;
            share += ordered;
            factor += ordered * ((1 / (1 - _sigma)) - (_sigma / (1 - _sigma) * within) - (buying * within));
        }

        return (share, factor / share);
    }

    private double Group(int position) => _depth.Exactly(position, _sums.Length);

    private double Buying(int position, double odds) => odds * _powers[position] / (1 + (odds * _powers[position]));
}
