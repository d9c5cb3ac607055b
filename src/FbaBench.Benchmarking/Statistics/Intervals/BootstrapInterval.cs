using System.Globalization;
using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>
/// The bias-corrected and accelerated bootstrap interval of a mean (Efron, "Better bootstrap confidence intervals", JASA 1987): ends
/// are quantiles of the means of resamples, moved by the bias z₀ = Φ⁻¹(share of resamples below the mean) and by the acceleration
/// a = Σd³/(6(Σd²)^1.5) of the leave-one-out means. For skewed samples its ends lie asymmetrically, as they should. From 50 worlds
/// on: with fewer it covers less than Student's t.
/// </summary>
public sealed class BootstrapInterval
{
    /// <summary>Worlds below which no interval is given.</summary>
    public const int LeastWorlds = 50;

    private const int LeastResamples = 1_000;
    private const int MostResamples = 1_000_000;
    private const int WordsPerBlock = 4;
    private const double Tail = 0.025;

    private BootstrapInterval(int count, int resamples, double mean, double low, double high, double bias, double acceleration)
    {
        (Count, Resamples, Mean, Low, High, Bias, Acceleration) = (count, resamples, mean, low, high, bias, acceleration);
    }

    /// <summary>Number of worlds.</summary>
    public int Count { get; }

    /// <summary>Number of resamples.</summary>
    public int Resamples { get; }

    /// <summary>Mean of the sample.</summary>
    public double Mean { get; }

    /// <summary>Lower end at 95 %.</summary>
    public double Low { get; }

    /// <summary>Upper end at 95 %.</summary>
    public double High { get; }

    /// <summary>The bias correction z₀, in standard deviations.</summary>
    public double Bias { get; }

    /// <summary>The acceleration a.</summary>
    public double Acceleration { get; }

    /// <summary>The interval of a sample. The same sample and key give the same bits everywhere: resample r draws from the block of counter (r, i) under the key.</summary>
    /// <param name="values">A finite value a world, at least <see cref="LeastWorlds"/>.</param>
    /// <param name="resamples">1,000 to 1,000,000.</param>
    /// <param name="key">Key of the draws.</param>
    /// <exception cref="ArgumentException">Too few values, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another number of resamples.</exception>
    public static BootstrapInterval Of(IReadOnlyList<double> values, int resamples = 10_000, ulong key = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, LeastResamples);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resamples, MostResamples);
        if (values.Count < LeastWorlds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A bootstrap interval needs at least {LeastWorlds} worlds, not {values.Count}; use MeanInterval."), nameof(values));
        }

        var sample = MeanInterval.Of(values);
        if (sample.StandardDeviation == 0)
        {
            return new(sample.Count, resamples, sample.Mean, sample.Mean, sample.Mean, 0, 0);
        }

        double[] data = [.. values];
        var means = Means(data, resamples, key);
        Array.Sort(means);

        // Half of what equals the mean counts as below; never quite none or all, so that the normal quantile is finite.
        var below = means.Sum(mean => mean < sample.Mean ? 1 : mean == sample.Mean ? 0.5 : 0);
        var bias = Normal.InvCDF(0, 1, Math.Clamp(below, 0.5, resamples - 0.5) / resamples);
        var acceleration = AccelerationOf(data, sample.Mean);
        return new(sample.Count, resamples, sample.Mean, End(Tail), End(1 - Tail), bias, acceleration);

        double End(double tail)
        {
            var z = bias + Normal.InvCDF(0, 1, tail);
            return Quantiles.Of(means, Normal.CDF(0, 1, bias + (z / (1 - (acceleration * z)))));
        }
    }

    private static double[] Means(double[] data, int resamples, ulong key)
    {
        uint[] keys = [(uint)key, (uint)(key >> 32)];
        var counter = new uint[WordsPerBlock];
        var means = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            var sum = 0.0;
            counter[0] = (uint)resample;
            for (var i = 0; i < data.Length;)
            {
                counter[1] = (uint)i;
                foreach (var word in DrawGenerator.Block(counter, keys).Take(data.Length - i))
                {
                    // A 32-bit word times n, high half: the chances of two worlds differ by less than n/2³².
                    sum += data[(int)(((ulong)word * (ulong)data.Length) >> 32)];
                    i++;
                }
            }

            means[resample] = sum / data.Length;
        }

        return means;
    }

    /// <summary>Of the leave-one-out means, whose deviations are those of the values with the sign turned, divided by n − 1.</summary>
    private static double AccelerationOf(double[] data, double mean)
    {
        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in data)
        {
            var deviation = value - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }

        return cubes / (6 * Math.Pow(squares, 1.5));
    }
}
