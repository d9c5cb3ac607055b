using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>The summaries for a terminal.</summary>
internal static class TextTable
{
    public static string Render(BenchmarkReport report)
    {
        var text = new StringBuilder();
        for (var i = 0; i < report.Plan.Scenarios.Count; i++)
        {
            var scenario = report.Plan.Scenarios[i];
            var laboratory = report.FirstWorlds[i].Laboratory ? " (laboratory)" : "";
            var rows = report.Summaries.Where(row => row.Scenario == scenario.Name).ToArray();
            text.AppendLine(CultureInfo.InvariantCulture, $"{scenario.Name}{laboratory}: {Figures.Worlds(report.Plan.Worlds)}, score in dollars, mean and 95 % interval");
            if (rows.Length > 0)
            {
                Append(text, ["agent", "score", "interval", "vs " + report.ComparedTo, "interval", "better in", "lost sales", "insolvent"], [.. rows.Select(Cells)]);
            }

            foreach (var note in Figures.Notes(rows).Concat(Figures.FailureNotes(report, scenario.Name)))
            {
                text.AppendLine("  " + note);
            }

            text.AppendLine();
        }

        return text.ToString().TrimEnd();
    }

    private static string[] Cells(AgentSummary row) =>
    [
        row.Agent,
        Figures.Dollars(row.Score.Mean),
        Figures.Interval(row.Score),
        row.Difference is { } difference ? Figures.Signed(difference.Mean) : "",
        row.Difference is { } interval ? Figures.Interval(interval) : "",
        row.WorldsBetter is { } better ? string.Create(CultureInfo.InvariantCulture, $"{better} of {row.Difference!.Count}") : "",
        Figures.Percent(row.LostShare),
        row.Insolvent == 0 ? "" : row.Insolvent.ToString(CultureInfo.InvariantCulture),
    ];

    private static void Append(StringBuilder text, string[] head, string[][] rows)
    {
        var widths = head.Select((cell, column) => Math.Max(cell.Length, rows.Max(row => row[column].Length))).ToArray();
        Line(head);
        Line([.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows)
        {
            Line(row);
        }

        void Line(string[] cells) => text.AppendLine(("  " + string.Join("  ", cells.Select((cell, column) =>
            column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))).TrimEnd());
    }
}
