namespace FbaBench;

/// <summary>From revenue to score as a table with floating bars; its amounts add up to the cent.</summary>
internal static class Waterfall
{
    private const double Height = 14;

    public static void Render(HtmlText html, AgentPicture picture, BarScale scale)
    {
        html.Add($"<figure><div class=\"wide\"><table class=\"fall\"><caption>{picture.Agent}</caption><thead><tr><th scope=\"col\">US dollars, mean a world</th><th scope=\"col\">amount</th><th scope=\"col\">of revenue</th><td aria-hidden=\"true\"></td></tr></thead><tbody>");
        long sum = 0;
        foreach (var line in picture.Lines)
        {
            Row(html, ScoreReasons.Name(line.Reason), picture, scale, sum, line.Cents, "");
            sum += line.Cents;
        }

        html.Raw("</tbody><tfoot>");
        Row(html, "score", picture, scale, 0, picture.ScoreCents, " total");
        html.Raw("</tfoot></table></div></figure>");
    }

    /// <summary>A scale for the running sums of all agents.</summary>
    public static BarScale ScaleOf(IReadOnlyList<AgentPicture> pictures)
    {
        var (low, high) = (0L, 1L);
        foreach (var picture in pictures)
        {
            long sum = 0;
            foreach (var line in picture.Lines)
            {
                sum += line.Cents;
                low = Math.Min(low, sum);
                high = Math.Max(high, sum);
            }
        }

        return new(low, high);
    }

    private static void Row(HtmlText html, string name, AgentPicture picture, BarScale scale, long from, long cents, string tone)
    {
        var (low, high) = (scale.Share(Math.Min(from, from + cents)), scale.Share(Math.Max(from, from + cents)));
        var zero = scale.Share(0) * 100;
        html.Add($"<tr><th scope=\"row\">{name}</th><td>{Figures.Exact(cents)}</td><td>{(picture.RevenueCents > 0 ? Figures.Percent(cents / (double)picture.RevenueCents) : "–")}</td><td aria-hidden=\"true\">");
        html.Add($"<svg width=\"100%\" height=\"{Height}\"><line class=\"zero\" x1=\"{zero}%\" x2=\"{zero}%\" y1=\"0\" y2=\"{Height}\"/><rect class=\"{(cents < 0 ? "less" : "more")}{tone}\" x=\"{low * 100}%\" y=\"1\" width=\"{(high - low) * 100}%\" height=\"{Height - 2}\"/></svg></td></tr>");
    }
}

/// <summary>A scale without ticks that just holds its values, in cents.</summary>
internal readonly record struct BarScale(long Low, long High)
{
    public double Share(long cents) => (cents - Low) / (double)(High - Low);
}
