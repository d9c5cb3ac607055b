namespace FbaBench.Primitives;

/// <summary>
/// The exact Poisson quantile: the smallest k with P(X ≤ k) ≥ u. Being exact, it never falls when the mean rises at equal
/// u, which is what makes paired worlds comparable; a plain Cornish–Fisher expansion is not monotone.
/// Small means invert the distribution from zero. Larger ones start from Giles' normal expansion
/// (M. B. Giles, "Algorithm 955", ACM TOMS 42, 2016) and consult the distribution itself wherever the expansion's error
/// bound reaches an integer, and in the tails.
/// </summary>
internal static class PoissonQuantile
{
    /// <summary>Means below it invert the distribution from zero.</summary>
    public const double SmallMean = 16;

    /// <summary>The double below <see cref="SmallMean"/>.</summary>
    public const double BelowSmallMean = 15.999999999999998;

    /// <summary>Largest mean that is supported.</summary>
    public const double MaximumMean = 1e8;

    /// <param name="u">Inside (0, 1).</param>
    /// <param name="mean">The mean, 0 to <see cref="MaximumMean"/>.</param>
    public static int Of(double u, double mean)
    {
        if (!(mean >= 0 && mean <= MaximumMean) || !(u > 0 && u < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), FormattableString.Invariant($"A Poisson draw needs 0 < u < 1 and a mean of 0 to {MaximumMean:R}; got u = {u:R}, mean = {mean:R}."));
        }

        if (mean == 0)
        {
            return 0;
        }

        return mean < SmallMean ? FromZero(u, mean) : FromExpansion(u, mean);
    }

    private static int FromZero(double u, double mean)
    {
        var term = DetMath.Exp(-mean);
        var sum = term;
        var k = 0;

        // Beyond mean + 60 every further term is below rounding: u < 1 − 2^-53 was reached long before.
        while (sum < u && k < 80)
        {
            k++;
            term *= mean / k;
            sum += term;
        }

        return k;
    }

    private static int FromExpansion(double u, double mean)
    {
        var w = DetMath.NormalQuantile(u);
        var root = Math.Sqrt(mean);
        var squared = w * w;
        var x = mean + (root * w) + (1.0 / 3) + (squared / 6) - (((w / 36) + (squared * w / 72)) / root);
        var error = ((1.0 / 40) + (squared / 80) + (squared * squared / 160)) / mean;
        var low = Math.Floor(x - error);
        if (Math.Abs(w) < 3 && low == Math.Floor(x + error))
        {
            return (int)low;
        }

        return Exact(u, mean, Math.Max(0, (int)Math.Floor(x)));
    }

    private static int Exact(double u, double mean, int start)
    {
        var k = start;
        if (Reached(u, mean, k))
        {
            while (k > 0 && Reached(u, mean, k - 1))
            {
                k--;
            }

            return k;
        }

        do
        {
            k++;
        }
        while (!Reached(u, mean, k));
        return k;
    }

    /// <summary>Whether P(X ≤ k) ≥ u, from whichever tail is the smaller sum.</summary>
    private static bool Reached(double u, double mean, int k) =>
        k < mean ? LowerTail(mean, k) >= u : UpperTail(mean, k + 1) <= 1 - u;

    private static double LowerTail(double mean, int k)
    {
        var term = Probability(mean, k);
        var sum = term;
        for (var j = k; j > 0 && term > sum * 1e-18; j--)
        {
            term *= j / mean;
            sum += term;
        }

        return sum;
    }

    private static double UpperTail(double mean, int k)
    {
        var term = Probability(mean, k);
        var sum = term;
        for (var j = k + 1; term > sum * 1e-18; j++)
        {
            term *= mean / j;
            sum += term;
        }

        return sum;
    }

    /// <summary>
    /// P(X = k) by the saddle point form exp(−δ(k) − D(k, mean)) / √(2πk), which loses no digits for large means
    /// (C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
    /// </summary>
    internal static double Probability(double mean, int k) =>
        k == 0
            ? DetMath.Exp(-mean)
            : DetMath.Exp(-StirlingError(k) - Deviance(k, mean)) / Math.Sqrt(2 * Math.PI * k);

    /// <summary>ln k! − ln(√(2πk) (k/e)^k).</summary>
    private static double StirlingError(int k)
    {
        if (k < 16)
        {
            double factorial = 1;
            for (var j = 2; j <= k; j++)
            {
                factorial *= j;
            }

            return DetMath.Log(factorial) - (0.5 * DetMath.Log(2 * Math.PI * k)) - (k * DetMath.Log(k)) + k;
        }

        double n = k;
        var inverseSquare = 1 / (n * n);
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (inverseSquare / 1188)) * inverseSquare)) * inverseSquare)) * inverseSquare)) / n;
    }

    /// <summary>k ln(k/mean) + mean − k, by its series where the terms nearly cancel.</summary>
    private static double Deviance(double k, double mean)
    {
        if (Math.Abs(k - mean) > 0.1 * (k + mean))
        {
            return (k * DetMath.Log(k / mean)) + mean - k;
        }

        var v = (k - mean) / (k + mean);
        var sum = (k - mean) * v;
        var term = 2 * k * v;
        for (var j = 1; ; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                return next;
            }

            sum = next;
        }
    }
}
