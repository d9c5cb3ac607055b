namespace FbaBench;

/// <summary>An episode that is to be played. It can be written as JSON and read by another process.</summary>
/// <param name="Key">Which episode.</param>
/// <param name="Identity">What its record is to be of: world, engine, versions and builds of agents, as JSON. A worker that would play something else refuses.</param>
public sealed record EpisodeJob(EpisodeKey Key, string Identity);

/// <summary>What an episode came to where it was played: a record, or why there is none. It can be written as JSON and read by another process.</summary>
/// <param name="Key">Which episode.</param>
public sealed record EpisodeDelivery(EpisodeKey Key)
{
    /// <summary>The record, with its seal; null where the episode could not be played.</summary>
    public ReadOnlyMemory<byte>? Record { get; init; }

    /// <summary>What was measured; null where the run measures nothing.</summary>
    public ReadOnlyMemory<byte>? Metrics { get; init; }

    /// <summary>The run log; null where the run writes none.</summary>
    public ReadOnlyMemory<byte>? Log { get; init; }

    /// <summary>Seconds that it took; of no effect on results.</summary>
    public double Seconds { get; init; }

    /// <summary>Of an episode that could not be played: type of the error, without its namespace.</summary>
    public string? ErrorType { get; init; }

    /// <summary>Of an episode that could not be played: the error's message.</summary>
    public string? Message { get; init; }

    /// <summary>What the agent charged itself with, in millionths of a dollar; of a record its own figure counts.</summary>
    public long MicroDollars { get; init; }
}
