namespace FbaBench;

/// <summary>What a gate came to. Each claim has an outcome that it holds, one that it does not, and <see cref="Undecided"/>.</summary>
public enum GateOutcome
{
    /// <summary>The worlds of the budget do not show the one or the other.</summary>
    Undecided,

    /// <summary>The agent is not worse than the baseline by the margin.</summary>
    NotWorse,

    /// <summary>The agent is worse than the baseline by more than the margin.</summary>
    Worse,

    /// <summary>The agent is better than the baseline by more than the margin.</summary>
    Better,

    /// <summary>The agent is not better than the baseline by more than the margin.</summary>
    NotBetter,

    /// <summary>The difference lies within the margin on both sides.</summary>
    Equivalent,

    /// <summary>The difference lies outside of the margin.</summary>
    Different,

    /// <summary>The agent's mean score is at least what was asked.</summary>
    AtLeast,

    /// <summary>The agent's mean score is below what was asked.</summary>
    Below,

    /// <summary>A player threw, was late or gave no decision on more days than <see cref="GateOptions.MostFailedDays"/>: there is no verdict on its score.</summary>
    DaysFailed,

    /// <summary>An episode could not be played and has no score, see <see cref="GateResult.Failure"/>: there is no verdict.</summary>
    EpisodeFailed,
}
