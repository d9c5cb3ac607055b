using System.Globalization;

namespace FbaBench;

/// <summary>The days of a world as a horizontal axis: ticks at the starts of months, or at days where there are few.</summary>
/// <param name="start">Date of day 0.</param>
/// <param name="days">Number of days, at least 1.</param>
/// <param name="mostTicks">Most labels.</param>
internal sealed class TimeAxis(SimDate start, int days, int mostTicks = 8)
{
    private const int FewDays = 62;

    public int Days => days;

    /// <summary>Where a day's end stands, in per cent of the width.</summary>
    public double X(double day) => 100.0 * day / Math.Max(1, days - 1);

    /// <summary>Day, label and whether a year begins or is first named there.</summary>
    public IEnumerable<(int Day, string Label, int? Year)> Ticks()
    {
        var year = 0;
        foreach (var day in days <= FewDays ? ByDay() : ByMonth())
        {
            var date = start.AddDays(day);
            var month = CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month);
            var label = days <= FewDays ? string.Create(CultureInfo.InvariantCulture, $"{date.DayOfMonth} {month}") : month;
            yield return (day, label, date.Year == year ? null : date.Year);
            year = date.Year;
        }
    }

    /// <summary>The axis under a plot of a height: marks, months and years. What comes after stands in the same place.</summary>
    public void Draw(HtmlText svg, double height, bool title)
    {
        foreach (var (day, label, year) in Ticks())
        {
            svg.Add($"<line class=\"mark\" x1=\"{X(day)}%\" x2=\"{X(day)}%\" y1=\"{height}\" y2=\"{height + 4}\"/>");
            svg.Add($"<text class=\"tick mid\" x=\"{X(day)}%\" y=\"{height + 15}\">{label}</text>");
            if (year is { } named)
            {
                svg.Add($"<text class=\"tick mid\" x=\"{X(day)}%\" y=\"{height + 27}\">{named}</text>");
            }
        }

        if (title)
        {
            svg.Add($"<text class=\"tick mid\" x=\"50%\" y=\"{height + 40}\">simulated date</text>");
        }
    }

    /// <summary>The days after the last decision, shaded.</summary>
    public void RunOff(HtmlText svg, int firstDay, double height)
    {
        if (firstDay < days)
        {
            svg.Add($"<rect class=\"runoff\" x=\"{X(firstDay)}%\" y=\"0\" width=\"{100 - X(firstDay)}%\" height=\"{height}\"/>");
        }
    }

    private IEnumerable<int> ByDay()
    {
        var every = ((int[])[1, 2, 5, 7, 14]).FirstOrDefault(step => (days - 1) / step < mostTicks, 14);
        return Enumerable.Range(0, ((days - 1) / every) + 1).Select(i => i * every);
    }

    private IEnumerable<int> ByMonth()
    {
        var firsts = Enumerable.Range(0, days).Where(day => start.AddDays(day).DayOfMonth == 1).ToArray();
        var every = ((int[])[1, 2, 3, 6, 12, 24, 60]).FirstOrDefault(step => (firsts.Length + step - 1) / step <= mostTicks, 120);
        return firsts.Where(day => Month(day) % every == Month(firsts[0]) % every);

        int Month(int day) => start.AddDays(day).Year * 12 + start.AddDays(day).Month;
    }
}
