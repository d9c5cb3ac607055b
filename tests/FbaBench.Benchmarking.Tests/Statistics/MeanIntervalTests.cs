namespace FbaBench.Tests.Statistics;

public sealed class MeanIntervalTests
{
    /// <summary>Quantiles of Student's t at 0.975 from standard tables.</summary>
    [Theory]
    [InlineData(1, 12.706204736174694)]
    [InlineData(2, 4.302652729749462)]
    [InlineData(9, 2.262157162798205)]
    [InlineData(31, 2.039513446396408)]
    [InlineData(100, 1.983971518523552)]
    public void Quantile_gives_table_values(int degreesOfFreedom, double expected) =>
        Assert.Equal(expected, MeanInterval.Quantile(degreesOfFreedom), 9);

    /// <summary>Worked by hand: mean 5, squares 20, deviation √(20/3) and half-width 3.182446 × 2.581989 / 2.</summary>
    [Fact]
    public void Of_a_small_sample_is_worked_by_hand()
    {
        var interval = MeanInterval.Of([2, 4, 6, 8]);
        Assert.Equal(5, interval.Mean);
        Assert.Equal(Math.Sqrt(20.0 / 3), interval.StandardDeviation, 12);
        Assert.Equal(4.108516, interval.HalfWidth!.Value, 5);
        Assert.Equal(0, interval.Skewness, 12);
        Assert.Equal((32, false), (interval.WorldsNeeded, interval.IsTrusted));
    }

    /// <summary>Adjusted skewness of 1, 1, 1, 5: g1 = 1.1547, times √12/2 = 2.</summary>
    [Fact]
    public void Skewness_raises_the_worlds_needed()
    {
        var interval = MeanInterval.Of([1, 1, 1, 5]);
        Assert.Equal(2, interval.Skewness, 9);
        Assert.Equal(100, interval.WorldsNeeded);
    }

    [Fact]
    public void One_world_has_no_interval_and_equal_worlds_have_width_zero()
    {
        var one = MeanInterval.Of([3]);
        Assert.Null(one.Low);
        Assert.False(one.IsClear);
        var equal = MeanInterval.Of([.. Enumerable.Repeat(3.0, 32)]);
        Assert.Equal((3, 3), (equal.Low!.Value, equal.High!.Value));

        // Not zero: unknown. What is rare was not met.
        Assert.Equal((IntervalDoubt.NoSpread, false, false), (equal.Trust.Doubts, equal.IsTrusted, equal.IsClear));
    }

    [Fact]
    public void Nothing_and_what_is_not_finite_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MeanInterval.Of([]));
        Assert.Throws<ArgumentException>(() => MeanInterval.Of([1, double.NaN]));
    }

    /// <summary>Coverage on normal data lies within four standard errors of 95 %, and an interval narrowed by a tenth does not.</summary>
    [Fact]
    public void Intervals_of_normal_data_cover_as_they_say()
    {
        const int trials = 4_000;
        var (covered, narrow) = (0, 0);
        for (var trial = 0; trial < trials; trial++)
        {
            var world = new WorldSeed((ulong)trial);
            var interval = MeanInterval.Of([.. Enumerable.Range(0, 10).Select(i => world.Normal("sample", i))]);
            covered += Math.Abs(interval.Mean) <= interval.HalfWidth!.Value ? 1 : 0;
            narrow += Math.Abs(interval.Mean) <= 0.8 * interval.HalfWidth!.Value ? 1 : 0;
        }

        var error = 4 * Math.Sqrt(0.95 * 0.05 / trials);
        Assert.InRange(covered / (double)trials, 0.95 - error, 0.95 + error);
        Assert.True(narrow / (double)trials < 0.95 - error);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.1, 1.3)]
    [InlineData(1, 4)]
    public void Quantiles_interpolate_between_order_statistics(double share, double expected) =>
        Assert.Equal(expected, Quantiles.Of([1, 2, 3, 4], share), 12);
}
