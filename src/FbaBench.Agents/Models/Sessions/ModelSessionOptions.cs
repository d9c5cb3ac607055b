namespace FbaBench;

/// <summary>How an agent uses its model in one episode.</summary>
public sealed record ModelSessionOptions
{
    private const int MostOutput = 1_000_000;

    /// <summary>Name, episode and seat of the agent.</summary>
    public required AgentSetting Setting { get; init; }

    /// <summary>Records and replays; null for a tape that is kept for the day alone. The session owns it.</summary>
    public ModelTape? Tape { get; init; }

    /// <summary>Keeps the limits; null for none.</summary>
    public ModelBudget? Budget { get; init; }

    /// <summary>Where calls are written down; null for one in memory. The session owns it.</summary>
    public ModelLedger? Ledger { get; init; }

    /// <summary>Output tokens of a call, reasoning included, where its options do not say; 1 to 1,000,000, default 4,096. The worst case that is reserved counts them all.</summary>
    public int MaxOutputTokens { get; init => field = value is >= 1 and <= MostOutput ? value : throw new ArgumentOutOfRangeException(nameof(MaxOutputTokens), $"{value} output tokens; allowed is 1 to {MostOutput}."); } = 4096;

    /// <summary>Whether answers are read as a stream; changes no result.</summary>
    public bool Streaming { get; init; }

    /// <summary>What tells the agent's prompt from another's; part of the tape.</summary>
    public string PromptDigest { get; init; } = "none";

    /// <summary>What tells the agent's settings from others; part of the tape.</summary>
    public string SettingsDigest { get; init; } = "none";

    /// <summary>The clock of waits and times; default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether activities carry the content of messages; default not.</summary>
    public bool RecordContent { get; init; }
}
