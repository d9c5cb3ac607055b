namespace FbaBench;

/// <summary>What was measured, agents beside each other: mean over worlds, its interval, unit, which way is better, and what the number says.</summary>
internal static class MetricSection
{
    public static void Render(HtmlText html, ScenarioResults results, IReadOnlyList<Metric> metrics)
    {
        if (results.Metrics.Count == 0)
        {
            return;
        }

        html.Add($"<h3>Metrics</h3><details><summary>{Figures.Count(metrics.Count, "metric")} of {Figures.Count(results.Rows.Count, "agent")}: means over worlds with the half width of their 95 % intervals; * is not trusted, – could be said in no world</summary><div class=\"wide\"><table class=\"metrics\"><thead><tr><th scope=\"col\">Metric</th><th scope=\"col\">Unit</th><th scope=\"col\">Better</th>");
        foreach (var row in results.Rows)
        {
            html.Add($"<th scope=\"col\">{row.Agent}</th>");
        }

        html.Raw("</tr></thead>");
        foreach (var group in metrics.GroupBy(metric => metric.Category))
        {
            html.Add($"<tbody><tr><th class=\"group\" colspan=\"{3 + results.Rows.Count}\" scope=\"rowgroup\">{MetricsText.Words(group.Key)}</th></tr>");
            foreach (var metric in group)
            {
                html.Add($"<tr><th scope=\"row\">{metric.Name}<br/><small>{metric.Interpretation}</small></th><td>{metric.Unit}</td><td>{metric.Better.ToString().ToLowerInvariant()}</td>");
                foreach (var row in results.Rows)
                {
                    var value = results.Metrics.FirstOrDefault(summary => (summary.Agent, summary.Metric, summary.Version) == (row.Agent, metric.Name, metric.Version));
                    html.Raw("<td>");
                    Cell(html, value);
                    html.Raw("</td>");
                }

                html.Raw("</tr>");
            }

            html.Raw("</tbody>");
        }

        html.Raw("</table></div></details>");
    }

    private static void Cell(HtmlText html, MetricSummary? value)
    {
        if (value?.Mean is not { } mean)
        {
            html.Add($"<span title=\"{value?.Reason ?? "not measured"}\">–</span>");
            return;
        }

        html.Add($"{MetricsText.Number(mean.Mean)}");
        if (mean.HalfWidth is { } half)
        {
            html.Add($" <small>± {MetricsText.Number(half)}{(mean.IsTrusted ? "" : " *")}</small>");
        }
    }
}
