namespace FbaBench;

/// <summary>
/// Whether a difference is within a margin, by inclusion of the 1 − 2α interval: the two one-sided tests (Schuirmann, Journal of
/// Pharmacokinetics and Biopharmaceutics 1987). Each of 'worse' and 'not worse' is wrong with chance at most α, and what is neither is
/// undecided: a missing proof of a difference is no proof of its absence.
/// </summary>
public sealed class MarginComparison
{
    private MarginComparison(MeanInterval difference, double margin, double level)
    {
        (Difference, Margin, Level) = (difference, margin, level);
        var ends = difference.At(1 - (2 * level));
        (Low, High) = (ends?.Low, ends?.High);
    }

    /// <summary>The difference with its 95 % interval.</summary>
    public MeanInterval Difference { get; }

    /// <summary>The margin, above 0, in the unit of the differences.</summary>
    public double Margin { get; }

    /// <summary>The level α of each side.</summary>
    public double Level { get; }

    /// <summary>Lower end of the 1 − 2α interval; null for one world.</summary>
    public double? Low { get; }

    /// <summary>Upper end of the 1 − 2α interval; null for one world.</summary>
    public double? High { get; }

    /// <summary>Worse than the reference by more than the margin, not worse, or undecided.</summary>
    public MarginOutcome Outcome => Low > -Margin ? MarginOutcome.NotWorse : High < -Margin ? MarginOutcome.Worse : MarginOutcome.Undecided;

    /// <summary>Whether the whole interval lies between −margin and +margin.</summary>
    public bool IsEquivalent => Low > -Margin && High < Margin;

    /// <summary>Whether the interval may be trusted; an outcome of one that may not is none to act on.</summary>
    public IntervalTrust Trust => Difference.Trust;

    /// <summary>The comparison of a sample of differences.</summary>
    /// <param name="differences">A finite difference a world, at least one; see <see cref="PairedDifference.Values"/>.</param>
    /// <param name="margin">Above 0.</param>
    /// <param name="level">Above 0, below ½.</param>
    /// <exception cref="ArgumentException">No differences, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another margin or level.</exception>
    public static MarginComparison Of(IReadOnlyList<double> differences, double margin, double level = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 0.5);
        return new(MeanInterval.Of(differences), double.IsFinite(margin) ? margin : throw new ArgumentOutOfRangeException(nameof(margin), "The margin is finite."), level);
    }
}
