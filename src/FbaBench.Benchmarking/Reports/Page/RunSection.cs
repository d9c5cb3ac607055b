namespace FbaBench;

/// <summary>Logs of an agent's lowest, median and highest world, and how to verify one.</summary>
internal static class RunSection
{
    private const string Folder = "runs";

    public static void Render(HtmlText html, ScenarioResults results)
    {
        html.Raw("<h3>Runs</h3>");
        html.Raw("<div class=\"wide\"><table class=\"cardy\"><thead><tr><th scope=\"col\">Agent</th><th scope=\"col\">Lowest score, $</th><th scope=\"col\">Median score, $</th><th scope=\"col\">Highest score, $</th></tr></thead><tbody>");
        EpisodeResult? example = null;
        foreach (var row in results.Rows)
        {
            var sorted = results.Of(row.Agent).OrderBy(episode => episode.Score.Cents).ThenBy(episode => episode.Key.World).ThenBy(episode => episode.Key.Repeat).ToArray();
            html.Add($"<tr><th scope=\"row\">{row.Agent}</th>");
            Cell(html, sorted[0], "Lowest score, $");
            Cell(html, sorted[(sorted.Length - 1) / 2], "Median score, $");
            Cell(html, sorted[^1], "Highest score, $");
            html.Raw("</tr>");
            example ??= sorted[0];
        }

        html.Raw("</tbody></table></div>");
        if (example is not null)
        {
            html.Add($"<p class=\"sub\">Unless the benchmark was told to write none, every episode has its log in <code>{Folder}/</code>, named scenario_world_agent. To verify one, replay it in the report's folder; every day's hash must come out again:</p><pre><code>fbabench verify {LogPath(example.Key)}</code></pre>");
        }
    }

    /// <summary>A score with its world, linked to where its log is: whether it still is there is no matter of the results.</summary>
    private static void Cell(HtmlText html, EpisodeResult episode, string head) =>
        html.Add($"<td data-label=\"{head}\"><span>{Figures.Exact(episode.Score.Cents)} <small><a href=\"{LogPath(episode.Key)}\">{Figures.World(episode.Key)}</a></small></span></td>");

    private static string LogPath(EpisodeKey key) => $"{Folder}/{EpisodeStore.NameOf(key)}.fbalog";
}
