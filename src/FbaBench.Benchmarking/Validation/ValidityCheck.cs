namespace FbaBench;

/// <summary>What a check of an experiment's validity came to.</summary>
public enum ValidityStatus
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold: the report says so before its verdict.</summary>
    Failed,

    /// <summary>It could not be looked at; the reason says what is missing.</summary>
    NotChecked,
}

/// <summary>A check of an experiment's validity.</summary>
/// <param name="Name">What is checked: one of the names in docs/validity.md.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Reason">What was found, or why it could not be looked at.</param>
public sealed record ValidityCheck(string Name, ValidityStatus Status, string Reason);

/// <summary>Bounds of the validity checks.</summary>
public sealed record ValidityOptions
{
    /// <summary>Largest share of episodes that could not be played, 0 to 1; default 0.05. What is missing may not be missing by chance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a share.</exception>
    public double MostFailedShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), FormattableString.Invariant($"{value} is no share of the episodes."));
    }
    = 0.05;

    /// <summary>How many episodes are played again from their logs, evenly spread over the experiment; default 3, null for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int? Replays
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"{value} replays asked; allowed is 0 or more, or null for all.");
    }
    = 3;

    /// <summary>The most that thinking may cost in an episode; default null: no budget is declared, and none is checked.</summary>
    public Money? BudgetPerEpisode { get; init; }

    /// <summary>Threads for the replays, 1 to 1,024; default the number of cores. Changes no result.</summary>
    public int? Threads { get; init; }
}
