namespace FbaBench;

/// <summary>Logs of an agent's lowest, median and highest world, and how to verify one.</summary>
internal static class RunSection
{
    private const string Folder = "runs";

    public static void Render(HtmlText html, ScenarioResults results)
    {
        html.Raw("<h3>Runs</h3>");
        html.Raw("<div class=\"wide\"><table class=\"cardy\"><thead><tr><th scope=\"col\">Agent</th><th scope=\"col\">Lowest score, $</th><th scope=\"col\">Median score, $</th><th scope=\"col\">Highest score, $</th></tr></thead><tbody>");
        string? example = null;
        foreach (var row in results.Rows)
        {
            var sorted = results.Of(row.Agent).OrderBy(episode => episode.Score.Cents).ThenBy(episode => episode.Key.World).ToArray();
            if (sorted.Length == 0)
            {
                continue;
            }

            html.Add($"<tr><th scope=\"row\">{row.Agent}</th>");
            example = Cell(html, results, sorted[0], "Lowest score, $") ?? example;
            example = Cell(html, results, sorted[(sorted.Length - 1) / 2], "Median score, $") ?? example;
            example = Cell(html, results, sorted[^1], "Highest score, $") ?? example;
            html.Raw("</tr>");
        }

        html.Raw("</tbody></table></div>");
        if (example is null)
        {
            html.Raw("<p class=\"sub\">This benchmark wrote no run logs.</p>");
        }
        else
        {
            html.Add($"<p class=\"sub\">Every episode has its log in <code>{Folder}/</code>, named scenario_world_agent. To verify one, replay it in the report's folder; every day's hash must come out again:</p><pre><code>fbabench verify {example}</code></pre>");
        }
    }

    /// <summary>Writes a score with its world, linked to the log where there is one; the log's place.</summary>
    private static string? Cell(HtmlText html, ScenarioResults results, EpisodeResult episode, string head)
    {
        var path = LogPath(episode.Key);
        var isThere = File.Exists(Path.Combine(results.Folder, path));
        html.Add($"<td data-label=\"{head}\"><span>{Figures.Exact(episode.Score.Cents)} <small>");
        if (isThere)
        {
            html.Add($"<a href=\"{path}\">world {episode.Key.World}</a></small></span></td>");
            return path;
        }

        html.Add($"world {episode.Key.World}</small></span></td>");
        return null;
    }

    private static string LogPath(EpisodeKey key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Folder}/{key.Scenario}_{key.World:000}_{key.Agent}.fbalog");
}
