namespace FbaBench;

/// <summary>Which fees have a colour of their own: the largest; the rest is drawn together.</summary>
internal sealed class FeeColors
{
    private const int Colors = 7;
    private readonly TransferReason[] _own;

    public FeeColors(IReadOnlyList<AgentPicture> pictures)
    {
        var size = pictures.SelectMany(picture => picture.Fees).GroupBy(fee => fee.Fee)
            .Select(fee => (Reason: fee.Key, Cents: fee.Sum(one => one.Cents)))
            .OrderByDescending(fee => fee.Cents).ThenBy(fee => fee.Reason).ToArray();
        _own = [.. size.Take(size.Length == Colors + 1 ? Colors + 1 : Colors).Select(fee => fee.Reason)];
        Names = [.. _own.Select(ScoreReasons.Name), .. size.Length > _own.Length ? ["other fees"] : Array.Empty<string>()];
    }

    /// <summary>Names by colour.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The colour of a fee.</summary>
    public int Of(TransferReason reason) => Array.IndexOf(_own, reason) is >= 0 and var own ? own : _own.Length;
}

/// <summary>Fees by type: a stacked bar an agent, and stacked columns by month.</summary>
internal static class FeeBars
{
    private const double Height = 22;
    private const double LeastLabelled = 0.13;
    private const double MonthHeight = 110;
    private const double Gap = 0.12;
    private const double LeastPixels = 0.05;
    private const int MostMonthLabels = 6;

    public static void Totals(HtmlText html, IReadOnlyList<AgentPicture> pictures, FeeColors colors)
    {
        var axis = Axis.WithZero(pictures.Select(picture => Bars(picture, colors).Sum() / 100.0));
        html.Raw("<figure>");
        Plot.Caption(html, "Fees by type", "mean over worlds; referral fees given back on refunds are taken off");
        Legend(html, colors);
        html.Raw("<div class=\"rows\">");
        foreach (var picture in pictures)
        {
            var bars = Bars(picture, colors);
            var total = bars.Sum() / 100.0;
            html.Add($"<div class=\"head\"><span class=\"who\">{picture.Agent}</span><span class=\"val\">{Figures.Money(total)}{(picture.RevenueCents > 0 ? $", {Figures.Percent(bars.Sum() / (double)picture.RevenueCents)} of revenue" : "")}</span></div>");
            Plot.Open(html, Height, $"{picture.Agent}: {Figures.Money(total)} of fees", string.Join("; ", colors.Names.Select((name, i) => $"{name} {Figures.Money(bars[i] / 100.0)}")));
            Plot.Across(html, axis, Height);
            var left = 0.0;
            for (var i = 0; i < bars.Length; i++)
            {
                var width = axis.Share(bars[i] / 100.0);
                if (width > 0)
                {
                    html.Add($"<rect class=\"seg c{i}\" x=\"{left * 100}%\" y=\"2\" width=\"{width * 100}%\" height=\"{Height - 4}\"><title>{colors.Names[i]}: {Figures.Money(bars[i] / 100.0)}</title></rect>");
                }

                if (width >= LeastLabelled)
                {
                    html.Add($"<text class=\"in-bar\" x=\"{(left + (width / 2)) * 100}%\" y=\"{(Height / 2) + 4}\">{bars[i] / (double)bars.Sum() * 100:0} %</text>");
                }

                left += width;
            }

            html.Raw("</svg>");
        }

        Plot.AcrossLabels(html, axis, "US dollars a world");
        html.Raw("</div></figure>");
    }

    public static void Months(HtmlText html, IReadOnlyList<AgentPicture> pictures, FeeColors colors, SimDate start)
    {
        var columns = pictures.Select(picture => Enumerable.Range(0, picture.Months).Select(month => Month(picture, colors, month)).ToArray()).ToArray();
        var axis = Axis.WithZero(columns.SelectMany(agent => agent.SelectMany(month => new[] { month.Where(fee => fee > 0).Sum(), month.Where(fee => fee < 0).Sum() })));
        html.Raw("<h4>Fees by month</h4><p class=\"sub\">Mean over worlds, US dollars, all agents on one axis; colours as above.</p><div class=\"cards\">");
        for (var i = 0; i < pictures.Count; i++)
        {
            html.Raw("<figure>");
            Plot.Caption(html, pictures[i].Agent, "");
            html.Raw("<div class=\"area\">");
            Plot.Open(html, MonthHeight, $"Fees of {pictures[i].Agent} by month", string.Join("; ", columns[i].Select((month, m) => $"{Name(start, m)} {Figures.Money(month.Sum())}")));
            Plot.Grid(html, axis, "$", 0, MonthHeight);
            Columns(html, columns[i], axis);
            MonthLabels(html, columns[i].Length, start);
            html.Raw("</svg></div></figure>");
        }

        html.Raw("</div>");
    }

    private static void Columns(HtmlText html, double[][] months, Axis axis)
    {
        var width = 100.0 / months.Length;
        for (var month = 0; month < months.Length; month++)
        {
            var (up, down) = (axis.Share(0), axis.Share(0));
            for (var i = 0; i < months[month].Length; i++)
            {
                var height = Math.Abs(axis.Share(months[month][i]) - axis.Share(0));
                if (height * MonthHeight < LeastPixels)
                {
                    continue;
                }

                var isBack = months[month][i] < 0;
                var top = isBack ? down : up + height;
                html.Add($"<rect class=\"c{i}\" x=\"{(month + Gap) * width}%\" width=\"{(1 - (2 * Gap)) * width}%\" y=\"{(1 - top) * MonthHeight}\" height=\"{height * MonthHeight}\"/>");
                (up, down) = isBack ? (up, down - height) : (up + height, down);
            }
        }
    }

    private static void MonthLabels(HtmlText html, int months, SimDate start)
    {
        var every = Math.Max(1, (months + MostMonthLabels - 1) / MostMonthLabels);
        for (var month = 0; month < months; month += every)
        {
            html.Add($"<text class=\"tick mid\" x=\"{(month + 0.5) * 100 / months}%\" y=\"{MonthHeight + 15}\">{Name(start, month)[..3]}</text>");
        }

        html.Add($"<text class=\"tick mid\" x=\"50%\" y=\"{MonthHeight + 29}\">calendar month from {Name(start, 0)}</text>");
    }

    private static string Name(SimDate start, int month)
    {
        var index = (start.Year * 12) + start.Month - 1 + month;
        return $"{System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName((index % 12) + 1)} {Figures.Whole(index / 12)}";
    }

    private static void Legend(HtmlText html, FeeColors colors)
    {
        html.Raw("<ul class=\"legend\">");
        for (var i = 0; i < colors.Names.Count; i++)
        {
            html.Add($"<li><svg class=\"swatch\" width=\"14\" height=\"12\" aria-hidden=\"true\"><rect class=\"seg c{i}\" width=\"14\" height=\"12\"/></svg>{colors.Names[i]}</li>");
        }

        html.Raw("</ul>");
    }

    /// <summary>Charges in cents by colour.</summary>
    private static long[] Bars(AgentPicture picture, FeeColors colors)
    {
        var bars = new long[colors.Names.Count];
        foreach (var (fee, cents) in picture.Fees)
        {
            bars[colors.Of(fee)] += cents;
        }

        return bars;
    }

    private static double[] Month(AgentPicture picture, FeeColors colors, int month)
    {
        var bars = new double[colors.Names.Count];
        foreach (var (fee, _) in picture.Fees)
        {
            bars[colors.Of(fee)] += picture.MonthlyCharge(fee, month);
        }

        return bars;
    }
}
