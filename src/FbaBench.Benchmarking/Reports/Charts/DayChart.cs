namespace FbaBench;

/// <summary>A line over days with an optional band around it.</summary>
/// <param name="Name">Of the series.</param>
/// <param name="Style">Index of colour and dashes, from 0.</param>
/// <param name="Days">The days of the values, ascending.</param>
/// <param name="Line">The values.</param>
/// <param name="Low">Lower edge of the band, or null.</param>
/// <param name="High">Upper edge of the band, or null.</param>
internal sealed record DaySeries(string Name, int Style, IReadOnlyList<int> Days, IReadOnlyList<double> Line, IReadOnlyList<double>? Low = null, IReadOnlyList<double>? High = null)
{
    private const int MostPoints = 240;

    /// <summary>A series of daily values; every n-th day and the last when there are more than a plot can show.</summary>
    public static DaySeries Daily(string name, int style, IReadOnlyList<double> values)
    {
        var step = Math.Max(1, values.Count / MostPoints);
        int[] days = [.. Enumerable.Range(0, values.Count).Where(day => day % step == 0 || day == values.Count - 1)];
        return new(name, style, days, [.. days.Select(day => values[day])]);
    }
}

/// <summary>Several series over the days of a world, named where they end.</summary>
internal static class DayChart
{
    private const double Height = 240;
    private const double LineHeight = 13;
    private const int LongestName = 18;

    public static void Render(HtmlText html, string title, string subtitle, string unit, TimeAxis time, int firstRunOffDay, IReadOnlyList<DaySeries> series)
    {
        var axis = Axis.WithZero(series.SelectMany(one => one.Line.Concat(one.Low ?? []).Concat(one.High ?? [])));
        var named = series.Count > 1 && series.Count * LineHeight <= Height;
        html.Raw("<figure>");
        Plot.Caption(html, title, subtitle);
        html.Raw(named ? "<div class=\"area ends\">" : "<div class=\"area\">");
        Plot.Open(html, Height, title, $"{subtitle}; {string.Join("; ", series.Select(one => $"{one.Name} ends at {Figures.Dollars(one.Line[^1])} {unit}"))}.");
        time.RunOff(html, firstRunOffDay, Height);
        Plot.Grid(html, axis, unit, 0, Height);
        time.Draw(html, Height, title: true);
        DayPath.Open(html, time.Days, 0, Height);
        foreach (var one in series)
        {
            if (one is { Low: { } low, High: { } high })
            {
                html.Add($"<path class=\"band f{one.Style % Plot.Styles}\" d=\"{DayPath.Band(one.Days, low, high, axis, Height)}\"/>");
            }
        }

        foreach (var one in series)
        {
            html.Add($"<path class=\"line s{one.Style % Plot.Styles}\" d=\"{DayPath.Line(one.Days, one.Line, axis, Height)}\"><title>{one.Name}</title></path>");
        }

        html.Raw("</svg>");
        if (named)
        {
            Names(html, series, axis);
        }

        html.Raw("</svg></div></figure>");
    }

    /// <summary>Names beside the ends of the lines, moved apart where they would cover each other.</summary>
    private static void Names(HtmlText svg, IReadOnlyList<DaySeries> series, Axis axis)
    {
        var ends = series.Select(one => (One: one, Y: (1 - axis.Share(one.Line[^1])) * Height)).OrderBy(end => end.Y).ToArray();
        var places = Spread([.. ends.Select(end => end.Y)], LineHeight, 0, Height);
        for (var i = 0; i < ends.Length; i++)
        {
            var (one, y) = ends[i];
            svg.Add($"<line class=\"lead s{one.Style % Plot.Styles}\" x1=\"100%\" x2=\"100%\" y1=\"{y}\" y2=\"{places[i]}\" transform=\"translate(3)\"/>");
            svg.Add($"<text class=\"name\" x=\"100%\" dx=\"8\" y=\"{places[i] + 4}\">{(one.Name.Length > LongestName ? one.Name[..(LongestName - 1)] + "…" : one.Name)}</text>");
        }
    }

    /// <summary>Ascending places at least a distance apart within bounds, each as near to where it belongs as the others let it.</summary>
    internal static double[] Spread(IReadOnlyList<double> wanted, double distance, double low, double high)
    {
        var places = wanted.ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Math.Max(places[i], i == 0 ? low : places[i - 1] + distance);
        }

        for (var i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], i == places.Length - 1 ? high : places[i + 1] - distance);
        }

        return places;
    }
}
