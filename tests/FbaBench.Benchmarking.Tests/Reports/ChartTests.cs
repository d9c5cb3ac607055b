namespace FbaBench.Tests.Reports;

public class ChartTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(145)]
    [InlineData(470)]
    [InlineData(3755)]
    public void A_time_axis_has_a_few_rising_labels_within_its_days(int days)
    {
        var ticks = new TimeAxis(new(2025, 1, 15), days).Ticks().ToArray();
        Assert.InRange(ticks.Length, 1, 8);
        Assert.Equal(ticks.Select(tick => tick.Day).Order().Distinct(), ticks.Select(tick => tick.Day));
        Assert.All(ticks, tick => Assert.InRange(tick.Day, 0, days - 1));
        Assert.NotNull(ticks[0].Year);
    }

    [Fact]
    public void A_year_with_its_run_off_is_labelled_every_second_month() =>
        Assert.Equal("Feb 2025, Apr, Jun, Aug, Oct, Dec, Feb 2026, Apr", string.Join(", ", new TimeAxis(new(2025, 1, 15), 470).Ticks().Select(tick => tick.Year is { } year ? $"{tick.Label} {year}" : tick.Label)));

    [Fact]
    public void A_price_path_is_broken_where_there_is_no_price() =>
        Assert.Equal("M1 20h1V0h2V10h1M6 20h1", DayPath.Steps([0, 10, 20, 20, 15, 0, 10, 10], 1, Axis.Of(10, 20, 1), 10));

    [Fact]
    public void An_area_returns_to_zero_and_closes() =>
        Assert.Equal("M0 20V0h1v10h2v10H4V20z", DayPath.Area([20, 10, 10, 0, 0], Axis.Of(0, 20, 1), 10));

    [Fact]
    public void A_line_is_relative_in_half_pixels() =>
        Assert.Equal("M0 20l10 -20l5 10", DayPath.Line([0, 10, 15], [0, 20, 10], Axis.Of(0, 20, 1), 10));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(15)]
    public void Weeks_of_sales_stay_inside_even_when_the_last_is_a_day(int days)
    {
        var scene = Scene.DaysOf(Scene.Episode("mine", 0, 100));
        var series = scene with { CashCents = new long[days], Events = [], Offers = [scene.Offers[0] with { UnitsSold = [.. Enumerable.Repeat(3, days)] }] };
        var html = new HtmlText();
        EpisodeDays.Render(html, "mine", series, 0);
        var bars = Pages.Parse(html.ToString()).Descendants("rect").Where(rect => rect.Attribute("class")!.Value == "units").ToArray();
        Assert.Equal((days + 6) / 7, bars.Length);
        Assert.All(bars, bar =>
        {
            Assert.InRange(Share(bar, "x"), 0, 99.6);
            Assert.InRange(Share(bar, "width"), 0.4, 100);
            Assert.InRange(Share(bar, "x") + Share(bar, "width"), 0, 100.01);
        });

        static double Share(System.Xml.Linq.XElement bar, string name) => double.Parse(bar.Attribute(name)!.Value.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Names_are_spread_in_order_at_their_distance_and_within_bounds()
    {
        var places = DayChart.Spread([1, 2, 3, 99, 100], 13, 0, 100);
        Assert.Equal([1, 14, 27, 87, 100], places);
    }

    [Fact]
    public void A_strip_of_many_worlds_shows_their_hundredths_over_the_whole_range()
    {
        var html = new HtmlText();
        var values = Enumerable.Range(0, 1000).Select(value => (double)value).ToArray();
        IntervalRows.Render(html, "t", "s", "u", [new("a", 0, MeanInterval.Of(values), values, "label", "")]);
        Assert.Equal(101, html.ToString().Split("class=\"dot").Length - 1);
        Assert.Contains("cx=\"99.9%\"", html.ToString(), StringComparison.Ordinal);
    }
}
