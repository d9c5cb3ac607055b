namespace FbaBench.Tests.Metrics;

/// <summary>Metrics of one's own, composites, and what all metrics declare.</summary>
public sealed class OwnMetricTests
{
    [Fact]
    public void Every_shipped_metric_says_what_it_is()
    {
        Assert.Equal(ShippedMetrics.All.Count, ShippedMetrics.All.Select(metric => metric.Name).Distinct().Count());
        Assert.All(ShippedMetrics.All, metric =>
        {
            Assert.True(metric.Interpretation.EndsWith('.') && metric.Interpretation.Length is > 10 and < 120, metric.Name);
            Assert.NotEmpty(metric.Formula);
            Assert.NotEmpty(metric.ReadFrom);
            Assert.NotEqual(MetricCategory.Own, metric.Category);
        });
        Assert.Equal(Enum.GetValues<MetricCategory>().Where(category => category != MetricCategory.Own), ShippedMetrics.All.Select(metric => metric.Category).Distinct());
        Assert.Contains("net-worth", Assert.Throws<ArgumentException>(() => ShippedMetrics.Find("worth")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_metric_that_throws_loses_its_value_and_nothing_else()
    {
        Metric[] metrics = [ShippedMetrics.Find("net-worth"), Own("day-three", () => new Throws(3)), Own("end", () => new Throws(-1)), Own("none", () => null!), Own("wild", () => new Throws(int.MaxValue))];
        var brief = await Watched.PlayAsync(new Experiments.Brief().Define(new(3)), new DoNothing(), 3, metrics);
        Assert.True(brief["net-worth"] > 0);
        Assert.Equal("the metric threw FormatException on day 3", brief.Reason("day-three"));
        Assert.Equal("the metric threw FormatException at the end", brief.Reason("end"));
        Assert.Equal("the metric threw InvalidOperationException on day 0", brief.Reason("none"));
        Assert.Equal("the number is not finite", brief.Reason("wild"));
    }

    [Fact]
    public async Task A_metric_may_keep_what_it_is_shown_unless_it_says_that_it_does_not()
    {
        Metric[] keeping = [.. ShippedMetrics.All, Own("keeps", () => new Keeps(saysItReadsTheEvening: false))];
        Metric[] saying = [.. ShippedMetrics.All, Own("keeps", () => new Keeps(saysItReadsTheEvening: true))];
        var world = new Experiments.Brief().Define(new(3));
        var (frozen, live) = (await Watched.PlayAsync(world, new BaseStock(), 3, keeping), await Watched.PlayAsync(world, new BaseStock(), 3, saying));
        Assert.Equal(frozen.Days.Count - 1, frozen["keeps"]);
        Assert.Equal("the metric threw InvalidOperationException on day 0", live.Reason("keeps"));
        Assert.Equal(frozen.Episode.Metrics!.Values.SkipLast(1), live.Episode.Metrics!.Values.SkipLast(1));
        Assert.Equal(frozen.Episode.Result.StateHash, live.Episode.Result.StateHash);
    }

    [Fact]
    public async Task A_composite_is_the_weighted_mean_of_places_in_ranges()
    {
        // Twenty days without a command: idle-days is 1, valid-decisions 1, commands-a-day 0.
        var composite = CompositeMetric.Of("calm", 2,
        [
            new(ShippedMetrics.Find("idle-days"), 3, 0, 2),
            new(ShippedMetrics.Find("commands-a-day"), 1, 10, 2),
            new(ShippedMetrics.Find("valid-decisions"), 4, 1, 2),
        ]);
        var unsaid = CompositeMetric.Of("unsaid", 1, [new(ShippedMetrics.Find("idle-days"), 1, 0, 1), new(ShippedMetrics.Find("acos"), 1, 1, 0)]);
        var brief = await Watched.PlayAsync(new Experiments.Brief().Define(new(3)), new DoNothing(), 3, [composite, unsaid]);
        Assert.Equal(((3 * 0.5) + (1 * 1) + (4 * 0)) / 8, brief["calm"], 9);
        Assert.Equal(2, brief.Episode.Metrics!.Values[0].Version);
        Assert.Equal("acos: nothing was spent on advertising", brief.Reason("unsaid"));
    }

    [Fact]
    public void Composites_that_make_no_sense_are_refused()
    {
        var worth = ShippedMetrics.Find("net-worth");
        Assert.Throws<ArgumentException>(() => CompositeMetric.Of("c", 1, []));
        Assert.Throws<ArgumentException>(() => CompositeMetric.Of("c", 1, [new(worth, 0, 0, 1)]));
        Assert.Throws<ArgumentException>(() => CompositeMetric.Of("c", 1, [new(worth, double.NaN, 0, 1)]));
        Assert.Throws<ArgumentException>(() => CompositeMetric.Of("c", 1, [new(worth, 1, 2, 2)]));
        Assert.Throws<ArgumentException>(() => CompositeMetric.Of("c", 1, [new(worth, 1, 0, 1), new(worth, 1, 0, 1)]));
        Assert.Throws<ArgumentException>(() => CompositeMetric.Of("d", 1, [new(CompositeMetric.Of("c", 1, [new(worth, 1, 0, 1)]), 1, 0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CompositeMetric.Of("c", 0, [new(worth, 1, 0, 1)]));
    }

    [Fact]
    public void A_name_is_one_and_stands_once()
    {
        Assert.Throws<ArgumentException>(() => Own("Not A Name", () => new Throws(0)));
        var benchmark = Benchmark.Create().Metric(Own("mine", () => new Throws(0)));
        Assert.Throws<ArgumentException>(() => benchmark.Metric(Own("mine", () => new Throws(0))));
        Assert.Throws<ArgumentException>(() => benchmark.Metric(Own("net-worth", () => new Throws(0))));
        Assert.Throws<ArgumentException>(() => MetricReading.NotSaid(""));
    }

    [Fact]
    public void Means_take_the_world_as_the_unit()
    {
        // Two repeats of world 0 count once; a version of its own has a row of its own.
        var table = new MetricTable();
        table.Add(new("a", "s", 0), [new("m", 1, "", 1, null)]);
        table.Add(new("a", "s", 0), [new("m", 1, "", 3, null)]);
        table.Add(new("a", "s", 1), [new("m", 1, "", 6, null)]);
        table.Add(new("a", "s", 2), [new("m", 1, "", null, "z"), new("m", 2, "", 9, null)]);
        var rows = table.Summaries();
        Assert.Equal((4.0, 2, 4, 3, "z"), (rows[0].Mean!.Mean, rows[0].Mean!.Count, rows[0].Episodes, rows[0].Said, rows[0].Reason));
        Assert.Equal((2, 9.0, 1, (string?)null), (rows[1].Version, rows[1].Mean!.Mean, rows[1].Mean!.Count, rows[1].Reason));
    }

    private static Metric Own(string name, Func<IEpisodeMetric> make) => new(name, make) { Unit = "", Better = MetricDirection.Neither, Interpretation = "A test.", Formula = "none", ReadFrom = "nothing" };

    /// <summary>Throws on a day, at the end, or gives no number.</summary>
    private sealed class Throws(int day) : IEpisodeMetric
    {
        public void Take(EpisodeDay today)
        {
            if (today.Day == day)
            {
                throw new FormatException("x");
            }
        }

        public MetricReading Finish() => day == int.MaxValue ? MetricReading.Of(double.NaN) : throw new FormatException("x");
    }

    /// <summary>Counts the days whose morning shows what the evening before showed.</summary>
    private sealed class Keeps(bool saysItReadsTheEvening) : IEpisodeMetric
    {
        private Observation? _evening;
        private int _same;

        public bool ReadsOnlyTheEvening => saysItReadsTheEvening;

        public void Take(EpisodeDay day)
        {
            var morning = day.Morning.Offers[0].UnitsOnHand;
            _same += _evening is not null && _evening.Offers[0].UnitsOnHand == morning ? 1 : 0;
            _evening = day.Evening;
        }

        public MetricReading Finish() => MetricReading.Of(_same);
    }
}
