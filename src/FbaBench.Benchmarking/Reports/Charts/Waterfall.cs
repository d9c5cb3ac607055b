namespace FbaBench;

/// <summary>From revenue to score as a table with floating bars; its amounts add up to the cent.</summary>
internal static class Waterfall
{
    private const double Height = 14;

    public static void Render(HtmlText html, AgentPicture picture, Axis axis)
    {
        html.Add($"<figure><table class=\"fall\"><caption>{picture.Agent}</caption><thead><tr><th scope=\"col\">US dollars, mean a world</th><th scope=\"col\">amount</th><th scope=\"col\">of revenue</th><td aria-hidden=\"true\"></td></tr></thead><tbody>");
        long sum = 0;
        foreach (var line in picture.Lines)
        {
            Row(html, ScoreReasons.Name(line.Reason), picture, axis, sum, line.Cents, "");
            sum += line.Cents;
        }

        html.Raw("</tbody><tfoot>");
        Row(html, "score", picture, axis, 0, picture.ScoreCents, " total");
        html.Raw("</tfoot></table></figure>");
    }

    /// <summary>An axis for the running sums of all agents, in dollars.</summary>
    public static Axis AxisOf(IReadOnlyList<AgentPicture> pictures) => Axis.WithZero(pictures.SelectMany(Sums));

    private static IEnumerable<double> Sums(AgentPicture picture)
    {
        long sum = 0;
        foreach (var line in picture.Lines)
        {
            sum += line.Cents;
            yield return sum / 100.0;
        }
    }

    private static void Row(HtmlText html, string name, AgentPicture picture, Axis axis, long from, long cents, string tone)
    {
        var (low, high) = (axis.Share(Math.Min(from, from + cents) / 100.0), axis.Share(Math.Max(from, from + cents) / 100.0));
        var zero = axis.Share(0) * 100;
        html.Add($"<tr><th scope=\"row\">{name}</th><td>{Figures.Exact(cents)}</td><td>{(picture.RevenueCents > 0 ? Figures.Percent(cents / (double)picture.RevenueCents) : "–")}</td><td aria-hidden=\"true\">");
        html.Add($"<svg width=\"100%\" height=\"{Height}\"><line class=\"zero\" x1=\"{zero}%\" x2=\"{zero}%\" y1=\"0\" y2=\"{Height}\"/><rect class=\"{(cents < 0 ? "less" : "more")}{tone}\" x=\"{low * 100}%\" y=\"1\" width=\"{(high - low) * 100}%\" height=\"{Height - 2}\"/></svg></td></tr>");
    }
}
