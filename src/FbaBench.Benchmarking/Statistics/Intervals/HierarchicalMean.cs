namespace FbaBench;

/// <summary>
/// A mean over worlds that were played several times. Every world counts once, however often it was played: the estimate is the
/// mean of the worlds' means, its standard error that of G independent means, √(Σ(ȳ_g − ȳ)²/(G−1)/G), its interval Student's t with
/// G − 1 degrees of freedom (clusters by their means: Cameron, Miller, "A practitioner's guide to cluster-robust inference", Journal
/// of Human Resources 2015, section VI; Miller, "Adding error bars to evals", 2024). Where worlds have different numbers of repeats
/// the estimate differs from the mean of all values, and stays unbiased for the mean over worlds.
/// </summary>
public sealed class HierarchicalMean
{
    private HierarchicalMean(MeanInterval worlds, int values, int fewest, int most, double mean, double naive, double? share)
    {
        Interval = worlds;
        Values = values;
        FewestRepeats = fewest;
        MostRepeats = most;
        MeanOfAllValues = mean;
        NaiveStandardError = naive;
        IntraclassShare = share;
    }

    /// <summary>Mean of the worlds' means with its 95 % interval.</summary>
    public MeanInterval Interval { get; }

    /// <summary>Number of worlds, at least 1.</summary>
    public int Worlds => Interval.Count;

    /// <summary>Number of values, at least that of the worlds.</summary>
    public int Values { get; }

    /// <summary>Repeats of the world that has the fewest.</summary>
    public int FewestRepeats { get; }

    /// <summary>Repeats of the world that has the most.</summary>
    public int MostRepeats { get; }

    /// <summary>Whether every world was played equally often.</summary>
    public bool IsBalanced => FewestRepeats == MostRepeats;

    /// <summary>Mean of all values; another number than the estimate where repeats are unbalanced.</summary>
    public double MeanOfAllValues { get; }

    /// <summary>Standard error of the estimate, clustered by world; null for one world.</summary>
    public double? StandardError => Worlds < 2 ? null : Interval.StandardDeviation / Math.Sqrt(Worlds);

    /// <summary>What the standard error would be if all values were independent: s/√N. Too small where repeats of a world resemble each other; shown beside the other one.</summary>
    public double NaiveStandardError { get; }

    /// <summary>
    /// Share of the variance that lies between worlds, 0 to 1 (intraclass correlation by analysis of variance, Donner, "A review of
    /// inference procedures for the intraclass correlation coefficient", 1986; a negative estimate is shown as 0). Null where no world
    /// was played twice, there is one world, or nothing varies.
    /// </summary>
    public double? IntraclassShare { get; }

    /// <summary>The estimate of a sample.</summary>
    /// <param name="values">At least one value; a world's repeats have different indexes.</param>
    /// <exception cref="ArgumentException">No values, one that is not finite, or a repeat that stands twice.</exception>
    public static HierarchicalMean Of(IEnumerable<WorldValue> values)
    {
        var worlds = WorldValue.ByWorld(values, nameof(values));
        var all = MeanInterval.Of([.. worlds.Values.SelectMany(world => world)]);
        return new(
            MeanInterval.Of([.. worlds.Values.Select(world => world.Average())]),
            all.Count,
            worlds.Values.Min(world => world.Length),
            worlds.Values.Max(world => world.Length),
            all.Mean,
            all.StandardDeviation / Math.Sqrt(all.Count),
            Share([.. worlds.Values], all.Mean));
    }

    private static double? Share(double[][] worlds, double mean)
    {
        var count = worlds.Sum(world => world.Length);
        if (worlds.Length < 2 || count == worlds.Length)
        {
            return null;
        }

        var within = worlds.Sum(world => world.Sum(value => Square(value - world.Average()))) / (count - worlds.Length);
        var between = worlds.Sum(world => world.Length * Square(world.Average() - mean)) / (worlds.Length - 1);

        // The repeats that a world has as seen by the expected mean square; the plain number where balanced.
        var repeats = (count - (worlds.Sum(world => (double)world.Length * world.Length) / count)) / (worlds.Length - 1);
        var all = between + ((repeats - 1) * within);
        return all > 0 ? Math.Max(0, (between - within) / all) : null;
    }

    private static double Square(double value) => value * value;
}
