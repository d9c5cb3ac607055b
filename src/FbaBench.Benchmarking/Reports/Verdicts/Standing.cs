namespace FbaBench;

/// <summary>Where agents stand among all of them: rank sets, and the scale from doing nothing to the best known policy.</summary>
internal static class Standing
{
    /// <summary>Agents named in a sentence; the rest stand in results.json.</summary>
    private const int MostNamed = 8;

    public static IEnumerable<VerdictLine> Ranks(ScenarioResults results)
    {
        if (results.Ranks is not { } ranks)
        {
            yield break;
        }

        var named = Join(ranks.Agents.OrderBy(agent => agent.Best).ThenBy(agent => agent.Worst).ThenByDescending(agent => agent.Mean).Select(Place));
        var untrusted = ranks.Pairs.Count(pair => !pair.Difference.Trust.IsTrusted);
        var beside = untrusted == 0 ? "" : $" {Figures.Whole(untrusted)} of {Figures.Count(ranks.Pairs.Count, "pair")} {(untrusted == 1 ? "is" : "are")} not trusted and {(untrusted == 1 ? "counts" : "count")} all the same.";
        yield return new(VerdictTone.Plain, $"Ranks, all at once with 95 % confidence: {named}.{beside}");
    }

    /// <summary>Scores on the scale; of a scenario that has no best known policy, nothing.</summary>
    public static IEnumerable<VerdictLine> Headline(ScenarioResults results)
    {
        if (results.Best is not { } best)
        {
            yield break;
        }

        var scales = results.Rows.Where(row => row.Agent != ScenarioResults.Idle && row.Agent != best.Agent).Select(row => (row.Agent, Scale: results.Scale(row.Agent))).ToArray();
        var scored = scales.Where(row => row.Scale.Score is not null).ToArray();
        if (scored.Length > 0)
        {
            var bound = scored.Select(row => row.Scale.Bound).FirstOrDefault(value => value is not null) is { } most ? $"; no policy is above {ScaleRows.Two(most)}" : "";
            yield return new(VerdictTone.Plain, $"On the scale from {ScenarioResults.Idle} (0) to the best known policy, {best.Agent} version {best.Version} (1): {Join(scored.Select(Score))}{bound}.");
        }

        foreach (var refused in scales.Where(row => row.Scale.Score is null).GroupBy(row => row.Scale.Reason, StringComparer.Ordinal))
        {
            yield return new(VerdictTone.Plain, $"No score on the scale for {Join(refused.Select(row => row.Agent))}: {refused.Key}.");
        }
    }

    private static string Place(RankSet agent) => agent.Best == agent.Worst ? $"{agent.Agent} {Figures.Whole(agent.Best)}" : $"{agent.Agent} {Figures.Whole(agent.Best)} to {Figures.Whole(agent.Worst)}";

    private static string Score((string Agent, ScoreScale Scale) row) => $"{row.Agent} {ScaleRows.Two(row.Scale.Score!.Value)} ({ScaleRows.Two(row.Scale.Low!.Value)} to {ScaleRows.Two(row.Scale.High!.Value)})";

    private static string Join(IEnumerable<string> parts)
    {
        var all = parts.ToArray();
        return all.Length <= MostNamed ? string.Join("; ", all) : $"{string.Join("; ", all.Take(MostNamed))}; and {Figures.Whole(all.Length - MostNamed)} more";
    }
}
