namespace FbaBench;

/// <summary>Where agents stand: rank sets, the scale between doing nothing and the best known policy with the rungs of the sandwich, and the cost frontier.</summary>
internal static class StandingSection
{
    public static void Render(HtmlText html, ScenarioResults results)
    {
        html.Raw("<h3>Standing</h3><div class=\"pair\">");
        if (results.Ranks is { } ranks)
        {
            RankRows.Render(
                html,
                "Ranks",
                "where each true rank may lie, all at once with 95 % confidence",
                [.. ranks.Agents.OrderBy(agent => agent.Best).ThenBy(agent => agent.Worst).Select(agent => new RankRow(agent.Agent, results.StyleOf(agent.Agent), agent.Best, agent.Worst))]);
        }

        Scale(html, results);
        html.Raw("</div>");
        Rungs(html, results);
        Frontier(html, results);
    }

    private static void Scale(HtmlText html, ScenarioResults results)
    {
        var scales = results.Rows.Select(row => (row.Agent, Scale: results.Scale(row.Agent))).ToArray();
        ScaleRow[] rows = [.. scales.Where(row => row.Scale is { Score: not null }).Select(row => new ScaleRow(row.Agent, results.StyleOf(row.Agent), row.Scale.Low!.Value, row.Scale.Score!.Value, row.Scale.High!.Value))];
        if (rows.Length == 0)
        {
            return;
        }

        var bound = scales.Select(row => row.Scale.Bound).FirstOrDefault(value => value is not null);
        ScaleRows.Render(html, "On the scale", "ratio of sums over worlds with a 95 % jackknife interval", rows, bound);
    }

    /// <summary>The sandwich: every rung from the floor to the bound, also those that are missing.</summary>
    private static void Rungs(HtmlText html, ScenarioResults results)
    {
        html.Raw("<div class=\"wide\"><table class=\"cardy rungs\"><thead><tr><th scope=\"col\">Rung</th><th scope=\"col\">What stands for it</th><th scope=\"col\">Mean, $</th></tr></thead><tbody>");
        foreach (var rung in Sandwich.Of(results))
        {
            html.Add($"<tr><th scope=\"row\">{rung.Name}</th><td data-label=\"What stands for it\" class=\"long\">{rung.What}</td><td data-label=\"Mean, $\">{(rung.Mean is { } mean ? Figures.Dollars(mean) : "–")}</td></tr>");
        }

        html.Raw("</tbody></table></div>");
    }

    private static void Frontier(HtmlText html, ScenarioResults results)
    {
        if (results.Rows.All(row => row.Inference.MicroDollars == 0))
        {
            html.Raw("<p class=\"sub\">No agent charged itself for thinking: there is no cost frontier.</p>");
            return;
        }

        (AgentSummary Row, double Cost)[] rows = [.. results.Rows.Select(row => (row, row.Inference.MicroDollars / 1e6 / row.Episodes))];
        var on = CostFrontier.Of([.. rows.Select(row => (row.Cost, row.Row.Score.Mean))]);
        FrontierPlot.Render(html, [.. rows.Select((row, i) => new FrontierPoint(row.Row.Agent, results.StyleOf(row.Row.Agent), row.Cost, row.Row.Score.Mean, on[i]))]);
    }
}
