using System.Globalization;

namespace FbaBench;

/// <summary>What agents ran into: refused commands, days they lost, money that was gone.</summary>
internal static class LimitSection
{
    private static readonly string[] Heads = ["Agent", "Refused commands an episode", "for cash or credit", "for bounds", "Days without a decision", "first of them", "Worlds insolvent or in debt", "Units that shoppers did not find"];

    public static void Render(HtmlText html, ScenarioResults results)
    {
        html.Raw("<h3>Limits hit</h3><div class=\"wide\"><table class=\"cardy\"><thead><tr>");
        foreach (var head in Heads)
        {
            html.Add($"<th scope=\"col\">{head}</th>");
        }

        html.Raw("</tr></thead><tbody>");
        foreach (var row in results.Rows)
        {
            var episodes = results.Of(row.Agent);
            string[] cells =
            [
                Mean(episodes.Average(episode => (double)episode.Refusals)),
                Share(results, row.Agent, "refused-for-cash"),
                Share(results, row.Agent, "refused-for-bounds"),
                string.Create(CultureInfo.InvariantCulture, $"{row.FailedDays} of {episodes.Sum(episode => (long)episode.DecisionDays)}"),
                row.FirstFault is { } first ? string.Create(CultureInfo.InvariantCulture, $"{first.Fault.Kind}, day {first.Fault.Day} of {Figures.World(first.Episode)}") : "–",
                string.Create(CultureInfo.InvariantCulture, $"{row.Insolvent} of {row.Score.Count}"),
                Figures.Percent(row.LostShare),
            ];
            html.Add($"<tr><th scope=\"row\">{row.Agent}</th>");
            for (var i = 0; i < cells.Length; i++)
            {
                html.Add($"<td data-label=\"{Heads[i + 1]}\" class=\"{(i == 4 ? "long" : "")}\">{cells[i]}</td>");
            }

            html.Raw("</tr>");
        }

        html.Raw("</tbody></table></div>");
    }

    /// <summary>A share of all commands, where it was measured.</summary>
    private static string Share(ScenarioResults results, string agent, string metric) =>
        results.Metrics.FirstOrDefault(row => (row.Agent, row.Metric) == (agent, metric))?.Mean is { } mean ? Figures.Percent(mean.Mean) : "–";

    private static string Mean(double value) => value.ToString(value < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
