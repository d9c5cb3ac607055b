using System.Globalization;
using System.Net;
using System.Text;

namespace FbaBench;

/// <summary>A line over days with an optional band around it.</summary>
/// <param name="Name">Shown as the line's tooltip.</param>
/// <param name="Color">Index of the colour, from 0.</param>
/// <param name="Line">A value a day.</param>
/// <param name="Low">Lower edge of the band, or null.</param>
/// <param name="High">Upper edge of the band, or null.</param>
internal sealed record ChartSeries(string Name, int Color, IReadOnlyList<double> Line, IReadOnlyList<double>? Low = null, IReadOnlyList<double>? High = null);

/// <summary>A chart of daily values as inline SVG, styled by the page: labelled axes, month ticks, the run-off shaded.</summary>
internal static class SvgChart
{
    private const double Width = 470;
    private const double Height = 270;
    private const double Left = 62;
    private const double Right = 10;
    private const double Top = 14;
    private const double Bottom = 40;
    private const int MostPoints = 160;
    private const int MonthsBetweenTicks = 2;

    public static string Render(string title, string unit, SimDate start, int decisionDays, IReadOnlyList<ChartSeries> series)
    {
        var days = series.Max(one => one.Line.Count);
        var values = series.SelectMany(one => one.Line.Concat(one.Low ?? []).Concat(one.High ?? [])).Append(0).ToArray();
        var scale = new Axis(values.Min(), values.Max());
        var svg = new StringBuilder();
        Append(svg, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">");
        RunOff(svg, decisionDays, days);
        Grid(svg, scale, unit);
        Months(svg, start, days);
        foreach (var one in series)
        {
            Band(svg, one, days, scale);
        }

        foreach (var one in series)
        {
            Append(svg, $"<polyline class=\"line s{one.Color}\" points=\"{Points(one.Line, days, scale)}\"><title>{WebUtility.HtmlEncode(one.Name)}</title></polyline>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static void RunOff(StringBuilder svg, int decisionDays, int days)
    {
        if (decisionDays >= days)
        {
            return;
        }

        var x = X(decisionDays, days);
        Append(svg, $"<rect class=\"runoff\" x=\"{x:0.#}\" y=\"{Top}\" width=\"{Width - Right - x:0.#}\" height=\"{Height - Top - Bottom}\"/>");
        Append(svg, $"<text class=\"tick\" x=\"{x + 4:0.#}\" y=\"{Top + 11}\">run-off</text>");
    }

    private static void Grid(StringBuilder svg, Axis scale, string unit)
    {
        foreach (var tick in scale.Ticks())
        {
            var y = Y(tick, scale);
            Append(svg, $"<line class=\"{(tick == 0 ? "zero" : "grid")}\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            Append(svg, $"<text class=\"tick\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Axis.Label(tick)}</text>");
        }

        Append(svg, $"<text class=\"tick\" transform=\"translate(12 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{WebUtility.HtmlEncode(unit)}</text>");
    }

    private static void Months(StringBuilder svg, SimDate start, int days)
    {
        var months = 0;
        for (var day = 0; day < days; day++)
        {
            var date = start.AddDays(day);
            if (date.DayOfMonth != 1 || months++ % MonthsBetweenTicks != 0)
            {
                continue;
            }

            var x = X(day, days);
            var name = CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month);
            Append(svg, $"<line class=\"mark\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom + 4}\"/>");
            Append(svg, $"<text class=\"tick\" x=\"{x:0.#}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{name}</text>");
        }

        var first = start.Year;
        var last = start.AddDays(days - 1).Year;
        var years = first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first} to {last}");
        Append(svg, $"<text class=\"tick\" x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\">simulated date, {years}</text>");
    }

    private static void Band(StringBuilder svg, ChartSeries one, int days, Axis scale)
    {
        if (one is not { Low: { } low, High: { } high })
        {
            return;
        }

        var back = string.Join(' ', Points(low, days, scale).Split(' ').Reverse());
        Append(svg, $"<polygon class=\"band s{one.Color}\" points=\"{Points(high, days, scale)} {back}\"/>");
    }

    /// <summary>Every n-th day and the last one: more points than the chart has pixels only make the page heavy.</summary>
    private static string Points(IReadOnlyList<double> values, int days, Axis scale)
    {
        var step = Math.Max(1, days / MostPoints);
        var chosen = Enumerable.Range(0, values.Count).Where(day => day % step == 0 || day == values.Count - 1);
        return string.Join(' ', chosen.Select(day => string.Create(CultureInfo.InvariantCulture, $"{X(day, days):0.#},{Y(values[day], scale):0.#}")));
    }

    private static double X(int day, int days) => Left + ((Width - Left - Right) * day / Math.Max(1, days - 1));

    private static double Y(double value, Axis scale) => Height - Bottom - ((Height - Top - Bottom) * (value - scale.Low) / (scale.High - scale.Low));

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(FormattableString.Invariant(text));

    /// <summary>An axis of round steps that covers the values.</summary>
    private sealed class Axis
    {
        private const int Steps = 5;
        private readonly double _step;

        public Axis(double low, double high)
        {
            var raw = Math.Max(1, (high - low) / Steps);
            var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
            _step = ((double[])[1, 2, 5, 10]).First(factor => factor * power >= raw) * power;
            Low = Math.Floor(low / _step) * _step;
            High = Math.Max(Low + _step, Math.Ceiling(high / _step) * _step);
        }

        public double Low { get; }

        public double High { get; }

        public IEnumerable<double> Ticks()
        {
            for (var i = 0; Low + (i * _step) <= High + (_step / 2); i++)
            {
                yield return Low + (i * _step);
            }
        }

        public static string Label(double value) => Math.Abs(value) >= 10_000
            ? (value / 1000).ToString("0.#", CultureInfo.InvariantCulture) + "k"
            : value.ToString("#,0.#", CultureInfo.InvariantCulture);
    }
}
