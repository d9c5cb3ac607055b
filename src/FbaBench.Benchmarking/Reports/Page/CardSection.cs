namespace FbaBench;

/// <summary>What a reader of a benchmark's result may ask for, and whether it is there; then the checks.</summary>
internal static class CardSection
{
    public static void Render(HtmlText html, IReadOnlyList<CardItem> card, IReadOnlyList<ValidityCheck> checks)
    {
        if (card.Count == 0)
        {
            return;
        }

        var missing = card.Count(item => item.Status == CardStatus.Missing);
        html.Add($"<section id=\"card\"><h2>Validity card</h2><p class=\"sub\">Made from what was run: {Figures.Whole(missing)} of {Figures.Count(card.Count, "item")} {(missing == 1 ? "is" : "are")} missing.</p><div class=\"wide\"><table class=\"cardy words\"><tbody>");
        foreach (var item in card)
        {
            Row(html, item.Name, item.Status switch { CardStatus.Shown => ("shown", ""), CardStatus.Missing => ("missing", "worse"), _ => ("not needed", "") }, item.Text);
        }

        html.Raw("</tbody></table></div>");
        if (checks.Count > 0)
        {
            // Logs may be thrown away without a byte of the page changing.
            html.Raw("<h3>Checks</h3><div class=\"wide\"><table class=\"cardy words\"><tbody>");
            foreach (var check in checks.Where(check => !ReplayCheck.IsOfLogs(check) || check.Status == ValidityStatus.Failed))
            {
                Row(html, check.Name.Replace('-', ' '), check.Status switch { ValidityStatus.Passed => ("passed", ""), ValidityStatus.Failed => ("failed", "worse"), _ => ("not checked", "") }, check.Reason);
            }

            html.Raw("</tbody></table></div>");
        }

        html.Raw("</section>");
    }

    private static void Row(HtmlText html, string name, (string Word, string Tone) status, string text) =>
        html.Add($"<tr><th scope=\"row\">{name}</th><td data-label=\"Status\" class=\"{status.Tone}\">{status.Word}</td><td data-label=\"What\" class=\"long\">{text}</td></tr>");
}
