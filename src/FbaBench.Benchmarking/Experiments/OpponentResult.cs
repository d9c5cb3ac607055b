namespace FbaBench;

/// <summary>What an episode came to for one of the scenario's opponents. It is no part of the score of the agent under test.</summary>
/// <param name="Name">Name of the opponent.</param>
/// <param name="Score">Its cash after the run-off less opening cash.</param>
public sealed record OpponentResult(string Name, Money Score)
{
    /// <summary>Days on which it threw, was late or returned no decision; each was played as a recorded day without its commands.</summary>
    public int FailedDays { get; init; }

    /// <summary>The first of those days, with what it threw, or null.</summary>
    public EpisodeFault? FirstFault { get; init; }

    /// <summary>Day of its insolvency, or null.</summary>
    public int? InsolventDay { get; init; }
}
