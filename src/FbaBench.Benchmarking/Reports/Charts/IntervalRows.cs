namespace FbaBench;

/// <summary>A row of a dot-and-interval plot.</summary>
/// <param name="Name">Of the agent.</param>
/// <param name="Style">Index of its colour, from 0.</param>
/// <param name="Interval">Mean and interval.</param>
/// <param name="Worlds">A value a world, or whatever the dots are; empty for none.</param>
/// <param name="Label">The figures in words, shown beside the name.</param>
/// <param name="Tone">Class of the label: better, worse, or empty.</param>
internal sealed record IntervalRow(string Name, int Style, MeanInterval Interval, IReadOnlyList<double> Worlds, string Label, string Tone);

/// <summary>
/// Means with intervals over a strip of the worlds, one row an agent, on a common axis with zero. Names and figures stand above
/// their rows, so that long ones fit a narrow screen.
/// </summary>
internal static class IntervalRows
{
    private const double Height = 30;
    private const double StripTop = 22;
    private const double Middle = 10;
    private const double Cap = 5;
    private const int MostDots = 120;

    public static void Render(HtmlText html, string title, string subtitle, string unit, IReadOnlyList<IntervalRow> rows, string dot = "world")
    {
        var axis = Axis.WithZero(rows.SelectMany(row => row.Worlds.Append(row.Interval.Low ?? row.Interval.Mean).Append(row.Interval.High ?? row.Interval.Mean)));
        html.Raw("<figure>");
        Plot.Caption(html, title, subtitle);
        html.Raw("<div class=\"rows\">");
        foreach (var row in rows)
        {
            html.Raw("<div class=\"head\"><span class=\"who\">");
            Plot.Key(html, row.Style);
            html.Add($"{row.Name}</span><span class=\"val {row.Tone}\">{row.Label}</span></div>");
            Row(html, row, axis, dot);
        }

        Plot.AcrossLabels(html, axis, unit);
        html.Raw("</div></figure>");
    }

    private static void Row(HtmlText html, IntervalRow row, Axis axis, string dot)
    {
        var style = row.Style % Plot.Styles;
        var dots = row.Worlds.Count == 0 ? $"Mean over {Figures.Count(row.Interval.Count, dot)}." : $"The dots are {Figures.Count(row.Worlds.Count, dot)}, from {Figures.Dollars(row.Worlds.Min())} to {Figures.Dollars(row.Worlds.Max())}.";
        Plot.Open(html, Height, $"{row.Name}: {row.Label}", dots);
        Plot.Across(html, axis, Height);
        foreach (var value in Dots(row.Worlds))
        {
            html.Add($"<circle class=\"dot f{style}\" cx=\"{axis.Share(value) * 100}%\" cy=\"{StripTop}\" r=\"3\"/>");
        }

        if (row.Interval is { Low: { } low, High: { } high })
        {
            var (from, to) = (axis.Share(low) * 100, axis.Share(high) * 100);
            html.Add($"<line class=\"bar s{style}{(row.Interval.IsTrusted ? "" : " untrusted")}\" x1=\"{from}%\" x2=\"{to}%\" y1=\"{Middle}\" y2=\"{Middle}\"/>");
            html.Add($"<line class=\"cap s{style}\" x1=\"{from}%\" x2=\"{from}%\" y1=\"{Middle - Cap}\" y2=\"{Middle + Cap}\"/>");
            html.Add($"<line class=\"cap s{style}\" x1=\"{to}%\" x2=\"{to}%\" y1=\"{Middle - Cap}\" y2=\"{Middle + Cap}\"/>");
        }

        html.Add($"<circle class=\"mean f{style}\" cx=\"{axis.Share(row.Interval.Mean) * 100}%\" cy=\"{Middle}\" r=\"4.5\"/></svg>");
    }

    /// <summary>All worlds, or their hundredths when there are more than a strip can show.</summary>
    private static IEnumerable<double> Dots(IReadOnlyList<double> worlds)
    {
        if (worlds.Count <= MostDots)
        {
            return worlds;
        }

        var sorted = worlds.Order().ToArray();
        return Enumerable.Range(0, 101).Select(i => Quantiles.Of(sorted, i / 100.0));
    }

    /// <summary>What the dots of a plot are, for its caption.</summary>
    public static string DotsAre(int worlds) => worlds <= MostDots ? "each small dot a world" : "small dots: every hundredth of the worlds";
}
