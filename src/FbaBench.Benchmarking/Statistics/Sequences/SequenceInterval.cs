namespace FbaBench;

/// <summary>What a confidence sequence says after so many worlds.</summary>
/// <param name="Count">Worlds so far.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Low">Lower end, or null as long as there is none.</param>
/// <param name="High">Upper end, or null as long as there is none.</param>
/// <param name="RunningLow">The highest lower end so far; null before the first.</param>
/// <param name="RunningHigh">The lowest upper end so far; null before the first.</param>
public sealed record SequenceInterval(int Count, double Mean, double? Low, double? High, double? RunningLow, double? RunningHigh)
{
    /// <summary>Whether earlier and later ends contradict each other: the worlds are not what the sequence assumes, or the 1 in 20 happened. Nothing is decided then.</summary>
    public bool IsContradiction => RunningLow > RunningHigh;

    /// <summary>What the running interval decides of a difference; with a margin also whether it does not matter.</summary>
    /// <param name="margin">0 or above; at 0 nothing is equivalent.</param>
    /// <exception cref="ArgumentOutOfRangeException">A margin below 0, or none.</exception>
    public ComparisonOutcome Decide(double margin = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(margin >= 0, true, nameof(margin));
        return IsContradiction ? ComparisonOutcome.Undecided
            : RunningLow > -margin && RunningHigh < margin ? ComparisonOutcome.Equivalent
            : RunningLow > 0 ? ComparisonOutcome.Better
            : RunningHigh < 0 ? ComparisonOutcome.Worse
            : ComparisonOutcome.Undecided;
    }

    /// <summary>Whether the running interval shows a difference to be worse than −margin, or not worse.</summary>
    /// <param name="margin">0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A margin below 0, or none.</exception>
    public MarginOutcome NotWorseBy(double margin)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(margin >= 0, true, nameof(margin));
        return IsContradiction ? MarginOutcome.Undecided
            : RunningLow > -margin ? MarginOutcome.NotWorse
            : RunningHigh < -margin ? MarginOutcome.Worse
            : MarginOutcome.Undecided;
    }
}
