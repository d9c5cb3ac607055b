namespace FbaBench;

/// <summary>How decisions are valued.</summary>
public sealed record DecisionValueOptions
{
    /// <summary>Whose decisions; default seat 0. Those of all other seats are replayed.</summary>
    public Seat Seat { get; init; }

    /// <summary>Name of the reference policy; default base-stock.</summary>
    public string Reference { get; init; } = "base-stock";

    /// <summary>Makes it; null, the default, is the shipped agent of that name.</summary>
    public Func<IForkableAgent>? Make { get; init; }

    /// <summary>Other futures for each day that is looked at, 0 to 10,000; default 32. 0 tells no skill from luck.</summary>
    public int Futures { get; init; } = 32;

    /// <summary>How many days are looked at closely, those with the largest values; default 20. Null is every day that differs from the reference.</summary>
    public int? Days { get; init; } = 20;

    /// <summary>Whether the values of those days are shared out among groups of commands and compared to other agents' decisions; default true.</summary>
    public bool Closely { get; init; } = true;

    /// <summary>Runs played at once, 1 to 1,024; default the number of cores. Changes no result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
