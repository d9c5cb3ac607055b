namespace FbaBench;

/// <summary>Where the money went: fees by type and month, and the way from revenue to score.</summary>
internal static class MoneySection
{
    public static void Render(HtmlText html, ScenarioResults results, IReadOnlyList<AgentPicture> pictures)
    {
        html.Raw("<h3>Fees</h3>");
        var charged = pictures.Where(picture => picture.FeeCents != 0).ToArray();
        if (charged.Length == 0)
        {
            html.Raw("<p class=\"sub\">No agent was charged a fee.</p>");
        }
        else
        {
            var colors = new FeeColors(charged);
            FeeBars.Totals(html, pictures, colors);
            FeeBars.Months(html, charged, colors, results.Definition.Start);
        }

        html.Raw("<h3>From revenue to score</h3><p class=\"sub\">Mean over worlds, read from the ledger; the lines add up to the score to the cent. Bars of all agents have one scale.</p><div class=\"falls\">");
        var scale = Waterfall.ScaleOf(pictures);
        foreach (var picture in pictures)
        {
            Waterfall.Render(html, picture, scale);
        }

        html.Raw("</div>");
    }
}
