namespace FbaBench;

/// <summary>How closely a gate looks.</summary>
public sealed record GateOptions
{
    /// <summary>Fewest worlds before anything is decided by statistics.</summary>
    internal const int LeastWorlds = 8;

    private const int MostThreads = 1024;
    private const int MostBudget = 1_000_000;

    /// <summary>Chance of either wrong answer, above 0 and below ½; default 0.05.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another level.</exception>
    public double Level
    {
        get;
        init => field = value is > 0 and < 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The level lies above 0 and below 0.5.");
    }
    = 0.05;

    /// <summary>Budget: most worlds that are played, 8 to 1,000,000; default 256.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public int MostWorlds
    {
        get;
        init => field = value is >= LeastWorlds and <= MostBudget ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The budget is {LeastWorlds} to {MostBudget} worlds.");
    }
    = 256;

    /// <summary>
    /// Whether worlds are looked at one after the other and playing ends as soon as the answer is clear; default true. Without it the whole budget is played and looked at once, which needs fewer worlds
    /// where the difference is near the margin.
    /// </summary>
    public bool Sequential { get; init; } = true;

    /// <summary>
    /// The least and the greatest difference that a world can have, dollars, for a guarantee whatever the law of the differences (a betting sequence); null, the default, for a t-mixture sequence, which is exact for normal
    /// differences and cautious for heavy tails, and answers only where the interval may be trusted (<see cref="IntervalTrust"/>).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Bounds that are not finite or not in order.</exception>
    public (double Least, double Most)? Bounds
    {
        get;
        init => field = value is not { } bounds || (double.IsFinite(bounds.Most - bounds.Least) && bounds.Least < bounds.Most) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Bounds are finite and in order.");
    }

    /// <summary>Seed of the worlds; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Episodes played at once, 1 to 1,024; default the number of cores. Changes no answer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= MostThreads ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"1 to {MostThreads} threads.");
    }
    = Environment.ProcessorCount;

    /// <summary>Whether an answer that the budget does not allow passes; default false: a gate that could not see anything did not pass.</summary>
    public bool UndecidedPasses { get; init; }

    /// <summary>Whether days on which the agent under test threw, was late or gave no decision are only part of its score; default false: they fail the gate, whatever the score.</summary>
    public bool FaultsPass { get; init; }
}
