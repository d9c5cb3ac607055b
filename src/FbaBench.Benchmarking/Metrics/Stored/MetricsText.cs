using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>Means of metrics for a terminal.</summary>
internal static class MetricsText
{
    public static string Render(IReadOnlyList<MetricSummary> summaries)
    {
        var text = new StringBuilder();
        foreach (var group in summaries.GroupBy(row => (row.Scenario, row.Agent)))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(CultureInfo.InvariantCulture, $"{group.Key.Agent} in {group.Key.Scenario}\n");
            string[][] rows = [.. group.Select(Cells)];
            var widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
            foreach (var row in rows)
            {
                text.Append($"  {row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}  {row[3]}".TrimEnd()).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string[] Cells(MetricSummary row) => row.Mean is { } mean
        ? [row.Metric, Number(mean.Mean), row.Unit, (mean.HalfWidth is { } half ? $"± {Number(half)}{(mean.IsTrusted ? "" : " *")}, " : "") + Figures.Worlds(mean.Count) + (row.Reason is null ? "" : $"; elsewhere {row.Reason}")]
        : [row.Metric, "–", row.Unit, row.Reason ?? ""];

    /// <summary>What metrics of a category are about, for a heading.</summary>
    public static string Words(MetricCategory category) => category switch
    {
        MetricCategory.Finance => "Money",
        MetricCategory.Own => "Own metrics",
        _ => category.ToString(),
    };

    public static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : Math.Abs(value) >= 10 ? "0.0" : "0.0000", CultureInfo.InvariantCulture);
}
