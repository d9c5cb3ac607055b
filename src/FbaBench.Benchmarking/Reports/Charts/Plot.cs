namespace FbaBench;

/// <summary>
/// Parts of a plot. A plot is an image as wide as its place and of fixed height: places across are per cent, sizes and places
/// down are pixels, so that text keeps its size on every screen. Labels hang over the edges into the place's padding.
/// </summary>
internal static class Plot
{
    /// <summary>Series that look different; more repeat.</summary>
    public const int Styles = 12;

    public static void Open(HtmlText html, double height, string title, string description) =>
        html.Add($"<svg class=\"plot\" width=\"100%\" height=\"{height}\" role=\"img\"><title>{title}</title><desc>{description}</desc>");

    public static void Caption(HtmlText html, string title, string subtitle) =>
        html.Add($"<figcaption><b>{title}</b> {subtitle}</figcaption>");

    /// <summary>Horizontal grid with labels on the left and the unit above.</summary>
    public static void Grid(HtmlText svg, Axis axis, string unit, double top, double height)
    {
        foreach (var tick in axis.Ticks)
        {
            var y = top + ((1 - axis.Share(tick)) * height);
            svg.Add($"<line class=\"{(tick == 0 ? "zero" : "grid")}\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>");
            svg.Add($"<text class=\"tick end\" x=\"-6\" y=\"{y + 4}\">{axis.Label(tick)}</text>");
        }

        svg.Add($"<text class=\"tick\" x=\"0\" y=\"{top - 7}\">{unit}</text>");
    }

    /// <summary>Vertical grid of a value axis that runs across.</summary>
    public static void Across(HtmlText svg, Axis axis, double height)
    {
        foreach (var tick in axis.Ticks)
        {
            svg.Add($"<line class=\"{(tick == 0 ? "zero" : "grid")}\" x1=\"{axis.Share(tick) * 100}%\" x2=\"{axis.Share(tick) * 100}%\" y1=\"0\" y2=\"{height}\"/>");
        }
    }

    /// <summary>The labels of a value axis that runs across, as an image of its own below the rows.</summary>
    public static void AcrossLabels(HtmlText html, Axis axis, string unit)
    {
        html.Raw("<svg class=\"plot\" width=\"100%\" height=\"32\" aria-hidden=\"true\">");
        var ticks = axis.Ticks.ToArray();
        for (var i = 0; i < ticks.Length; i++)
        {
            var place = i == 0 ? "" : i == ticks.Length - 1 ? " end" : " mid";
            html.Add($"<text class=\"tick{place}\" x=\"{axis.Share(ticks[i]) * 100}%\" y=\"12\">{axis.Label(ticks[i])}</text>");
        }

        html.Add($"<text class=\"tick mid\" x=\"50%\" y=\"27\">{unit}</text></svg>");
    }

    /// <summary>A sample of a series' line.</summary>
    public static void Key(HtmlText html, int style) =>
        html.Add($"<svg class=\"key\" width=\"26\" height=\"10\" aria-hidden=\"true\"><line class=\"line s{style % Styles}\" x1=\"1\" x2=\"25\" y1=\"5\" y2=\"5\"/></svg>");

    public static void Legend(HtmlText html, IReadOnlyList<string> names)
    {
        html.Raw("<ul class=\"legend\">");
        for (var i = 0; i < names.Count; i++)
        {
            html.Raw("<li>");
            Key(html, i);
            html.Add($"{names[i]}</li>");
        }

        html.Raw("</ul>");
    }
}
