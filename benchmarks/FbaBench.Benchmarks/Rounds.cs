using System.Diagnostics;

namespace FbaBench.Benchmarks;

/// <summary>
/// Times work on a machine that others use too: things that are to be compared take turns within a round, and the median
/// over the rounds is reported. A stall then hits one round, not one side of the comparison.
/// </summary>
internal static class Rounds
{
    private const int Count = 9;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>Nanoseconds of each piece of work, by round. Work is repeated first until the compiler is done with it.</summary>
    public static double[][] Run(params Action[] work)
    {
        var warm = Stopwatch.StartNew();
        do
        {
            foreach (var piece in work)
            {
                piece();
            }
        }
        while (warm.Elapsed < WarmUp);

        var rounds = work.Select(_ => new double[Count]).ToArray();
        for (var round = 0; round < Count; round++)
        {
            GC.Collect();
            for (var i = 0; i < work.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                work[i]();
                rounds[i][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            }
        }

        return rounds;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Median of the ratio within each round.</summary>
    public static double Ratio(double[] left, double[] right) => Median(left.Zip(right, (a, b) => a / b));
}
