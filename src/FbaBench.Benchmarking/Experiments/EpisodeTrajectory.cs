namespace FbaBench;

/// <summary>An episode day by day, run-off included: one entry a day in every series, read at the day's end.</summary>
public sealed record EpisodeTrajectory
{
    /// <summary>Net worth (cash, receivables, deposits and stock at cost, less dues), in cents.</summary>
    public required IReadOnlyList<long> NetWorthCents { get; init; }

    /// <summary>Cash, in cents.</summary>
    public required IReadOnlyList<long> CashCents { get; init; }

    /// <summary>Units on hand, all offers together.</summary>
    public required IReadOnlyList<int> StockUnits { get; init; }
}

/// <summary>An episode as it was played: what it came to, and its days.</summary>
internal sealed record PlayedEpisode(EpisodeResult Result, EpisodeTrajectory Trajectory);
