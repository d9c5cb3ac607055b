namespace FbaBench;

/// <summary>What ended a turn or a run. Numbers are part of the tape: never change one.</summary>
public enum ModelLimitKind
{
    /// <summary>One call could need more tokens than a call may.</summary>
    TokensPerCall = 1,

    /// <summary>The day's tokens.</summary>
    TokensPerDay = 2,

    /// <summary>The run's tokens.</summary>
    TokensPerRun = 3,

    /// <summary>The day's calls.</summary>
    CallsPerDay = 4,

    /// <summary>The run's calls.</summary>
    CallsPerRun = 5,

    /// <summary>The day's money.</summary>
    MoneyPerDay = 6,

    /// <summary>The run's money.</summary>
    MoneyPerRun = 7,

    /// <summary>The day's time.</summary>
    TimePerDay = 8,

    /// <summary>The run's time.</summary>
    TimePerRun = 9,

    /// <summary>A budget that runs share.</summary>
    Shared = 10,

    /// <summary>The steps of a turn or its calls of tools, see <see cref="ChatAgentOptions.MaxSteps"/> and <see cref="ChatAgentOptions.MaxToolCalls"/>.</summary>
    StepsPerDay = 11,
}

/// <summary>What a limit that is reached ends.</summary>
public enum BreachRule
{
    /// <summary>The turn: what the agent had decided by then is played.</summary>
    EndTurn,

    /// <summary>The run: what the agent had decided by then is played, and the days after that pass without a decision.</summary>
    EndRun,
}

/// <summary>
/// What an agent may spend on its model; null for no limit. A call is only made where its worst case fits: all input tokens that its request can have and all output tokens that it may.
/// </summary>
public sealed record ModelLimits
{
    /// <summary>Nothing is limited.</summary>
    public static ModelLimits None { get; } = new();

    /// <summary>Tokens of a call, at least 1.</summary>
    public long? TokensPerCall { get; init => field = Checked(value, nameof(TokensPerCall)); }

    /// <summary>Tokens of a day, at least 1.</summary>
    public long? TokensPerDay { get; init => field = Checked(value, nameof(TokensPerDay)); }

    /// <summary>Tokens of a run, at least 1.</summary>
    public long? TokensPerRun { get; init => field = Checked(value, nameof(TokensPerRun)); }

    /// <summary>Calls of a day, failed ones included, at least 1.</summary>
    public long? CallsPerDay { get; init => field = Checked(value, nameof(CallsPerDay)); }

    /// <summary>Calls of a run, failed ones included, at least 1.</summary>
    public long? CallsPerRun { get; init => field = Checked(value, nameof(CallsPerRun)); }

    /// <summary>Money of a day in micro-dollars, at least 1.</summary>
    public long? MicroDollarsPerDay { get; init => field = Checked(value, nameof(MicroDollarsPerDay)); }

    /// <summary>Money of a run in micro-dollars, at least 1.</summary>
    public long? MicroDollarsPerRun { get; init => field = Checked(value, nameof(MicroDollarsPerRun)); }

    /// <summary>Time spent with the model on a day, waits between attempts included. A run whose limit of time was reached replays from its tape, but another run may reach it elsewhere.</summary>
    public TimeSpan? TimePerDay { get; init => field = Checked(value, nameof(TimePerDay)); }

    /// <summary>Time spent with the model in a run, waits between attempts included.</summary>
    public TimeSpan? TimePerRun { get; init => field = Checked(value, nameof(TimePerRun)); }

    /// <summary>What a limit ends; default the turn.</summary>
    public BreachRule OnBreach { get; init; }

    private static long? Checked(long? limit, string name) => limit is null or >= 1
        ? limit
        : throw new ArgumentOutOfRangeException(name, $"{name} is {limit}; allowed is at least 1, or null for no limit.");

    private static TimeSpan? Checked(TimeSpan? limit, string name) => limit is null || limit > TimeSpan.Zero
        ? limit
        : throw new ArgumentOutOfRangeException(name, $"{name} is {limit}; allowed is above zero, or null for no limit.");
}
