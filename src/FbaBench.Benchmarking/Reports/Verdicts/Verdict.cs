using System.Globalization;

namespace FbaBench;

/// <summary>How a sentence of a verdict is meant.</summary>
internal enum VerdictTone
{
    /// <summary>Somebody is better than the compared agent.</summary>
    Better,

    /// <summary>Somebody is worse.</summary>
    Worse,

    /// <summary>The worlds do not decide.</summary>
    Open,

    /// <summary>A caution: too few worlds, losses, failures.</summary>
    Warning,

    /// <summary>A plain statement.</summary>
    Plain,
}

/// <summary>A sentence of a verdict.</summary>
internal readonly record struct VerdictLine(VerdictTone Tone, string Text);

/// <summary>What a scenario's statistics say, in plain words: who is better by how much, what is open, who lost.</summary>
internal static class Verdict
{
    /// <summary>Agents named in a sentence; of more than one beyond that the rest are counted, and stand in the table.</summary>
    private const int MostNamed = 3;

    public static IReadOnlyList<VerdictLine> Of(ScenarioResults results) =>
        [.. Comparisons(results), .. Standing.Ranks(results), .. Standing.Headline(results), .. Losses(results), .. Idle(results), .. Failures(results)];

    private static IEnumerable<VerdictLine> Comparisons(ScenarioResults results)
    {
        var others = results.Rows.Where(row => row.Difference is not null).ToArray();
        var than = results.ComparedTo;
        if (others.Length == 0)
        {
            return results.Rows switch
            {
                [] => [new(VerdictTone.Warning, "No episode was finished: there is nothing to say.")],
                [var row] when row.Agent == than => [Alone(row)],
                _ => [new(VerdictTone.Warning, $"Nothing is compared: no agent finished a world that {than} finished too.")],
            };
        }

        var single = others.Where(row => row.Difference!.Count < 2).ToArray();
        var untrusted = others.Where(row => row.Difference is { Count: >= 2, IsTrusted: false } && !IsSame(row)).ToArray();
        var better = others.Where(row => row is { IsClear: true, Difference.Mean: > 0 }).OrderByDescending(row => row.Difference!.Mean).ToArray();
        var worse = others.Where(row => row is { IsClear: true, Difference.Mean: < 0 }).OrderBy(row => row.Difference!.Mean).ToArray();
        var open = others.Where(row => row is { IsClear: false, Difference: { Count: >= 2, IsTrusted: true } } || IsSame(row)).ToArray();
        return
        [
            .. better.Length == 0 ? [] : new[] { new VerdictLine(VerdictTone.Better, Sentence(better, "better", than)) },
            .. worse.Length == 0 ? [] : new[] { new VerdictLine(VerdictTone.Worse, Sentence(worse, "worse", than)) },
            .. open.Length == 0 ? [] : new[] { new VerdictLine(VerdictTone.Open, $"Undecided against {than}: {Join(open.Select(row => Open(row, others.Length)))}.") },
            .. untrusted.Length == 0 ? [] : new[] { new VerdictLine(VerdictTone.Warning, Untrusted(untrusted, than)) },
            .. single.Length == 0 ? [] : new[] { new VerdictLine(VerdictTone.Warning, $"One world gives no interval and no verdict against {than}: in it {Join(single.Select(Single))}.") },
        ];
    }

    private static VerdictLine Alone(AgentSummary row)
    {
        var interval = row.Score is { Low: { } low, High: { } high }
            ? $", 95 % interval {Figures.Money(low)} to {Figures.Money(high)}{(row.Score.IsTrusted ? "" : $", not trusted: {Figures.Worlds(row.Score.WorldsNeeded)} are needed")}"
            : "; one world gives no interval";
        return new(VerdictTone.Plain, $"Only {row.Agent} was played, so there is nothing to compare: its mean score is {Figures.Money(row.Score.Mean)} ({Figures.Worlds(row.Score.Count)}{interval}).");
    }

