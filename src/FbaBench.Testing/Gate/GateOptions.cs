namespace FbaBench;

/// <summary>How a gate is played and when it decides. Checked when the gate begins; the defaults are those of a deterministic agent in a test project.</summary>
public sealed record GateOptions
{
    internal const int MostWorlds = 100_000;
    private const int FewestWorlds = 2;
    private const int MostRepeats = 1_000;
    private const int MostAtOnce = 100_000;

    /// <summary>
    /// The level α, above 0 and below ½, default .05: the chance at most that 'worse' is said of an agent that is not, and at most that 'not worse' is said of one that is, however often the gate looks. That of 'different' is at
    /// most 2α, α on each side.
    /// </summary>
    public double Level { get; init; } = 0.05;

    /// <summary>The budget: most worlds that are played, 2 to 100,000, default 256. A gate that decides earlier stops earlier.</summary>
    public int Worlds { get; init; } = 256;

    /// <summary>
    /// No verdict before so many worlds, 1 to <see cref="Worlds"/>, default 1; trust asks for 32 in any case. What none of n worlds has met may still happen in about 3 of n: who fears a disaster in one world of a hundred asks for 300.
    /// </summary>
    public int LeastWorlds { get; init; } = 1;

    /// <summary>How often each player plays a world, 1 to 1,000, default 1. More than one helps only agents with draws of their own; a world's value is the mean.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The seed of which every world's seed is made, as <see cref="Benchmark.Seed"/> does it; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The seeds of the worlds by number, instead of those of <see cref="Seed"/>: <c>split.Test</c> for worlds that an agent was not trained in. Default null.</summary>
    public Func<int, WorldSeed>? WorldSeeds { get; init; }

    /// <summary>Episodes played at once, 1 to 100,000; default the number of cores. Changes no outcome: looks are taken world by world in their order.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Whether a verdict waits until it may be trusted, default true: until at least 32 worlds are played and nothing speaks against their interval (<see cref="IntervalTrust"/>), or each of them by itself says what their mean says. The
    /// sequence is exact for normal worlds; scores are not normal, and of agents that seldom fail badly the first few worlds say little. Without it a verdict can come after nine worlds. Waiting makes no verdict less sure. With
    /// <see cref="Bounds"/> there is nothing to wait for.
    /// </summary>
    public bool RequireTrust { get; init; } = true;

    /// <summary>Bounds of a world's value, for a guarantee that assumes nothing else (<see cref="BettingSequence"/>); it takes more worlds. Default null: <see cref="NormalSequence"/>.</summary>
    public GateBounds? Bounds { get; init; }

    /// <summary>Whether a gate that is undecided at its budget passes; default false.</summary>
    public bool UndecidedPasses { get; init; }

    /// <summary>
    /// Days that a player may fail (throw, be late, give no decision) in all worlds together, at least 0; default none. Each is played without commands, so that an agent that throws may look merely cautious, and a baseline that throws is
    /// easily beaten. An episode that cannot be played fails the gate in any case.
    /// </summary>
    public int MostFailedDays { get; init; }

    /// <summary>Time for a day, or null, the default, for no limit; with one the outcome depends on speed.</summary>
    public TimeSpan? DecisionDeadline { get; init; }

    /// <summary>Factories of the scenario's opponents by name; those that are missing are shipped agents. Default none.</summary>
    public IReadOnlyDictionary<string, Func<IAgent>> Opponents { get; init; } = new Dictionary<string, Func<IAgent>>();

    /// <summary>What the agent under test is called in texts; default <c>agent</c>.</summary>
    public string AgentName { get; init; } = "agent";

    /// <summary>What the baseline is called in texts; default <c>baseline</c>, or the name of a shipped agent.</summary>
    public string? BaselineName { get; init; }

    internal bool WaitsForTrust => RequireTrust && Bounds is null;

    internal void Check()
    {
        Need(Level is > 0 and < 0.5, nameof(Level), Level, "above 0 and below 0.5");
        Need(Worlds is >= FewestWorlds and <= MostWorlds, nameof(Worlds), Worlds, $"{FewestWorlds} to {MostWorlds}");
        Need(LeastWorlds >= 1 && LeastWorlds <= Worlds, nameof(LeastWorlds), LeastWorlds, $"1 to Worlds, {Worlds}");
        Need(!WaitsForTrust || Worlds >= MeanInterval.LeastWorlds, nameof(Worlds), Worlds, $"at least {MeanInterval.LeastWorlds} where a verdict waits for trust; give more, or RequireTrust = false, or Bounds");
        Need(Repeats is >= 1 and <= MostRepeats, nameof(Repeats), Repeats, $"1 to {MostRepeats}");
        Need(Parallelism is >= 1 and <= MostAtOnce, nameof(Parallelism), Parallelism, $"1 to {MostAtOnce}");
        Need(MostFailedDays >= 0, nameof(MostFailedDays), MostFailedDays, "at least 0");
        Need(DecisionDeadline is null || DecisionDeadline > TimeSpan.Zero, nameof(DecisionDeadline), DecisionDeadline, "above zero, or null");
        Need(Bounds is null || Bounds.Least < Bounds.Most, nameof(Bounds), Bounds, "in order, the least first");
        Need(EntityName.IsValid(AgentName), nameof(AgentName), AgentName, EntityName.Rule);
        Need(BaselineName is null || EntityName.IsValid(BaselineName), nameof(BaselineName), BaselineName, EntityName.Rule);
        ArgumentNullException.ThrowIfNull(Opponents);
    }

    private static void Need(bool isRight, string option, object? value, string right)
    {
        if (!isRight)
        {
            throw new ArgumentOutOfRangeException($"options.{option}", value, $"GateOptions.{option} is {right}.");
        }
    }
}
