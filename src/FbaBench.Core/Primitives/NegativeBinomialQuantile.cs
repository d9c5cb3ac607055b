namespace FbaBench.Primitives;

/// <summary>
/// Quantiles of the geometric and the negative binomial distribution on 0, 1, 2, …: the smallest k with P(X ≤ k) ≥ u. They
/// never fall when the mean rises at equal u and shape.
/// </summary>
internal static class NegativeBinomialQuantile
{
    /// <summary>
    /// Largest mean of an inversion: P(X = 0) = (1 + mean/r)^−r ≥ e^−mean stays well above the smallest double.
    /// </summary>
    public const double MaximumMean = 600;

    /// <summary>Geometric: P(X > k) = qᵏ⁺¹ with q = mean/(1 + mean), solved for k.</summary>
    public static int Geometric(double u, double mean)
    {
        if (mean == 0)
        {
            return 0;
        }

        var k = Math.Ceiling(DetMath.Log(1 - u) / -DetMath.Log(1 + (1 / mean))) - 1;
        return (int)Math.Clamp(k, 0, int.MaxValue);
    }

    /// <summary>Negative binomial of shape r, variance mean + mean²/r, by inversion from zero.</summary>
    /// <param name="u">Inside (0, 1).</param>
    /// <param name="mean">At most <see cref="MaximumMean"/>.</param>
    /// <param name="shape">r, above 0.</param>
    public static int Of(double u, double mean, double shape)
    {
        if (mean == 0)
        {
            return 0;
        }

        var q = mean / (shape + mean);
        var term = DetMath.Exp(-shape * DetMath.Log(1 + (mean / shape)));
        var sum = term;
        var k = 0;

        // Where the terms no longer move the sum, u lies within its rounding of one.
        while (sum < u && (term > sum * 1e-17 || k < mean))
        {
            term *= q * (shape + k) / (k + 1);
            k++;
            sum += term;
        }

        return k;
    }
}
