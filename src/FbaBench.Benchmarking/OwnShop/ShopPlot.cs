using System.Globalization;
using System.Net;
using System.Text;

namespace FbaBench;

/// <summary>A frame with labelled axes from zero.</summary>
internal sealed class ShopPlot
{
    public const double Left = 52;
    public const double Right = 460;
    public const double Top = 12;
    public const double Bottom = 226;
    private const double Height = 266;
    private const int Steps = 4;

    private readonly StringBuilder _svg = new();
    private readonly string _unit;
    private readonly string _across;
    private readonly double _step;
    private readonly double _high;

    public ShopPlot(string title, string unit, string across, double most)
    {
        (_unit, _across) = (unit, across);
        var raw = Math.Max(most, 1e-6) / Steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        _step = ((double[])[1, 2, 2.5, 5, 10]).First(factor => factor * power >= raw * 0.999999) * power;
        _high = Math.Ceiling(most / _step * 0.999999) * _step;
        Add($"<svg viewBox=\"0 0 470 {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">");
    }

    public double Y(double value) => Bottom - ((Bottom - Top) * Math.Min(1, value / _high));

    public string At(double x, double value) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{Y(value):0.#}");

    public void Add(FormattableString text) => _svg.Append(FormattableString.Invariant(text));

    public void Grid()
    {
        for (var i = 0; i * _step <= _high * 1.000001; i++)
        {
            var y = Y(i * _step);
            Add($"<line class=\"{(i == 0 ? "zero" : "grid")}\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text class=\"tick\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{i * _step:#,0.###}</text>");
        }

        Add($"<text class=\"tick\" transform=\"translate(12 {(Top + Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{WebUtility.HtmlEncode(_unit)}</text>");
        Add($"<text class=\"tick\" x=\"{(Left + Right) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(_across)}</text>");
    }

    public void Tick(double x, string label) =>
        Add($"<line class=\"mark\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Bottom}\" y2=\"{Bottom + 4}\"/><text class=\"tick\" x=\"{x:0.#}\" y=\"{Bottom + 16}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(label)}</text>");

    public override string ToString() => _svg + "</svg>";
}
