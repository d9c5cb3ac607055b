using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>Identity of one episode: one agent in one world, once.</summary>
/// <param name="Agent">Name of the agent.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="World">Index of the world, from 0; every agent meets the same worlds.</param>
public readonly record struct EpisodeKey(string Agent, string Scenario, int World)
{
    /// <summary>Which repeat of the same world, from 0 (the default): the world draws the same numbers in all of them, the agent others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Repeat { get; init; }
}

/// <summary>A day that an agent failed in and that was played without commands. It is part of the score; see <see cref="EpisodeFailure"/> for episodes that have none.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Kind">Why.</param>
public sealed record EpisodeFault(int Day, FaultKind Kind)
{
    /// <summary>Type of what the agent threw, without its namespace, or null.</summary>
    public string? ErrorType { get; init; }

    /// <summary>Message of what the agent threw, or null.</summary>
    public string? Message { get; init; }

    internal static EpisodeFault Of(SeatFault fault) => new(fault.Day, fault.Kind) { ErrorType = fault.Error?.GetType().Name, Message = fault.Error?.Message };
}

/// <summary>
/// An episode that could not be played and therefore has no score: the scenario's or the factory's code threw, the agent could
/// not be made, or the session broke. A later run plays it again.
/// </summary>
/// <param name="Key">Which episode.</param>
/// <param name="ErrorType">Type of the error, without its namespace.</param>
/// <param name="Message">The error's message.</param>
public sealed record EpisodeFailure(EpisodeKey Key, string ErrorType, string Message);

/// <summary>What one episode came to. Every amount is read from the ledger.</summary>
/// <param name="Key">Which episode.</param>
/// <param name="Score">Cash after the run-off less opening cash.</param>
public sealed record EpisodeResult(EpisodeKey Key, Money Score)
{
    /// <summary>Decision days; the run-off follows them.</summary>
    public required int DecisionDays { get; init; }

    /// <summary>Opening cash.</summary>
    public required Money OpeningCash { get; init; }

    /// <summary>Sales revenue.</summary>
    public required Money Revenue { get; init; }

    /// <summary>Marketplace fees of every kind.</summary>
    public required Money Fees { get; init; }

    /// <summary>Units sold.</summary>
    public required long UnitsSold { get; init; }

    /// <summary>Units that shoppers wanted and did not find.</summary>
    public required long UnitsLost { get; init; }

    /// <summary>Commands that were refused.</summary>
    public required long Refusals { get; init; }

    /// <summary>Days on which the agent threw, was late or returned no decision; each was played as a recorded no-op.</summary>
    public required int FailedDays { get; init; }

    /// <summary>The first of those days, with what the agent threw, or null.</summary>
    public EpisodeFault? FirstFault { get; init; }

    /// <summary>What thinking cost the agent, by its own charges (<see cref="ChargeInference"/>); part of the score only in a world that charges for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InferenceCost Inference { get; init; }

    /// <summary>Day of insolvency, or null.</summary>
    public int? InsolventDay { get; init; }

    /// <summary>The opponents, seat 1 first; none in a world of one seat.</summary>
    public IReadOnlyList<OpponentResult> Opponents { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>State hash after the last day: 32 hexadecimal digits.</summary>
    public required string StateHash { get; init; }

    /// <summary>Digest of all events: 32 hexadecimal digits.</summary>
    public required string EventHash { get; init; }
}
