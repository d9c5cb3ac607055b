using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>The summaries for a terminal.</summary>
internal static class TextTable
{
    private const int Columns = 118;
    private const string EarlyLooks = "Intervals hold for one look at a number of worlds fixed beforehand; to look while it runs and stop early, use a confidence sequence.";

    public static string Render(BenchmarkReport report)
    {
        var text = new StringBuilder();
        foreach (var results in ScenarioResults.Of(report))
        {
            var laboratory = results.Definition.Laboratory ? " (laboratory)" : "";
            var against = results.Opponents.Count == 0 ? "" : $" against {string.Join(", ", results.Opponents)}";
            var rows = results.Rows;
            text.AppendLine(CultureInfo.InvariantCulture, $"{results.Name}{laboratory}{against}: {Figures.Worlds(report.Plan.Worlds)}, score in dollars, mean and 95 % interval");
            foreach (var line in Verdict.Of(results))
            {
                Wrap(text, line.Text);
            }

            if (rows.Count > 0)
            {
                Append(text, ["agent", "score", "interval", "vs " + report.ComparedTo, "interval", "better in", "lost sales", "insolvent"], [.. rows.Select(Cells)]);
            }

            foreach (var note in Figures.Notes(rows).Concat(Figures.FailureNotes(report, results.Name)))
            {
                text.AppendLine("  " + note);
            }

            text.AppendLine();
        }

        Wrap(text, EarlyLooks);
        return text.ToString().TrimEnd();
    }

    /// <summary>A sentence in lines of a terminal, the later ones indented.</summary>
    internal static void Wrap(StringBuilder text, string sentence)
    {
        var line = "  ";
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length + 1 + word.Length > Columns && line.TrimEnd().Length > 0)
            {
                text.AppendLine(line.TrimEnd());
                line = "    ";
            }

            line += word + " ";
        }

        text.AppendLine(line.TrimEnd());
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

    /// <summary>Columns as wide as their cells; the first is flush left.</summary>
    internal static void Append(StringBuilder text, string[] head, string[][] rows)
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
