namespace FbaBench;

/// <summary>How a session is run. Read once, when the session starts.</summary>
public sealed record SessionOptions
{
    /// <summary>
    /// Time an agent has for a day, above zero, or null (the default) for no deadline. A missed deadline is recorded, so
    /// that a replay needs no clock.
    /// </summary>
    public TimeSpan? DecisionDeadline { get; init; }

    /// <summary>The clock of the deadline; default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Number of the repeat: agents draw other numbers in another repeat of the same world. At least 0, default 0.</summary>
    public int Repeat { get; init; }

    /// <summary>
    /// A mark that stands in every observation that an agent is shown, and in the run log's manifest, so that texts made of them can be recognised where they should not be; null (the default)
    /// for none. It changes nothing in the world.
    /// </summary>
    public string? Canary { get; init; }

    /// <summary>Where the run log is written, or null for none. The session owns the stream and disposes it.</summary>
    public Stream? Log { get; init; }
}
