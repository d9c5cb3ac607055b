namespace FbaBench;

/// <summary>The ten dearest decisions by skill of every agent whose decisions were valued.</summary>
internal static class DecisionSection
{
    public static void Render(HtmlText html, ScenarioResults results)
    {
        if (results.Values.Count == 0)
        {
            return;
        }

        html.Add($"<h3>Dearest decisions</h3><p class=\"sub\">In world {results.Values[0].Key.World}, against {results.Values[0].Values.Reference}: the days whose decisions were worth or cost the most, by skill, the mean over other futures; what is left of a value is luck.</p>");
        foreach (var (key, values) in results.Values)
        {
            html.Raw(key == results.Values[0].Key ? "<details open=\"open\" class=\"agent\"><summary>" : "<details class=\"agent\"><summary>");
            Plot.Key(html, results.StyleOf(key.Agent));
            html.Add($"<b>{key.Agent}</b> <span>{DecisionPage.Verdict(values)}</span></summary>");
            DecisionPage.Dearest(html, values);
            html.Raw("</details>");
        }
    }
}
