namespace FbaBench;

/// <summary>Why a seat's day was played without commands although an agent sat there. Numbers are part of the log: never change one.</summary>
public enum FaultKind
{
    /// <summary>The agent threw.</summary>
    Threw = 1,

    /// <summary>The agent missed the deadline.</summary>
    Late = 2,

    /// <summary>The agent returned null, or a decision that could not be read.</summary>
    NoDecision = 3,

    /// <summary>The agent was still busy with an earlier day that it had missed.</summary>
    Busy = 4,
}

/// <summary>A seat's day that was played as a recorded day without commands.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Day">The day.</param>
/// <param name="Kind">Why.</param>
public readonly record struct SeatFault(Seat Seat, int Day, FaultKind Kind)
{
    /// <summary>What the agent threw, when it threw; not in the log.</summary>
    public Exception? Error { get; init; }
}

/// <summary>What became of a submitted decision.</summary>
public enum Submission
{
    /// <summary>Taken for the day.</summary>
    Accepted,

    /// <summary>The seat has already decided this day; the first decision stands.</summary>
    Duplicate,

    /// <summary>The day is not the one to decide.</summary>
    WrongDay,

    /// <summary>An agent of this session plays the seat.</summary>
    SeatTaken,
}
