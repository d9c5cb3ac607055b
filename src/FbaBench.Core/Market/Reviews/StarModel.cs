using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// Stars by ordered logit: a reviewer's satisfaction is a logistic draw plus a shift, and the cuts between stars are those that give the
/// world's star distribution over timely and late deliveries together. The J shape (Hu, Pavlou and Zhang 2009) is in the cuts; quality, lateness and
/// expectation only shift.
/// </summary>
internal sealed class StarModel
{
    public const int Stars = 5;

    private const double WidestShift = 30;
    private const int Bisections = 60;

    private readonly double[] _cuts = new double[Stars - 1];
    private readonly double _onTime;
    private readonly double _late;

    public StarModel(ReviewTerms terms)
    {
        var below = 0.0;
        var mean = 0.0;
        for (var star = 0; star < Stars; star++)
        {
            mean += (star + 1) * terms.Stars[star];
            below += terms.Stars[star];
            if (star < Stars - 1)
            {
                _cuts[star] = DetMath.Log(below / (1 - below));
            }
        }

        // Timely deliveries are rated as much better as makes the whole come out.
        _onTime = ShiftFor(mean + (terms.LateShare * terms.LateStarDrop));
        _late = ShiftFor(mean - ((1 - terms.LateShare) * terms.LateStarDrop));
    }

    /// <summary>Stars of a review, 1 to 5.</summary>
    /// <param name="uniform">The reviewer's draw, inside (0, 1).</param>
    /// <param name="shift">Quality less disappointed expectation.</param>
    /// <param name="isLate">Whether the delivery was late.</param>
    public int Of(double uniform, double shift, bool isLate)
    {
        var satisfaction = DetMath.Log(uniform / (1 - uniform)) + shift + (isLate ? _late : _onTime);
        var stars = 1;
        foreach (var cut in _cuts)
        {
            stars += satisfaction > cut ? 1 : 0;
        }

        return stars;
    }

    /// <summary>Mean stars at a shift of quality or expectation.</summary>
    public double MeanOf(double shift, bool isLate) => Mean(shift + (isLate ? _late : _onTime));

    /// <summary>The shift at which the mean of the stars is a given one, within what one to five stars allow.</summary>
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

    /// <summary>Shares of one to five stars at a shift.</summary>
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
