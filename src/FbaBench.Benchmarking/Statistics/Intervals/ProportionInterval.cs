using MathNet.Numerics;

namespace FbaBench;

/// <summary>95 % intervals of a share, from k of n independent trials. Repeats of one world are not independent: see <see cref="TrialSuccesses"/>.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ProportionInterval(double Low, double High)
{
    private const double Tail = 0.025;

    /// <summary>Quantile 0.975 of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Covers 94–96 % on average over the true share (E. B. Wilson, JASA 1927).</summary>
    /// <param name="successes">k, 0 to n.</param>
    /// <param name="trials">n, at least 1.</param>
    /// <exception cref="ArgumentException">k of n is no share.</exception>
    public static ProportionInterval Wilson(int successes, int trials)
    {
        Check(successes, trials);
        var share = successes / (double)trials;
        var denominator = 1 + (Z * Z / trials);
        var centre = (share + (Z * Z / (2 * trials))) / denominator;
        var half = Z / denominator * Math.Sqrt((share * (1 - share) / trials) + (Z * Z / (4.0 * trials * trials)));
        return new(successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }

    /// <summary>Covers at least 95 % whatever the true share (C. J. Clopper, E. S. Pearson, Biometrika 1934).</summary>
    /// <param name="successes">k, 0 to n.</param>
    /// <param name="trials">n, at least 1.</param>
    /// <exception cref="ArgumentException">k of n is no share.</exception>
    public static ProportionInterval ClopperPearson(int successes, int trials)
    {
        Check(successes, trials);
        return new(
            successes == 0 ? 0 : BetaQuantile(Tail, successes, trials - successes + 1),
            successes == trials ? 1 : BetaQuantile(1 - Tail, successes + 1, trials - successes));
    }

    private static void Check(int successes, int trials)
    {
        if (trials < 1 || successes < 0 || successes > trials)
        {
            throw new ArgumentException($"{successes} of {trials} is no share; successes are 0 to trials, and trials at least 1.");
        }
    }

    /// <summary>By bisection: the incomplete beta function rises from 0 to 1.</summary>
    private static double BetaQuantile(double probability, double a, double b)
    {
        var (low, high) = (0.0, 1.0);
        for (var middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = SpecialFunctions.BetaRegularized(a, b, middle) < probability ? (middle, high) : (low, middle);
        }

        return low;
    }
}
