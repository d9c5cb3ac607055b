using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Docs;

/// <summary>A seller's net worth by day over worlds: median and the band from the tenth to the ninetieth of a hundred, in dollars.</summary>
internal sealed record PlottedSeller(string Name, double[] Low, double[] Median, double[] High);

/// <summary>Net worth by day of some sellers as an SVG that stands alone, light and dark.</summary>
internal static class ScenarioPlot
{
    private const double Left = 64;
    private const double Right = 624;
    private const double Top = 64;
    private const double Bottom = 288;
    private const int MostPoints = 110;

    private static readonly (string Colour, string Dashes)[] Styles = [("#3b7dd8", ""), ("#d9822b", "7 3"), ("#7a7a7a", "2 3")];

    public static string Draw(string scenario, string digest, int worlds, SimDate start, IReadOnlyList<PlottedSeller> sellers)
    {
        var days = sellers[0].Median.Length;
        var axis = Axis.WithZero(sellers.SelectMany(seller => seller.Low.Concat(seller.High)));
        var svg = new StringBuilder();
        var title = Invariant($"{scenario}: net worth by day, median and 10 to 90 % of {worlds} worlds");
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 346\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\"><title>{title}</title><metadata>{digest}</metadata>"));
        svg.Append("<style>text{fill:#333}.g{stroke:#8884}.z{stroke:#888}@media(prefers-color-scheme:dark){text{fill:#ccc}}</style>");
        svg.Append(Invariant($"<text x=\"{Left}\" y=\"18\" font-size=\"14\" font-weight=\"bold\">{title}</text>"));
        for (var i = 0; i < sellers.Count; i++)
        {
            var x = Left + (i * 150);
            svg.Append(Invariant($"<line x1=\"{x}\" x2=\"{x + 26}\" y1=\"38\" y2=\"38\" {Stroke(i)}/><text x=\"{x + 32}\" y=\"42\">{sellers[i].Name}</text>"));
        }

        foreach (var tick in axis.Ticks)
        {
            var y = Y(axis, tick);
            svg.Append(Invariant($"<line class=\"{(tick == 0 ? "z" : "g")}\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{axis.Label(tick)}</text>"));
        }

        foreach (var (day, label, year) in new TimeAxis(start, days).Ticks())
        {
            var x = X(day, days);
            svg.Append(Invariant($"<line class=\"z\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Bottom}\" y2=\"{Bottom + 4}\"/><text x=\"{x:0.#}\" y=\"{Bottom + 17}\" text-anchor=\"middle\">{label}</text>"));
            svg.Append(year is { } named ? Invariant($"<text x=\"{x:0.#}\" y=\"{Bottom + 31}\" text-anchor=\"middle\">{named}</text>") : "");
        }

        svg.Append(Invariant($"<text x=\"{(Left + Right) / 2}\" y=\"340\" text-anchor=\"middle\">simulated date</text>"));
        svg.Append(Invariant($"<text transform=\"translate(14 {(Top + Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">net worth, US dollars</text>"));
        for (var i = 0; i < sellers.Count; i++)
        {
            svg.Append(Invariant($"<polygon fill=\"{Styles[i].Colour}\" fill-opacity=\"0.18\" points=\"{Points(axis, sellers[i].High)} {string.Join(' ', Points(axis, sellers[i].Low).Split(' ').Reverse())}\"/>"));
        }

        for (var i = 0; i < sellers.Count; i++)
        {
            svg.Append(Invariant($"<polyline fill=\"none\" {Stroke(i)} points=\"{Points(axis, sellers[i].Median)}\"/>"));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Stroke(int i) => $"stroke=\"{Styles[i].Colour}\" stroke-width=\"2\"" + (Styles[i].Dashes.Length > 0 ? $" stroke-dasharray=\"{Styles[i].Dashes}\"" : "");

    private static string Points(Axis axis, double[] values)
    {
        var step = Math.Max(1, (int)Math.Ceiling(values.Length / (double)MostPoints));
        return string.Join(' ', Enumerable.Range(0, values.Length).Where(day => day % step == 0 || day == values.Length - 1)
            .Select(day => Invariant($"{X(day, values.Length):0.#},{Y(axis, values[day]):0.#}")));
    }

    private static double X(int day, int days) => Left + ((Right - Left) * day / Math.Max(1, days - 1));

    private static double Y(Axis axis, double value) => Top + ((1 - axis.Share(value)) * (Bottom - Top));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
