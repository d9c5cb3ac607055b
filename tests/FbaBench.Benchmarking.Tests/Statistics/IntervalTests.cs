namespace FbaBench.Tests.Statistics;

public sealed class IntervalTests
{
    /// <summary>Worlds (1, 3), (5, 7), (6, 8): means 2, 6, 7, mean 5, squares 9 + 1 + 4 = 14, standard error √(14/2/3). Within: 3 · 2/3 = 2; between 2 · 14/2 = 14; share (14 − 2)/(14 + 2).</summary>
    [Fact]
    public void Repeats_of_a_world_count_once()
    {
        var mean = HierarchicalMean.Of([new(4, 0, 1), new(4, 1, 3), new(7, 0, 5), new(7, 1, 7), new(9, 0, 6), new(9, 1, 8)]);
        Assert.Equal((3, 6, 5.0, true), (mean.Worlds, mean.Values, mean.Interval.Mean, mean.IsBalanced));
        Assert.Equal(Math.Sqrt(14 / 6.0), mean.StandardError!.Value, 12);
        Assert.Equal(MeanInterval.Quantile(2) * Math.Sqrt(14 / 6.0), mean.Interval.HalfWidth!.Value, 12);
        Assert.Equal(0.75, mean.IntraclassShare!.Value, 12);

        // All six: squares 16 + 4 + 0 + 4 + 1 + 9 = 34.
        Assert.Equal(Math.Sqrt(34 / 5.0 / 6), mean.NaiveStandardError, 12);
    }

    [Fact]
    public void Unbalanced_repeats_keep_the_mean_over_worlds_and_are_said()
    {
        var mean = HierarchicalMean.Of([new(0, 0, 10), new(0, 1, 10), new(0, 2, 10), new(1, 0, 0)]);
        Assert.Equal((5.0, 7.5, false, 1, 3), (mean.Interval.Mean, mean.MeanOfAllValues, mean.IsBalanced, mean.FewestRepeats, mean.MostRepeats));
        Assert.Equal(1, mean.IntraclassShare!.Value, 12);
        Assert.Null(HierarchicalMean.Of([new(0, 0, 1), new(1, 0, 2)]).IntraclassShare);
        Assert.Equal(0, HierarchicalMean.Of([new(0, 0, 1), new(0, 1, 9), new(1, 0, 1), new(1, 1, 9)]).IntraclassShare);
    }

    [Fact]
    public void A_repeat_that_stands_twice_is_refused() =>
        Assert.Contains("World 3 has repeat 1 twice", Assert.Throws<ArgumentException>(() => HierarchicalMean.Of([new(3, 1, 1), new(3, 1, 2)])).Message, StringComparison.Ordinal);

    /// <summary>Common worlds 1 and 2: 5 − 2 and mean(4, 8) − 4.</summary>
    [Fact]
    public void A_difference_is_over_common_worlds_and_names_the_others()
    {
        var difference = PairedDifference.Of([new(0, 0, 9), new(1, 0, 5), new(2, 0, 4), new(2, 1, 8)], [new(1, 0, 2), new(2, 0, 4), new(5, 0, 1)]);
        Assert.Equal([1, 2], difference.Worlds);
        Assert.Equal([3.0, 2.0], difference.Values);
        Assert.Equal([0, 5], difference.DroppedWorlds);
        Assert.Equal((2.5, 2), (difference.Interval!.Mean, difference.WorldsBetter));
        Assert.Null(PairedDifference.Of([new(0, 0, 1)], [new(1, 0, 1)]).Interval);
    }

