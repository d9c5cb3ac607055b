using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// Stars by ordered logit: a reviewer's satisfaction is a logistic draw plus a shift, less what a late delivery costs. The cuts between stars are those
/// that give the world's star distribution over timely and late deliveries together, and lateness costs what makes the means differ by
/// <see cref="ReviewTerms.LateStarDrop"/>. The J shape (Hu, Pavlou and Zhang 2009) is in the cuts; quality, lateness and expectation only shift.
/// </summary>
internal sealed class StarModel
{
    public const int Stars = 5;

    private const double WidestShift = 30;
    private const int Bisections = 60;

    private readonly double[] _cuts = new double[Stars - 1];
    private readonly double _lateness;

    public StarModel(ReviewTerms terms)
    {
        var (low, high) = (0.0, WidestShift);
        for (var i = 0; i < Bisections; i++)
        {
            var middle = (low + high) / 2;
            Cut(terms, middle);
            (low, high) = Mean(0) - Mean(-middle) < terms.LateStarDrop ? (middle, high) : (low, middle);
        }

        Cut(terms, high);
        _lateness = high;
    }

    /// <summary>Stars of a review, 1 to 5.</summary>
    /// <param name="uniform">The reviewer's draw, inside (0, 1).</param>
    /// <param name="shift">Quality less disappointed expectation.</param>
    /// <param name="isLate">Whether the delivery was late.</param>
    public int Of(double uniform, double shift, bool isLate)
    {
        var satisfaction = DetMath.Log(uniform / (1 - uniform)) + shift - (isLate ? _lateness : 0);
        var stars = 1;
        foreach (var cut in _cuts)
        {
            stars += satisfaction > cut ? 1 : 0;
        }

        return stars;
    }

    /// <summary>Mean stars at a shift of quality or expectation.</summary>
    public double MeanOf(double shift, bool isLate) => Mean(shift - (isLate ? _lateness : 0));

    /// <summary>The shift at which the mean of timely deliveries' stars is a given one, within what one to five stars allow.</summary>
    public double ShiftFor(double mean)
    {
        var (low, high) = (-WidestShift, WidestShift);
        for (var i = 0; i < Bisections; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Mean(middle) < mean ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Shares of one to five stars of timely deliveries at a shift.</summary>
    public void Shares(double shift, Span<double> shares)
    {
        var below = 0.0;
        for (var star = 0; star < Stars; star++)
        {
            var upTo = star == Stars - 1 ? 1 : 1 / (1 + DetMath.Exp(shift - _cuts[star]));
            shares[star] = upTo - below;
            below = upTo;
        }
    }

    /// <summary>Cuts at which timely and late deliveries together have the world's stars.</summary>
    private void Cut(ReviewTerms terms, double lateness)
    {
        var below = 0.0;
        for (var star = 0; star < Stars - 1; star++)
        {
            below += terms.Stars[star];
            var (low, high) = (-2 * WidestShift, WidestShift);
            for (var i = 0; i < Bisections; i++)
            {
                var middle = (low + high) / 2;
                var share = ((1 - terms.LateShare) / (1 + DetMath.Exp(-middle))) + (terms.LateShare / (1 + DetMath.Exp(-middle - lateness)));
                (low, high) = share < below ? (middle, high) : (low, middle);
            }

            _cuts[star] = high;
        }
    }

    private double Mean(double shift)
    {
        Span<double> shares = stackalloc double[Stars];
        Shares(shift, shares);
        var mean = 0.0;
        for (var star = 0; star < Stars; star++)
        {
            mean += (star + 1) * shares[star];
        }

        return mean;
    }
}
