using System.Globalization;
using System.Text.RegularExpressions;

namespace FbaBench.Tests.Reports;

public partial class HtmlStyleTests
{
    /// <summary>WCAG 2.1, success criterion 1.4.3.</summary>
    private const double LeastContrast = 4.5;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_colour_of_text_lines_and_bars_stands_out_from_what_is_behind(int scheme)
    {
        var colors = Variables().Matches(HtmlStyle.Css.Split(":root{")[scheme + 1].Split('}')[0]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        string[] front = ["fg", "soft", "up", "down", "warn", "link", .. Enumerable.Range(0, 8).Select(i => "c" + i.ToString(CultureInfo.InvariantCulture))];
        foreach (var name in front)
        {
            foreach (var behind in (string[])["bg", "card"])
            {
                var contrast = Contrast(colors[name], colors[behind]);
                Assert.True(contrast >= LeastContrast, $"{name} on {behind}: {contrast:0.00}");
            }
        }
    }

    [Fact]
    public void Every_class_of_a_series_has_a_rule_and_styles_differ_in_colour_or_dashes()
    {
        var rules = Enumerable.Range(0, Plot.Styles).Select(i => Regex.Match(HtmlStyle.Css, $@"\.s{i}\{{([^}}]*)\}}").Groups[1].Value).ToArray();
        Assert.DoesNotContain("", rules);
        Assert.Equal(Plot.Styles, rules.Distinct().Count());
        Assert.All(Enumerable.Range(0, Plot.Styles), i => Assert.Matches($@"\.f{i}[,{{]", HtmlStyle.Css));
    }

    /// <summary>Ratio of relative luminances as WCAG 2.1 defines it.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var hex = color.Length == 4 ? string.Concat(color[1..].Select(digit => new string(digit, 2))) : color[1..];
        var linear = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    [GeneratedRegex("--([a-z0-9]+):(#[0-9a-f]{3,6})")]
    private static partial Regex Variables();
}