    /// <summary>Half a sentence for every agent, in one when there are few.</summary>
    private static string Sentence(AgentSummary[] rows, string word, string than)
    {
        var worlds = rows.Select(row => row.Difference!.Count).Distinct().Order().ToArray();
        var count = worlds.Length == 1 ? Figures.Worlds(worlds[0]) : string.Create(CultureInfo.InvariantCulture, $"{worlds[0]} to {worlds[^1]} worlds");
        if (rows is [var only])
        {
            return $"{only.Agent} is {word} than {than} by {Figures.Money(Math.Abs(only.Difference!.Mean))} a world (95 % interval {Size(only.Difference)}, {count}).";
        }

        return $"{Number(rows.Length)} agents are {word} than {than}, a world by (95 % interval; {count}): {Join(rows.Select(row => $"{row.Agent} {Figures.Money(Math.Abs(row.Difference!.Mean))} ({Size(row.Difference)})"))}.";
    }

    /// <summary>The same in every world: equal as far as the worlds go, which needs no interval.</summary>
    private static bool IsSame(AgentSummary row) => row.Difference is { Count: >= 2, StandardDeviation: 0, Mean: 0 };

    private static string Open(AgentSummary row, int compared)
    {
        var difference = row.Difference!;
        if (difference.StandardDeviation == 0)
        {
            return $"{row.Agent} scored the same in all {Figures.Worlds(difference.Count)}";
        }

        if (difference.IsClear)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{row.Agent} ({Figures.SignedMoney(difference.Mean)} a world; its own 95 % interval {Figures.SignedMoney(difference.Low!.Value)} to {Figures.SignedMoney(difference.High!.Value)} excludes zero, but {compared} comparisons were made and p after Holm's correction is {row.AdjustedP:0.000})");
        }

        var needed = WorldsToDecide.Of(difference) is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"about {Round(range.Low)} to {Round(range.High)} worlds would be needed if {Figures.SignedMoney(difference.Mean)} is the true difference")
            : string.Create(CultureInfo.InvariantCulture, $"more than {WorldsToDecide.Most:#,0} worlds would be needed: too small a difference beside its spread");
        return $"{row.Agent} ({Figures.SignedMoney(difference.Mean)} a world, 95 % interval {Figures.SignedMoney(difference.Low!.Value)} to {Figures.SignedMoney(difference.High!.Value)} spans zero over {Figures.Worlds(difference.Count)}; {needed})";
    }

    private static string Untrusted(AgentSummary[] rows, string than)
    {
        var so = Join(rows.Select(row => $"{row.Agent} {Figures.SignedMoney(row.Difference!.Mean)}, better in {row.WorldsBetter} of {row.Difference.Count}"));
        var few = rows.Where(row => row.Difference!.Trust.Doubts.HasFlag(IntervalDoubt.TooFewWorlds)).Select(row => row.Difference!).ToArray();
        var why = few.Length == rows.Length
            ? $"{Figures.Worlds(few.Min(difference => difference.Count))} are too few for intervals of such skewed results, {Figures.Whole(few.Max(difference => difference.WorldsNeeded))} are needed"
            : Join(rows.Select(row => $"{row.Agent}, {row.Difference!.Trust.Reason}"));
        return $"Not trusted, no verdict against {than}: {why}. So far, on average: {so}.";
    }

    private static string Single(AgentSummary row) => $"{row.Agent} scored {Figures.Money(Math.Abs(row.Difference!.Mean))} {(row.Difference.Mean < 0 ? "less" : "more")}";

    private static IEnumerable<VerdictLine> Losses(ScenarioResults results)
    {
        var lost = results.Rows.Where(row => row.Score.Mean < 0).OrderBy(row => row.Score.Mean).ToArray();
        if (lost.Length > 0)
        {
            yield return new(VerdictTone.Warning, $"Lost money on average: {Join(lost.Select(row => $"{row.Agent} ({Figures.Money(row.Score.Mean)}; in {results.Scores(row.Agent).Count(score => score < 0)} of {Figures.Worlds(row.Score.Count)})"))}.");
        }

        var broke = results.Rows.Where(row => row.Insolvent > 0).ToArray();
        if (broke.Length > 0)
        {
            yield return new(VerdictTone.Warning, $"Insolvent or in debt at the end: {Join(broke.Select(row => $"{row.Agent} in {row.Insolvent} of {Figures.Worlds(row.Score.Count)}"))}.");
        }
    }

    /// <summary>Who did not beat doing nothing; silent where that is the comparison anyway.</summary>
    private static IEnumerable<VerdictLine> Idle(ScenarioResults results)
    {
        if (results.IdleIsReference)
        {
            return [];
        }

        var shown = results.Rows.Select(row => (row.Agent, Difference: results.ToIdle(row.Agent)))
            .Where(row => row.Difference is { } difference && (difference.IsTrusted ? !(difference.Low > 0) : difference.Mean <= 0))
            .Select(row => (row.Agent, Difference: row.Difference!)).ToArray();
        return shown.Length == 0 ? [] :
        [
            new(VerdictTone.Warning, $"Did not beat do-nothing: {Join(shown.Select(row => $"{row.Agent} ({Figures.SignedMoney(row.Difference.Mean)} a world, {Beside(row.Difference)})"))}."),
        ];
    }

    private static IEnumerable<VerdictLine> Failures(ScenarioResults results)
    {
        if (results.Failed.Count == 0)
        {
            return [];
        }

        var agents = results.Failed.GroupBy(episode => episode.Key.Agent).Select(agent => $"{agent.Key} in {Figures.Worlds(agent.Select(episode => episode.Key.World).Distinct().Count())}");
        return [new(VerdictTone.Warning, $"{Figures.Count(results.Failed.Count, "episode")} could not be played and {(results.Failed.Count == 1 ? "is" : "are")} in no figure: {Join(agents)}. Agents are compared in the worlds that both finished.")];
    }

    private static string Beside(MeanInterval difference) => difference switch
    {
        { Low: null } => "one world",
        { Trust: { IsTrusted: false } trust } => trust.Doubts.HasFlag(IntervalDoubt.TooFewWorlds) ? $"too few worlds for a verdict, {difference.WorldsNeeded} are needed" : $"not trusted: {trust.Reason}",
        { High: < 0 } => $"95 % interval {Figures.SignedMoney(difference.Low.Value)} to {Figures.SignedMoney(difference.High!.Value)}",
        _ => $"95 % interval {Figures.SignedMoney(difference.Low.Value)} to {Figures.SignedMoney(difference.High!.Value)} does not lie above zero",
    };

    /// <summary>A clear difference as a size: both ends have its sign.</summary>
    private static string Size(MeanInterval difference)
    {
        var (low, high) = (Math.Abs(difference.Low!.Value), Math.Abs(difference.High!.Value));
        return $"{Figures.Money(Math.Min(low, high))} to {Figures.Money(Math.Max(low, high))}";
    }

    /// <summary>To two leading digits: the range is rough.</summary>
    private static string Round(long worlds)
    {
        long unit = 1;
        while (worlds / unit >= 100)
        {
            unit *= 10;
        }

        return ((worlds + unit - 1) / unit * unit).ToString("#,0", CultureInfo.InvariantCulture);
    }

    private static string Number(int count) => count switch { 2 => "Two", 3 => "Three", _ => Figures.Whole(count) };

    private static string Join(IEnumerable<string> parts)
    {
        var all = parts.ToArray();
        return all.Length <= MostNamed + 1 ? string.Join("; ", all) : $"{string.Join("; ", all.Take(MostNamed))}; and {Figures.Whole(all.Length - MostNamed)} more";
    }
}
