using CsCheck;

namespace FbaBench.Tests.Reports;

public class AxisTests
{
    [Fact]
    public void Ticks_rise_in_equal_round_steps_and_cover_the_values_with_distinct_labels()
    {
        var exponent = Gen.Double[-4, 12];
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1], exponent, Gen.Int[1, 6]).Sample(
            (a, b, power, steps) =>
            {
                var (low, high) = (Math.Min(a, b) * Math.Pow(10, power), Math.Max(a, b) * Math.Pow(10, power));
                var axis = Axis.Of(low, high, steps);
                var ticks = axis.Ticks.ToArray();
                Assert.InRange(axis.Share(low), -1e-6, 1 + 1e-6);
                Assert.InRange(axis.Share(high), -1e-6, 1 + 1e-6);
                Assert.InRange(ticks.Length, 2, steps + 3);
                Assert.Equal(0, axis.Share(ticks[0]), 9);
                Assert.Equal(1, axis.Share(ticks[^1]), 9);
                for (var i = 1; i < ticks.Length; i++)
                {
                    Assert.True(ticks[i] > ticks[i - 1]);
                }

                Assert.Equal(ticks.Length, ticks.Select(axis.Label).Distinct().Count());
            },
            iter: 2000);
    }

    [Theory]
    [InlineData(0, 0, "0 1")]
    [InlineData(-3, -3, "-3.0 -2.5")]
    [InlineData(0, 100_000, "0 20k 40k 60k 80k 100k")]
    [InlineData(0, 25_000_000, "0 5M 10M 15M 20M 25M")]
    [InlineData(0, 2.5e10, "0 5G 10G 15G 20G 25G")]
    [InlineData(0, 0.02, "0 0.005 0.010 0.015 0.020")]
    [InlineData(-40_000, 12_000, "-40k -20k 0 20k")]
    [InlineData(9.99, 10.49, "9.9 10.0 10.1 10.2 10.3 10.4 10.5")]
    public void Labels_have_the_decimals_that_the_step_needs(double low, double high, string expected)
    {
        var axis = Axis.Of(low, high);
        Assert.Equal(expected, string.Join(' ', axis.Ticks.Select(axis.Label)));
    }

    [Fact]
    public void An_axis_with_zero_holds_zero() =>
        Assert.Equal((0.0, -10.0), (Axis.WithZero([5, 9]).Low, Axis.WithZero([-9, -5]).Low));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_not_finite_is_refused(double value) => Assert.Throws<ArgumentException>(() => Axis.Of(0, value));
}
