namespace FbaBench;

/// <summary>Scores of all scenarios beside each other, before each one in detail; of a single scenario nothing.</summary>
internal static class OverviewSection
{
    public static void Render(HtmlText html, IReadOnlyList<ScenarioResults> scenarios)
    {
        var played = scenarios.Where(results => results.Rows.Count > 0).ToArray();
        if (played.Length < 2)
        {
            return;
        }

        html.Raw("<section id=\"overview\"><h2>All scenarios</h2><p class=\"sub\">Mean score and 95 % interval; every scenario on an axis of its own.</p><div class=\"falls\">");
        foreach (var results in played)
        {
            IntervalRows.Render(
                html,
                results.Name,
                results.Definition.Laboratory ? "laboratory" : Figures.Count(results.Definition.Days, "day"),
                "score, US dollars",
                [.. results.Rows.Select((row, i) => new IntervalRow(row.Agent, i, row.Score, [], IntervalSection.Label(row.Score, Figures.Money), ""))]);
        }

        html.Raw("</div></section>");
    }
}
