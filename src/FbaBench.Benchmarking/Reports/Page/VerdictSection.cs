namespace FbaBench;

/// <summary>What the statistics say, first on the page: one card a scenario.</summary>
internal static class VerdictSection
{
    public static void Render(HtmlText html, IReadOnlyList<ScenarioResults> scenarios)
    {
        html.Raw("<section><h2>Verdict</h2><div class=\"verdicts\">");
        foreach (var results in scenarios)
        {
            html.Add($"<div class=\"verdict\"><h3><a href=\"#{results.Name}\">{results.Name}</a>");
            html.Raw(results.Definition.Laboratory ? " <small>laboratory</small></h3><ul>" : "</h3><ul>");
            foreach (var line in Verdict.Of(results))
            {
                html.Add($"<li class=\"{Class(line.Tone)}\"><span class=\"mark\" aria-hidden=\"true\">{Mark(line.Tone)}</span> {line.Text}</li>");
            }

            html.Raw("</ul></div>");
        }

        html.Raw("</div></section>");
    }

    private static string Class(VerdictTone tone) => tone switch
    {
        VerdictTone.Better => "better",
        VerdictTone.Worse => "worse",
        VerdictTone.Open => "open",
        VerdictTone.Warning => "warning",
        _ => "plain",
    };

    private static string Mark(VerdictTone tone) => tone switch
    {
        VerdictTone.Better => "▲",
        VerdictTone.Worse => "▼",
        VerdictTone.Open => "◇",
        VerdictTone.Warning => "!",
        _ => "•",
    };
}
