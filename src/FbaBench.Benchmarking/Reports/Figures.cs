using System.Globalization;

namespace FbaBench;

/// <summary>How figures are written, the same in the table and on the page.</summary>
internal static class Figures
{
    public static string Dollars(double value) => Negative(value, Math.Round(Math.Abs(value)).ToString("#,0", CultureInfo.InvariantCulture));

    public static string Money(double value)
    {
        var text = Dollars(value);
        return text[0] == '-' ? "-$" + text[1..] : "$" + text;
    }

    public static string SignedMoney(double value) => (Math.Round(value) > 0 ? "+" : "") + Money(value);

    public static string Signed(double value) => (Math.Round(value) > 0 ? "+" : "") + Dollars(value);

    public static string Interval(MeanInterval value) => value is { Low: { } low, High: { } high } ? $"{Dollars(low)} .. {Dollars(high)}{(value.IsTrusted ? "" : " *")}" : "one world";

    public static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Whole cents as dollars with two decimals.</summary>
    public static string Exact(long cents) => (cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Worlds(int count) => Count(count, "world");

    /// <summary>An episode's world, and its repeat where it is not the first.</summary>
    public static string World(EpisodeKey key) => string.Create(CultureInfo.InvariantCulture, $"world {key.World}{(key.Repeat == 0 ? "" : $", repeat {key.Repeat}")}");

    public static string Count(int count, string what, string? several = null) => Whole(count) + " " + (count == 1 ? what : several ?? what + "s");

    /// <summary>What a reader must know beside the numbers: intervals that are not trusted, agents that failed.</summary>
    public static IEnumerable<string> Notes(IReadOnlyList<AgentSummary> rows)
    {
        var untrusted = rows.SelectMany(row => new[] { row.Score, row.Difference }).OfType<MeanInterval>().Where(value => value is { Count: > 1, IsTrusted: false }).ToArray();
        var few = untrusted.Where(value => value.Trust.Doubts.HasFlag(IntervalDoubt.TooFewWorlds)).ToArray();
        if (few.Length > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"* not trusted: too few worlds for the skewness of the results; {few.Max(value => value.WorldsNeeded)} worlds are needed (max(32, 25 x skewness squared)).");
        }

        foreach (var reason in untrusted.Except(few).Select(value => value.Trust.Reason).Distinct(StringComparer.Ordinal))
        {
            yield return $"* not trusted: {reason}.";
        }

        foreach (var row in rows.Where(row => row.Inference != default))
        {
            var (cost, episodes) = (row.Inference, row.Episodes);
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.Agent}: thinking cost {cost.MicroDollars / 1e6 / episodes:#,0.0000} dollars an episode, {cost.InputTokens / episodes:#,0} input and {cost.OutputTokens / episodes:#,0} output tokens; it is in the score only where the world charges for it.");
        }

        foreach (var row in rows.Where(row => row is { Repeats: > 1, RepeatsDiffer: false }))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.Agent}: scored the same in all {row.Repeats} repeats of every world; they add nothing to its first ones.");
        }

        foreach (var row in rows.Where(row => row.FailedDays > 0))
        {
            var (episode, fault) = row.FirstFault!.Value;
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.Agent}: {row.FailedDays} days without commands because the agent threw, was late or gave no decision; first on day {fault.Day} of {World(episode)} ({What(fault)}).");
        }

        foreach (var row in rows.Where(row => row.OpponentFailedDays > 0))
        {
            var (episode, opponent, fault) = row.FirstOpponentFault!.Value;
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.Agent}: its opponents had {row.OpponentFailedDays} days without commands because they threw, were late or gave no decision, and played weaker for it; first {opponent} on day {fault.Day} of {World(episode)} ({What(fault)}).");
        }
    }

    /// <summary>What a reader must know about episodes that could not be played: how many, why the first, and what figures then count.</summary>
    public static IEnumerable<string> FailureNotes(BenchmarkReport report, string scenario)
    {
        foreach (var failed in report.Failed.Where(failure => failure.Key.Scenario == scenario).GroupBy(failure => failure.Key.Agent, StringComparer.Ordinal))
        {
            var first = failed.First();
            var count = failed.Count();
            var row = report.Summaries.FirstOrDefault(row => row.Scenario == scenario && row.Agent == failed.Key);
            var figures = row is null ? "it has no figures" : $"its figures are of {Worlds(row.Score.Count)}";
            yield return string.Create(CultureInfo.InvariantCulture, $"{failed.Key}: {count} of {Count(report.Plan.Worlds * report.Plan.Repeats, "episode")} could not be played and have no score; {figures}. First: {World(first.Key)}, {first.ErrorType}: {first.Message}");
        }

        foreach (var row in report.Summaries.Where(row => row.Scenario == scenario && row.Agent != report.ComparedTo && (row.Difference?.Count ?? 0) < report.Plan.Worlds))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.Agent}: compared to {report.ComparedTo} in {Worlds(row.Difference?.Count ?? 0)} that both finished.");
        }
    }

    private static string What(EpisodeFault fault) => fault.ErrorType is { } error ? $"{fault.Kind}, {error}" : fault.Kind.ToString();

    private static string Negative(double value, string text) => value < 0 && text != "0" ? "-" + text : text;
}