    /// <summary>
    /// The ends' definition, worked again from the resamples' means: normal data to the t interval within a few percent, exponential data further to
    /// the right than to the left, by the acceleration Σd³/(6(Σd²)^1.5).
    /// </summary>
    [Fact]
    public void The_bootstrap_follows_the_skewness_and_is_the_same_every_time()
    {
        var draws = new SimulatedDraws(5);
        double[] normal = [.. Enumerable.Range(0, 400).Select(_ => draws.Normal())];
        var (bootstrap, student) = (BootstrapInterval.Of(normal), MeanInterval.Of(normal));
        Assert.Equal(student.Low!.Value, bootstrap.Low, 0.02);
        Assert.Equal(student.High!.Value, bootstrap.High, 0.02);
        double[] skewed = [.. Enumerable.Range(0, 60).Select(_ => -Math.Log(draws.Uniform()))];
        var (first, again, other) = (BootstrapInterval.Of(skewed), BootstrapInterval.Of(skewed), BootstrapInterval.Of(skewed, key: 1));
        Assert.Equal((first.Low, first.High), (again.Low, again.High));
        Assert.NotEqual(first.Low, other.Low);
        Assert.True(first.High - first.Mean > 1.1 * (first.Mean - first.Low));
        var sample = MeanInterval.Of(skewed);
        var squares = sample.StandardDeviation * sample.StandardDeviation * 59;
        Assert.Equal(skewed.Sum(value => Math.Pow(value - sample.Mean, 3)) / (6 * Math.Pow(squares, 1.5)), first.Acceleration, 12);
        Assert.Throws<ArgumentException>(() => BootstrapInterval.Of(skewed[..49]));
    }

    [Theory]
    [InlineData(0.0, 1.0, MarginOutcome.NotWorse, true)]
    [InlineData(0.0, 0.2, MarginOutcome.Undecided, false)]
    [InlineData(-1.0, 0.5, MarginOutcome.Worse, false)]
    [InlineData(2.0, 0.5, MarginOutcome.NotWorse, false)]
    public void A_margin_is_decided_by_inclusion(double mean, double margin, MarginOutcome outcome, bool equivalent)
    {
        // 40 alternating values of deviation √(40/39): t(39) at 95 % is 1.6849, the half-width .2698.
        var comparison = MarginComparison.Of([.. Enumerable.Range(0, 40).Select(i => mean + (i % 2 == 0 ? 1 : -1))], margin);
        Assert.Equal(mean - 0.269798, comparison.Low!.Value, 4);
        Assert.Equal((outcome, equivalent), (comparison.Outcome, comparison.IsEquivalent));
    }

    [Fact]
    public void Doubts_are_named()
    {
        double[] even = [.. Enumerable.Range(0, 40).Select(i => i % 8 - 3.5)];
        Assert.Equal((IntervalDoubt.None, ""), (IntervalTrust.Of(even).Doubts, IntervalTrust.Of(even).Reason));
        Assert.Equal(IntervalDoubt.SingleWorld, IntervalTrust.Of([4]).Doubts);
        Assert.Equal((IntervalDoubt.SingleWorld, "no world"), (IntervalTrust.Of([]).Doubts, IntervalTrust.Of([]).Reason));
        Assert.Equal(IntervalDoubt.NoSpread, IntervalTrust.Of([.. Enumerable.Repeat(2.0, 40)]).Doubts);
        Assert.Equal(IntervalDoubt.TooFewWorlds, IntervalTrust.Of(even[..16]).Doubts);

        // Symmetrical, so that the skewness says nothing.
        var rare = IntervalTrust.Of([-25, .. even, 25]);
        Assert.Equal(IntervalDoubt.RareOutcomes | IntervalDoubt.HeavyTails, rare.Doubts);
        Assert.Equal("2 worlds lie far from the others: what is rare was met too seldom; two worlds carry more than half of the spread", rare.Reason);
    }

    /// <summary>Normal samples of 32 worlds pass: the rules are for what is not normal.</summary>
    [Fact]
    public void Normal_samples_raise_hardly_any_doubt_beyond_the_skewness()
    {
        var draws = new SimulatedDraws(6);
        var doubted = Enumerable.Range(0, 2_000).Count(_ => (IntervalTrust.Of(draws.Normals(32)).Doubts & ~IntervalDoubt.TooFewWorlds) != 0);
        Assert.InRange(doubted, 0, 10);
    }
}
