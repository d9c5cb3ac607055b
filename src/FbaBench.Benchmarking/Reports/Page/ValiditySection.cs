namespace FbaBench;

/// <summary>What keeps the results from being relied on, before what they say.</summary>
internal static class ValiditySection
{
    public static void Render(HtmlText html, IReadOnlyList<ValidityCheck> checks)
    {
        var failed = checks.Where(check => check.Status == ValidityStatus.Failed).ToArray();
        if (failed.Length == 0)
        {
            return;
        }

        html.Add($"<section id=\"validity\"><h2>Not to be relied on: {Figures.Count(failed.Length, "check")} failed</h2><div class=\"verdicts\"><div class=\"verdict failed\"><ul>");
        foreach (var check in failed)
        {
            html.Add($"<li class=\"warning\"><span class=\"mark\" aria-hidden=\"true\">!</span> {check.Name.Replace('-', ' ')}: {check.Reason}</li>");
        }

        html.Raw("</ul></div></div></section>\n");
    }
}
