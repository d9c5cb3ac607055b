using System.Globalization;

namespace FbaBench;

/// <summary>
/// Whether the interval of a sample may be trusted, and why not. Rules, not tests: they are set so that normal samples of 32 worlds
/// pass, and their verdicts stand beside the coverage of skewed, heavy-tailed and rare-loss data in docs/evidence/statistics.md. What
/// was never met cannot be seen: of losses rarer than 3/n a sample of n worlds says nothing (rule of three).
/// </summary>
/// <param name="Worlds">Number of worlds.</param>
/// <param name="WorldsNeeded">Worlds needed by the skewness.</param>
/// <param name="Doubts">What speaks against it.</param>
/// <param name="RareWorlds">Worlds far from the median.</param>
public sealed record IntervalTrust(int Worlds, int WorldsNeeded, IntervalDoubt Doubts, int RareWorlds)
{
    /// <summary>Robust standard deviations from the median beyond which a world is rare: 1 in 1.7 million of a normal law.</summary>
    private const double Far = 5;

    /// <summary>Rare worlds from which on their share is estimated at all.</summary>
    private const int EnoughRare = 5;

    /// <summary>The standard deviation of a normal law in median absolute deviations.</summary>
    private const double PerMedianDeviation = 1.482602218505602;

    private const double MostOfTwo = 0.5;

    /// <summary>Whether nothing speaks against the interval.</summary>
    public bool IsTrusted => Doubts == IntervalDoubt.None;

    /// <summary>Why not, as a phrase; empty where it is trusted.</summary>
    public string Reason => string.Join("; ", Reasons());

    /// <summary>The verdict on a sample.</summary>
    /// <param name="values">A finite value a world; may be empty.</param>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static IntervalTrust Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? new(0, MeanInterval.LeastWorlds, IntervalDoubt.SingleWorld, 0) : MeanInterval.Of(values).Trust;
    }

    /// <summary>The verdict on an interval whose sample is not at hand.</summary>
    internal static IntervalTrust ByCount(MeanInterval sample) => new(
        sample.Count,
        sample.WorldsNeeded,
        sample.Count == 1 ? IntervalDoubt.SingleWorld
            : (sample.StandardDeviation == 0 ? IntervalDoubt.NoSpread : IntervalDoubt.None) | (sample.Count < sample.WorldsNeeded ? IntervalDoubt.TooFewWorlds : IntervalDoubt.None),
        0);

    /// <summary>The verdict on the interval of a sample.</summary>
    internal static IntervalTrust Judge(MeanInterval sample, IReadOnlyList<double> values)
    {
        var trust = ByCount(sample);
        if (sample.Count < 3 || sample.StandardDeviation == 0)
        {
            return trust;
        }

        var rare = RareOf(values);
        return trust with
        {
            Doubts = trust.Doubts
                | (rare is > 0 and < EnoughRare ? IntervalDoubt.RareOutcomes : IntervalDoubt.None)
                | (TwoLargest(values, sample.Mean) > MostOfTwo ? IntervalDoubt.HeavyTails : IntervalDoubt.None),
            RareWorlds = rare,
        };
    }

    /// <summary>Share of the sum of squares that the two worlds furthest from the mean carry.</summary>
    private static double TwoLargest(IReadOnlyList<double> values, double mean)
    {
        var (first, second, all) = (0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            var square = (value - mean) * (value - mean);
            all += square;
            (first, second) = square > first ? (square, first) : (first, Math.Max(second, square));
        }

        return (first + second) / all;
    }

    private static int RareOf(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var median = Quantiles.Of(sorted, 0.5);
        double[] deviations = [.. values.Select(value => Math.Abs(value - median))];
        Array.Sort(deviations);
        var far = Far * PerMedianDeviation * Quantiles.Of(deviations, 0.5);
        return deviations.Count(deviation => deviation > far);
    }

    private IEnumerable<string> Reasons()
    {
        if (Doubts.HasFlag(IntervalDoubt.SingleWorld))
        {
            yield return Worlds == 0 ? "no world" : "one world gives no interval";
        }

        if (Doubts.HasFlag(IntervalDoubt.NoSpread))
        {
            yield return "every world has the same value, so that the spread is unknown";
        }

        if (Doubts.HasFlag(IntervalDoubt.TooFewWorlds))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Worlds} worlds are too few for this skewness, {WorldsNeeded} are needed");
        }

        if (Doubts.HasFlag(IntervalDoubt.RareOutcomes))
        {
            yield return RareWorlds == 1
                ? "one world lies far from the others: what is rare was met too seldom"
                : string.Create(CultureInfo.InvariantCulture, $"{RareWorlds} worlds lie far from the others: what is rare was met too seldom");
        }

        if (Doubts.HasFlag(IntervalDoubt.HeavyTails))
        {
            yield return "two worlds carry more than half of the spread";
        }
    }
}
