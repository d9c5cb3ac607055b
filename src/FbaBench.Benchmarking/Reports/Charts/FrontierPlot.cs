namespace FbaBench;

/// <summary>A point of a cost frontier.</summary>
/// <param name="Name">Of the agent.</param>
/// <param name="Style">Index of its colour, from 0.</param>
/// <param name="Cost">Dollars of thinking an episode.</param>
/// <param name="Score">Mean score, dollars.</param>
/// <param name="IsOnFrontier">Whether no other agent is at least as good for at most as much.</param>
internal sealed record FrontierPoint(string Name, int Style, double Cost, double Score, bool IsOnFrontier);

/// <summary>Score against cost: filled points are on the frontier, which steps from one to the next.</summary>
internal static class FrontierPlot
{
    private const double Height = 240;
    private const double LineHeight = 13;
    private const int LongestName = 18;

    public static void Render(HtmlText html, IReadOnlyList<FrontierPoint> points)
    {
        var cost = Axis.WithZero(points.Select(point => point.Cost), 4);
        var score = Axis.WithZero(points.Select(point => point.Score));
        var named = points.Count * LineHeight <= Height;
        html.Raw("<figure>");
        Plot.Caption(html, "Cost frontier", "mean score against what thinking cost in an episode; filled: no other agent has at least the score for at most the cost");
        html.Raw(named ? "<div class=\"area ends\">" : "<div class=\"area\">");
        Plot.Open(html, Height, "Cost frontier", $"{string.Join("; ", points.Select(point => $"{point.Name}: {Figures.Dollars(point.Score)} for {Cost(point.Cost)}"))}.");
        Plot.Grid(html, score, "mean score, US dollars", 0, Height);
        Costs(html, cost);
        Frontier(html, points, cost, score);
        foreach (var point in points.OrderBy(point => point.IsOnFrontier))
        {
            var style = point.Style % Plot.Styles;
            var at = $"cx=\"{X(point, cost)}%\" cy=\"{Y(point, score)}\" r=\"5\"";
            html.Raw(point.IsOnFrontier ? $"<circle class=\"f{style}\" {at}>" : $"<circle class=\"hollow s{style}\" {at}>");
            html.Add($"<title>{point.Name}: {Figures.Money(point.Score)} for {Cost(point.Cost)}</title></circle>");
        }

        if (named)
        {
            Names(html, points, score);
        }

        html.Raw("</svg></div></figure>");
    }

    /// <summary>Dollars of thinking: tenths of a cent count.</summary>
    public static string Cost(double dollars) => "$" + dollars.ToString(dollars >= 1 ? "#,0.00" : "0.0000", System.Globalization.CultureInfo.InvariantCulture);

    private static void Costs(HtmlText html, Axis axis)
    {
        var ticks = axis.Ticks.ToArray();
        for (var i = 0; i < ticks.Length; i++)
        {
            var x = axis.Share(ticks[i]) * 100;
            html.Add($"<line class=\"grid\" x1=\"{x}%\" x2=\"{x}%\" y1=\"0\" y2=\"{Height}\"/>");
            html.Add($"<text class=\"tick{(i == 0 ? "" : i == ticks.Length - 1 ? " end" : " mid")}\" x=\"{x}%\" y=\"{Height + 16}\">{axis.Label(ticks[i])}</text>");
        }

        html.Add($"<text class=\"tick mid\" x=\"50%\" y=\"{Height + 34}\">cost of thinking an episode, US dollars</text>");
    }

    private static void Frontier(HtmlText html, IReadOnlyList<FrontierPoint> points, Axis cost, Axis score)
    {
        var on = points.Where(point => point.IsOnFrontier).OrderBy(point => point.Cost).ThenBy(point => point.Score).ToArray();
        for (var i = 0; i < on.Length; i++)
        {
            var (x, y) = (X(on[i], cost), Y(on[i], score));
            var next = i + 1 < on.Length ? X(on[i + 1], cost) : 100;
            html.Add($"<line class=\"zero\" x1=\"{x}%\" x2=\"{next}%\" y1=\"{y}\" y2=\"{y}\"/>");
            if (i + 1 < on.Length)
            {
                html.Add($"<line class=\"zero\" x1=\"{next}%\" x2=\"{next}%\" y1=\"{y}\" y2=\"{Y(on[i + 1], score)}\"/>");
            }
        }
    }

    /// <summary>Names at the right edge in the order of the scores, moved apart where they would cover each other.</summary>
    private static void Names(HtmlText html, IReadOnlyList<FrontierPoint> points, Axis score)
    {
        var ends = points.Select(point => (Point: point, Y: Y(point, score))).OrderBy(end => end.Y).ToArray();
        var places = DayChart.Spread([.. ends.Select(end => end.Y)], LineHeight, 0, Height);
        for (var i = 0; i < ends.Length; i++)
        {
            var (point, y) = ends[i];
            html.Add($"<line class=\"lead s{point.Style % Plot.Styles}\" x1=\"100%\" x2=\"100%\" y1=\"{y}\" y2=\"{places[i]}\" transform=\"translate(3)\"/>");
            html.Add($"<text class=\"name\" x=\"100%\" dx=\"8\" y=\"{places[i] + 4}\">{(point.Name.Length > LongestName ? point.Name[..(LongestName - 1)] + "…" : point.Name)}</text>");
        }
    }

    private static double X(FrontierPoint point, Axis cost) => Math.Round(cost.Share(point.Cost) * 100, 4);

    private static double Y(FrontierPoint point, Axis score) => Math.Round((1 - score.Share(point.Score)) * Height, 2);
}
