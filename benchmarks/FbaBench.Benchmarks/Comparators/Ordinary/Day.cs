using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>The day that is played, its draws, and the rules of the world.</summary>
internal sealed class Day(MarketModel rules)
{
    public MarketModel Rules { get; } = rules;

    public WorldDefinition Definition { get; } = rules.World.Definition;

    public KeyedDraws Draws { get; set; }

    public int Number { get; set; }

    public SimDate Date { get; set; }

    /// <summary>Months since the year 0.</summary>
    public int Month { get; set; }
}

/// <summary>Money between dollars and the cents of rule tables.</summary>
internal static class Dollars
{
    public static decimal FromCents(long cents) => cents / 100m;

    public static long ToCents(decimal amount) => (long)(amount * 100);

    /// <summary>As a whole number of cents in floating point, exact.</summary>
    public static double InCents(decimal amount) => (double)(amount * 100);

    /// <summary>Without fractions of a cent.</summary>
    public static decimal RoundDown(decimal amount) => decimal.Round(amount, 2, MidpointRounding.ToZero);

    /// <summary>To the nearest cent, half up.</summary>
    public static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
