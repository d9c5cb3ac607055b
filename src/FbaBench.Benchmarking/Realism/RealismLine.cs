namespace FbaBench;

/// <summary>One fact as measured.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Mean">Mean over worlds; null when it was not measured.</param>
/// <param name="Worlds">Value of each world, null where it had nothing to measure; empty when the fact is not measured at all.</param>
/// <param name="WorldsInside">Worlds whose value lies inside, with all parts of the fact.</param>
/// <param name="Pass">Whether the mean lies inside, all parts hold in four of five worlds, and, for a must, the value lies inside in four of five.</param>
/// <param name="Note">What else there is to know; for what was not measured, why.</param>
public sealed record RealismLine(RealismFact Fact, double? Mean, IReadOnlyList<double?> Worlds, int WorldsInside, bool Pass, string Note)
{
    internal static RealismLine Of(RealismFact fact, IReadOnlyList<WorldFacts> worlds)
    {
        if (!FactTable.Known.Contains(fact.Id))
        {
            return new(fact, null, [], 0, false, $"not measured: this version knows no fact '{fact.Id}'; it knows {string.Join(", ", FactTable.Known)}");
        }

        var values = worlds.Select(world => world.Values[fact.Id]).ToArray();
        double?[] numbers = [.. values.Select(value => value.Value)];
        var inside = values.Count(value => value.PartsHold && value.Value >= fact.Low && value.Value <= fact.High);
        var holds = values.Count(value => value.PartsHold);
        if (numbers.Contains(null))
        {
            return new(fact, null, numbers, inside, false, "some world had nothing to measure it on");
        }

        var mean = numbers.Average()!.Value;
        var pass = mean >= fact.Low && mean <= fact.High && IsEnough(fact.IsMust ? inside : holds, worlds.Count);
        return new(fact, mean, numbers, inside, pass, Beside(values, holds));
    }

    /// <summary>Four of five.</summary>
    private static bool IsEnough(int held, int of) => 5 * held >= 4 * of;

    private static string Beside(FactValue[] values, int holds)
    {
        var parts = holds == values.Length ? "" : FormattableString.Invariant($"a part beside the number fails in {values.Length - holds} of {values.Length} worlds");
        return string.Join("; ", new[] { parts, values[0].Note }.Where(note => note.Length > 0));
    }
}
