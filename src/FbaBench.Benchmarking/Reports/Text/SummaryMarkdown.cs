using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>
/// What came out as a comment on a pull request: the verdict, a table a scenario, what a reader must know, and where the figures come from. Markdown as GitHub and GitLab show it; the same results
/// give the same bytes.
/// </summary>
internal static class SummaryMarkdown
{
    private static readonly string[] Heads = ["agent", "score, $", "95 % interval", "difference, $", "its 95 % interval", "better in", "lost sales", "insolvent"];

    /// <param name="report">What came out.</param>
    /// <param name="digest">SHA-256 of results.json.</param>
    public static string Render(BenchmarkReport report, string digest)
    {
        var text = new StringBuilder();
        var plan = report.Plan;
        text.Append(CultureInfo.InvariantCulture, $"## {plan.Name}\n");
        foreach (var results in ScenarioResults.Of(report))
        {
            Scenario(text, results, plan.Worlds);
        }

        text.Append(CultureInfo.InvariantCulture, $"\n<sub>{Figures.Count(plan.Agents.Count, "agent")} × {Figures.Count(plan.Scenarios.Count, "scenario")} × {Figures.Worlds(plan.Worlds)}; intervals are Student's t over worlds, differences are paired by world. An interval marked * has too few worlds to be trusted. `results.json` SHA-256 `{digest}`. Benchmark data, not to be trained on: `{report.Canary}`.</sub>\n");
        return text.ToString();
    }

    private static void Scenario(StringBuilder text, ScenarioResults results, int worlds)
    {
        var against = results.Opponents.Count == 0 ? "" : $", against {string.Join(", ", results.Opponents)}";
        text.Append(CultureInfo.InvariantCulture, $"\n### {results.Name}{(results.Definition.Laboratory ? " (laboratory)" : "")}: {Figures.Worlds(worlds)}{against}\n\n");
        foreach (var line in Verdict.Of(results))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Mark(line.Tone)} {Escape(line.Text)}\n");
        }

        if (results.Rows.Count > 0)
        {
            text.Append('\n').Append(Row(Heads)).Append(Row([.. Heads.Select((_, i) => i == 0 ? ":--" : "--:")]));
            foreach (var row in results.Rows)
            {
                text.Append(Row(Cells(row, results.ComparedTo)));
            }
        }

        foreach (var note in Figures.Notes(results.Rows).Concat(results.FailureNotes))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n> {Escape(note)}\n");
        }
    }

    private static string[] Cells(AgentSummary row, string comparedTo) =>
    [
        row.Agent == comparedTo ? $"{row.Agent} (compared to)" : row.Agent,
        Figures.Dollars(row.Score.Mean),
        Figures.Interval(row.Score),
        row.Difference is { } difference ? Figures.Signed(difference.Mean) : "",
        row.Difference is { } interval ? Figures.Interval(interval) : "",
        row is { WorldsBetter: { } better, Difference: { } paired } ? string.Create(CultureInfo.InvariantCulture, $"{better} of {paired.Count}") : "",
        Figures.Percent(row.LostShare),
        string.Create(CultureInfo.InvariantCulture, $"{row.Insolvent} of {row.Score.Count}"),
    ];

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(Escape))} |\n";

    /// <summary>Text that is shown as it stands: error messages may hold anything.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\r' or '\n' => " ",
                '<' => "&lt;",
                '&' => "&amp;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '@' => "\\" + letter,
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string Mark(VerdictTone tone) => tone switch
    {
        VerdictTone.Better => "▲",
        VerdictTone.Worse => "▼",
        VerdictTone.Open => "◇",
        VerdictTone.Warning => "**!**",
        _ => "•",
    };
}
