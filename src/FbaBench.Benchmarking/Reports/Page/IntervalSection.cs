using System.Globalization;

namespace FbaBench;

/// <summary>Scores and paired differences with intervals: as plots, then as a table.</summary>
internal static class IntervalSection
{
    public static void Render(HtmlText html, ScenarioResults results)
    {
        html.Raw("<h3>Scores and differences</h3><div class=\"pair\">");
        var scores = results.Rows.Select((row, i) => new IntervalRow(
            row.Agent,
            i,
            row.Score,
            results.Scores(row.Agent),
            Label(row.Score, Figures.Money),
            "")).ToArray();
        IntervalRows.Render(html, "Score", $"mean and 95 % interval; {IntervalRows.DotsAre(scores.Max(row => row.Worlds.Count))}", "score, US dollars", scores);
        var differences = results.Rows.Select((row, i) => (row, i)).Where(pair => pair.row.Difference is not null).Select(pair => new IntervalRow(
            pair.row.Agent,
            pair.i,
            pair.row.Difference!,
            results.Differences(pair.row.Agent, results.ComparedTo),
            Label(pair.row.Difference!, Figures.SignedMoney),
            Tone(pair.row))).ToArray();
        if (differences.Length > 0)
        {
            IntervalRows.Render(html, $"Difference to {results.ComparedTo}", $"paired by world; right of zero is better than {results.ComparedTo}", "difference of the scores, US dollars", differences);
        }

        html.Raw("</div>");
        Table(html, results);
        foreach (var note in Figures.Notes(results.Rows).Concat(results.FailureNotes))
        {
            html.Add($"<p class=\"note\">{note}</p>");
        }
    }

    /// <summary>Mean and interval in words.</summary>
    public static string Label(MeanInterval value, Func<double, string> write) => value is { Low: { } low, High: { } high }
        ? $"{write(value.Mean)} ({write(low)} to {write(high)}{(value.IsTrusted ? "" : "; not trusted")})"
        : $"{write(value.Mean)} (one world)";

    private static string Tone(AgentSummary row) => row is { IsClear: true, Difference: { } clear } ? clear.Mean > 0 ? "better" : "worse" : "";

    private static void Table(HtmlText html, ScenarioResults results)
    {
        string[] heads = ["Agent", "Score, $", "95 % interval", "Difference to " + results.ComparedTo + ", $", "its 95 % interval", "Worlds better", "Mean revenue, $", "Mean fees, $", "Mean units sold", "Lost sales", "Insolvent or in debt"];
        html.Raw("<div class=\"wide\"><table class=\"cardy\"><thead><tr>");
        foreach (var head in heads)
        {
            html.Add($"<th scope=\"col\">{head}</th>");
        }

        html.Raw("</tr></thead><tbody>");
        foreach (var row in results.Rows)
        {
            var cells = Cells(row);
            html.Add($"<tr><th scope=\"row\">{row.Agent}</th>");
            for (var i = 0; i < cells.Length; i++)
            {
                html.Add($"<td data-label=\"{heads[i + 1]}\" class=\"{(i is 2 or 3 ? Tone(row) : "")}\">{cells[i]}</td>");
            }

            html.Raw("</tr>");
        }

        html.Raw("</tbody></table></div>");
    }

    private static string[] Cells(AgentSummary row) =>
    [
        Figures.Dollars(row.Score.Mean),
        Figures.Interval(row.Score),
        row.Difference is { } difference ? Figures.Signed(difference.Mean) : "–",
        row.Difference is { } interval ? Figures.Interval(interval) : "–",
        row is { WorldsBetter: { } better, Difference: { } paired } ? string.Create(CultureInfo.InvariantCulture, $"{better} of {paired.Count}") : "–",
        Figures.Dollars(row.Revenue),
        Figures.Dollars(row.Fees),
        Figures.Dollars(row.UnitsSold),
        Figures.Percent(row.LostShare),
        string.Create(CultureInfo.InvariantCulture, $"{row.Insolvent} of {row.Score.Count}"),
    ];
}
