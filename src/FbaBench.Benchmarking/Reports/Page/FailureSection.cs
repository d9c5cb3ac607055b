namespace FbaBench;

/// <summary>The episodes that could not be played, apart from low scores.</summary>
internal static class FailureSection
{
    public static void Render(HtmlText html, ScenarioResults results)
    {
        if (results.Failed.Count == 0)
        {
            return;
        }

        html.Add($"<h3>Failed episodes</h3><details open=\"open\"><summary>{Figures.Count(results.Failed.Count, "episode")} could not be played and stand in no figure</summary><div class=\"wide\"><table class=\"cardy\"><thead><tr><th scope=\"col\">Agent</th><th scope=\"col\">World</th><th scope=\"col\">Error</th></tr></thead><tbody>");
        foreach (var (key, error) in results.Failed)
        {
            html.Add($"<tr><th scope=\"row\">{key.Agent}</th><td data-label=\"World\">{Figures.World(key)["world ".Length..]}</td><td data-label=\"Error\" class=\"long\">{error}</td></tr>");
        }

        html.Raw("</tbody></table></div></details>");
    }
}
