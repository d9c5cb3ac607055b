using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>
/// Daily values as the data of an SVG path, in days across and half pixels down, relative and in whole numbers. It is drawn in
/// a nested image that is stretched to the plot's width; see <see cref="Open"/>.
/// </summary>
internal static class DayPath
{
    private const int UnitsPerPixel = 2;

    /// <summary>Begins the stretched image of a plot's paths; <c>&lt;/svg&gt;</c> ends it.</summary>
    /// <param name="svg">The plot.</param>
    /// <param name="days">Days of the time axis.</param>
    /// <param name="top">Upper edge in the plot, in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static void Open(HtmlText svg, int days, double top, double height) =>
        svg.Add($"<svg class=\"in\" y=\"{top}\" width=\"100%\" height=\"{height}\" viewBox=\"0 0 {Math.Max(1, days - 1)} {height * UnitsPerPixel}\" preserveAspectRatio=\"none\">");

    /// <summary>A line through points.</summary>
    public static string Line(IReadOnlyList<int> days, IReadOnlyList<double> values, Axis axis, double height) => Points(days, values, axis, height, 'M').ToString();

    /// <summary>The area between two lines.</summary>
    public static string Band(IReadOnlyList<int> days, IReadOnlyList<double> low, IReadOnlyList<double> high, Axis axis, double height)
    {
        var text = Points(days, high, axis, height, 'M');
        return text.Append(Points([.. days.Reverse()], [.. low.Reverse()], axis, height, 'L')).Append('z').ToString();
    }

    /// <summary>A value a day that holds until it changes; it is not drawn where it is 0 (no price).</summary>
    public static string Steps(IReadOnlyList<int> values, double unit, Axis axis, double height)
    {
        var text = new StringBuilder();
        var drawn = 0;
        for (var day = 0; day < values.Count; day++)
        {
            var y = Y(values[day] / unit, axis, height);
            var before = day == 0 ? 0 : values[day - 1];
            if (values[day] != 0 && before == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"M{day} {y}");
                drawn = day;
            }
            else if (values[day] != before)
            {
                text.Append(CultureInfo.InvariantCulture, $"h{day - drawn}");
                text.Append(values[day] == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"V{y}"));
                drawn = day;
            }
        }

        return values[^1] == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"h{Math.Max(1, values.Count - 1 - drawn)}").ToString();
    }

    /// <summary>A value a day as an area above zero.</summary>
    public static string Area(IReadOnlyList<int> values, Axis axis, double height)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M0 {Y(0, axis, height)}V{Y(values[0], axis, height)}");
        var (at, level) = (0, Y(values[0], axis, height));
        for (var day = 1; day < values.Count; day++)
        {
            var y = Y(values[day], axis, height);
            if (y != level)
            {
                text.Append(CultureInfo.InvariantCulture, $"h{day - at}v{y - level}");
                (at, level) = (day, y);
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"H{values.Count - 1}V{Y(0, axis, height)}z").ToString();
    }

    private static StringBuilder Points(IReadOnlyList<int> days, IReadOnlyList<double> values, Axis axis, double height, char begin)
    {
        var text = new StringBuilder();
        var (x, y) = (0, 0);
        for (var i = 0; i < values.Count; i++)
        {
            var next = Y(values[i], axis, height);
            text.Append(i == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{begin}{days[i]} {next}")
                : string.Create(CultureInfo.InvariantCulture, $"l{days[i] - x} {next - y}"));
            (x, y) = (days[i], next);
        }

        return text;
    }

    private static int Y(double value, Axis axis, double height) => (int)Math.Round((1 - axis.Share(value)) * height * UnitsPerPixel);
}
