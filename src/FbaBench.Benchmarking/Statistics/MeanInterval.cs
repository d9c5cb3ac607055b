using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>A mean over worlds with its 95 % interval: Student's t over independent worlds.</summary>
/// <param name="Count">Number of worlds, at least 1.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">Sample standard deviation; 0 for one world.</param>
/// <param name="Skewness">Adjusted sample skewness; 0 where it is not defined (fewer than three worlds, or no spread).</param>
public sealed record MeanInterval(int Count, double Mean, double StandardDeviation, double Skewness)
{
    private const double Confidence = 0.95;
    private const int LeastWorlds = 32;
    private const double WorldsPerSquaredSkewness = 25;

    /// <summary>Half the width of the interval, or null for one world.</summary>
    public double? HalfWidth => Count < 2 ? null : Quantile(Count - 1) * StandardDeviation / Math.Sqrt(Count);

    /// <summary>Lower end, or null for one world.</summary>
    public double? Low => Mean - HalfWidth;

    /// <summary>Upper end, or null for one world.</summary>
    public double? High => Mean + HalfWidth;

    /// <summary>Worlds needed before the interval is trusted: max(32, 25 · skewness²). Below it t intervals of skewed data cover less than they say.</summary>
    public int WorldsNeeded => (int)Math.Max(LeastWorlds, Math.Ceiling(WorldsPerSquaredSkewness * Skewness * Skewness));

    /// <summary>Whether there are enough worlds for a claim.</summary>
    public bool IsTrusted => Count >= WorldsNeeded;

    /// <summary>Whether the interval lies wholly above or below zero and is trusted.</summary>
    public bool IsClear => IsTrusted && (Low > 0 || High < 0);

    /// <summary>The interval of a sample.</summary>
    /// <param name="values">One finite value a world, at least one.</param>
    /// <exception cref="ArgumentException">No values, or one that is not finite.</exception>
    public static MeanInterval Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || values.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException("A mean needs at least one value, all of them finite.", nameof(values));
        }

        var n = values.Count;
        var mean = values.Average();
        var squares = values.Sum(value => (value - mean) * (value - mean));
        var deviation = n < 2 ? 0 : Math.Sqrt(squares / (n - 1));
        return new MeanInterval(n, mean, deviation, SkewnessOf(values, mean, squares / n));
    }

    /// <summary>Quantile of Student's t for the 95 % interval.</summary>
    /// <param name="degreesOfFreedom">At least 1.</param>
    internal static double Quantile(int degreesOfFreedom) => StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + Confidence) / 2);

    private static double SkewnessOf(IReadOnlyList<double> values, double mean, double variance)
    {
        var n = values.Count;
        if (n < 3 || variance <= 0)
        {
            return 0;
        }

        var third = values.Sum(value => Math.Pow(value - mean, 3)) / n;
        return Math.Sqrt(n * (n - 1.0)) / (n - 2) * third / Math.Pow(variance, 1.5);
    }
}
