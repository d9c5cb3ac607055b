namespace FbaBench;

/// <summary>A row of a plot of rank sets.</summary>
/// <param name="Name">Of the agent.</param>
/// <param name="Style">Index of its colour, from 0.</param>
/// <param name="Best">Best possible rank, from 1.</param>
/// <param name="Worst">Worst possible rank.</param>
internal sealed record RankRow(string Name, int Style, int Best, int Worst);

/// <summary>Where each agent's true rank may lie, one row an agent, the first place on the left.</summary>
internal static class RankRows
{
    private const double Height = 18;
    private const double Middle = 9;

    public static void Render(HtmlText html, string title, string subtitle, IReadOnlyList<RankRow> rows)
    {
        html.Raw("<figure>");
        Plot.Caption(html, title, subtitle);
        html.Raw("<div class=\"rows\">");
        foreach (var row in rows)
        {
            html.Raw("<div class=\"head\"><span class=\"who\">");
            Plot.Key(html, row.Style);
            html.Add($"{row.Name}</span><span class=\"val\">{Label(row)}</span></div>");
            Row(html, row, rows.Count);
        }

        Labels(html, rows.Count);
        html.Raw("</div></figure>");
    }

    private static string Label(RankRow row) => row.Best == row.Worst ? Figures.Whole(row.Best) : $"{Figures.Whole(row.Best)} to {Figures.Whole(row.Worst)}";

    private static void Row(HtmlText html, RankRow row, int count)
    {
        Plot.Open(html, Height, $"{row.Name}: rank {Label(row)}", $"of {Figures.Count(count, "agent")}");
        for (var rank = 1; rank <= count; rank++)
        {
            html.Add($"<line class=\"grid\" x1=\"{Place(rank, count)}%\" x2=\"{Place(rank, count)}%\" y1=\"0\" y2=\"{Height}\"/>");
        }

        var (from, to) = (Place(row.Best, count), Place(row.Worst, count));
        var style = row.Style % Plot.Styles;
        html.Add($"<line class=\"bar s{style}\" x1=\"{from}%\" x2=\"{to}%\" y1=\"{Middle}\" y2=\"{Middle}\"/>");
        html.Add($"<circle class=\"f{style}\" cx=\"{from}%\" cy=\"{Middle}\" r=\"4\"/>");
        html.Add($"<circle class=\"f{style}\" cx=\"{to}%\" cy=\"{Middle}\" r=\"4\"/></svg>");
    }

    private static void Labels(HtmlText html, int count)
    {
        html.Raw("<svg class=\"plot\" width=\"100%\" height=\"32\" aria-hidden=\"true\">");
        var step = (count + MostLabels - 1) / MostLabels;
        for (var rank = 1; rank <= count; rank += step)
        {
            html.Add($"<text class=\"tick mid\" x=\"{Place(rank, count)}%\" y=\"12\">{Figures.Whole(rank)}</text>");
        }

        html.Raw("<text class=\"tick mid\" x=\"50%\" y=\"27\">rank, 1 is best</text></svg>");
    }

    private const int MostLabels = 12;

    /// <summary>Per cent across: every rank in the middle of an equal share.</summary>
    private static double Place(int rank, int count) => Math.Round((rank - 0.5) / count * 100, 4);
}
