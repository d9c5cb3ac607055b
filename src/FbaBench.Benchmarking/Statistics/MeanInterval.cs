using System.Collections.Concurrent;
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
    internal const int LeastWorlds = 32;
    private const double WorldsPerSquaredSkewness = 25;
    private static readonly ConcurrentDictionary<int, double> Known = new();

    /// <summary>Half the width of the interval, or null for one world.</summary>
    public double? HalfWidth => Count < 2 ? null : Quantile(Count - 1) * StandardDeviation / Math.Sqrt(Count);

    /// <summary>Lower end, or null for one world.</summary>
    public double? Low => Mean - HalfWidth;

    /// <summary>Upper end, or null for one world.</summary>
    public double? High => Mean + HalfWidth;

    /// <summary>Worlds needed before the interval is trusted: max(32, 25 · skewness²). Below it t intervals of skewed data cover less than they say.</summary>
    public int WorldsNeeded => (int)Math.Max(LeastWorlds, Math.Ceiling(WorldsPerSquaredSkewness * Skewness * Skewness));

    /// <summary>Whether the interval may be trusted, and why not; of an interval that was not made of a sample by the number of worlds alone.</summary>
    public IntervalTrust Trust { get => field ?? IntervalTrust.ByCount(this); private init; }

    /// <summary>Whether there are enough worlds for a claim, and nothing else speaks against the interval, see <see cref="Trust"/>.</summary>
    public bool IsTrusted => Trust.IsTrusted;

    /// <summary>Standard error of the mean, or null for one world.</summary>
    public double? StandardError => Count < 2 ? null : StandardDeviation / Math.Sqrt(Count);

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
        var interval = new MeanInterval(n, mean, deviation, SkewnessOf(values, mean, squares / n));
        return interval with { Trust = IntervalTrust.Judge(interval, values) };
    }

    /// <summary>Quantile of Student's t for the 95 % interval.</summary>
    /// <param name="degreesOfFreedom">At least 1.</param>
    internal static double Quantile(int degreesOfFreedom) => Known.GetOrAdd(degreesOfFreedom, static degrees => StudentT.InvCDF(0, 1, degrees, (1 + Confidence) / 2));

    /// <summary>The p-value of the hypothesis that the mean does not lie above zero (sign 1), or not below it (−1). Without spread it is 0 or 1, and ½ at zero.</summary>
    /// <exception cref="InvalidOperationException">One world has none.</exception>
    internal double Tail(int sign) => StandardError switch
    {
        null => throw new InvalidOperationException("One world gives no test."),
        0 => Mean == 0 ? 0.5 : Mean * sign > 0 ? 0 : 1,
        { } error => StudentT.CDF(0, 1, Count - 1, -sign * Mean / error),
    };

    /// <summary>The interval at another level.</summary>
    /// <param name="confidence">Above 0, below 1.</param>
    internal (double Low, double High)? At(double confidence)
    {
        if (Count < 2)
        {
            return null;
        }

        var half = StudentT.InvCDF(0, 1, Count - 1, (1 + confidence) / 2) * StandardDeviation / Math.Sqrt(Count);
        return (Mean - half, Mean + half);
    }

    private static double SkewnessOf(IReadOnlyList<double> values, double mean, double variance)
    {
        var n = values.Count;
        if (n < 3 || variance <= 0)
        {
            return 0;
        }

        var third = values.Sum(value => (value - mean) * (value - mean) * (value - mean)) / n;
        return Math.Sqrt(n * (n - 1.0)) / (n - 2) * third / Math.Pow(variance, 1.5);
    }
}
