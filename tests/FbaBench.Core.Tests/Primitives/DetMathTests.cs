using FbaBench.Primitives;

namespace FbaBench.Tests.Primitives;

public sealed class DetMathTests
{
    [Fact]
    public void Exp_agrees_with_the_library_within_two_units_in_the_last_place()
    {
        for (var x = -700.0; x <= 700; x += 0.37)
        {
            AssertClose(Math.Exp(x), DetMath.Exp(x), 3);
        }

        Assert.Equal(1, DetMath.Exp(0));
        Assert.Equal(0, DetMath.Exp(-800));
        Assert.Equal(0, DetMath.Exp(-708));
        Assert.True(DetMath.Exp(-707.99) > 0);
        Assert.Equal(double.PositiveInfinity, DetMath.Exp(710));
        Assert.True(double.IsNaN(DetMath.Exp(double.NaN)));
        AssertClose(Math.Exp(709.7), DetMath.Exp(709.7), 4);
    }

    [Fact]
    public void Log_agrees_with_the_library_within_two_units_in_the_last_place()
    {
        for (var x = 1e-300; x < 1e300; x *= 1.7)
        {
            AssertClose(Math.Log(x), DetMath.Log(x), 3);
        }

        for (var x = 0.5; x < 2; x += 0.00137)
        {
            AssertClose(Math.Log(x), DetMath.Log(x), 3);
        }

        Assert.Equal(0, DetMath.Log(1));
        Assert.Equal(-708.3964185322641, DetMath.Log(2.2250738585072014e-308), 12);
        Assert.True(double.IsNaN(DetMath.Log(1e-310)));
        Assert.Equal(double.NegativeInfinity, DetMath.Log(0));
        Assert.True(double.IsNaN(DetMath.Log(-1)));
        Assert.Equal(double.PositiveInfinity, DetMath.Log(double.PositiveInfinity));
    }

    /// <summary>Values of standard tables (and their symmetry).</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.8, 0.8416212335729143)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(0.25, -0.6744897501960817)]
    public void NormalQuantile_gives_table_values(double u, double expected)
    {
        Assert.Equal(expected, DetMath.NormalQuantile(u), 13);
        if (u >= 0.001)
        {
            Assert.Equal(-expected, DetMath.NormalQuantile(1 - u), 12);
        }
    }

    [Fact]
    public void NormalQuantile_rises()
    {
        var before = double.NegativeInfinity;
        for (var u = 0.0001; u < 1; u += 0.0001)
        {
            var value = DetMath.NormalQuantile(u);
            Assert.True(value > before, FormattableString.Invariant($"falls at {u}"));
            before = value;
        }
    }

    private static void AssertClose(double expected, double actual, int units) =>
        Assert.True(Math.Abs(expected - actual) <= units * (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected)), FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));
}

public sealed class PoissonQuantileTests
{
    /// <summary>Against a sum of the probabilities in another order of arithmetic.</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.7)]
    [InlineData(3.2)]
    [InlineData(15.99)]
    [InlineData(16.0)]
    [InlineData(24.0)]
    [InlineData(61.7)]
    [InlineData(400.3)]
    public void Of_is_the_smallest_count_whose_distribution_reaches_u(double mean)
    {
        for (var i = 1; i < 400; i++)
        {
            var u = (i - 0.5) / 400;
            Assert.Equal(BySummation(u, mean), PoissonQuantile.Of(u, mean));
        }
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(0.003)]
    [InlineData(0.31)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [InlineData(0.9999)]
    [InlineData(0.9999999999)]
    [Trait("Category", "Property")]
    public void Of_never_falls_when_the_mean_rises(double u)
    {
        var before = 0;
        for (var mean = 0.05; mean < 60; mean += 0.01)
        {
            var count = PoissonQuantile.Of(u, mean);
            Assert.True(count >= before, FormattableString.Invariant($"falls from {before} to {count} at u = {u}, mean = {mean}"));
            before = count;
        }
    }

    [Fact]
    public void Of_over_uniform_draws_has_the_mean_and_variance_of_a_Poisson()
    {
        var draws = KeyedDraws.ForWorld(new WorldSeed(5));
        const int count = 20_000;
        const double mean = 24;
        double sum = 0, squares = 0;
        for (var i = 0; i < count; i++)
        {
            double value = PoissonQuantile.Of(draws.Uniform(Mechanism.Orders, 77, i), mean);
            sum += value;
            squares += value * value;
        }

        var average = sum / count;
        Assert.InRange(average, mean - (4 * Math.Sqrt(mean / count)), mean + (4 * Math.Sqrt(mean / count)));
        Assert.InRange((squares / count) - (average * average), mean * 0.96, mean * 1.04);
    }

    [Fact]
    public void Of_large_means_stays_near_the_normal_approximation()
    {
        Assert.Equal(100_000_000, PoissonQuantile.Of(0.5, 1e8), 1.0);
        Assert.InRange(PoissonQuantile.Of(0.975, 1e6), 1_001_958, 1_001_963);
    }

    /// <summary>Stirling's series at k = mean: 1/√(2πk) · (1 − 1/12k + 1/288k²); and e^−m m^k / k! worked with exact factorials.</summary>
    [Fact]
    public void Probability_keeps_its_digits_for_small_and_large_means()
    {
        foreach (var k in (int[])[100_000, 1_000_000, 90_000_000])
        {
            var expected = (1 - (1 / (12.0 * k)) + (1 / (288.0 * k * k))) / Math.Sqrt(2 * Math.PI * k);
            Assert.Equal(1, PoissonQuantile.Probability(k, k) / expected, 12);
        }

        double factorial = 1;
        for (var k = 1; k <= 20; k++)
        {
            factorial *= k;
            Assert.Equal(1, PoissonQuantile.Probability(7.5, k) / (Math.Exp(-7.5) * Math.Pow(7.5, k) / factorial), 12);
        }

        // Near the mean the two terms of the deviance nearly cancel: p(k+1) / p(k) = mean / (k+1) must come out to 1e-11.
        Assert.Equal(5e7 / 50_003_001, PoissonQuantile.Probability(5e7, 50_003_001) / PoissonQuantile.Probability(5e7, 50_003_000), 11);
    }

    [Theory]
    [InlineData(0.5, -1)]
    [InlineData(0.5, 2e8)]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(double.NaN, 3)]
    [InlineData(0.5, double.NaN)]
    public void Of_outside_its_domain_throws(double u, double mean) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonQuantile.Of(u, mean));

    [Fact]
    public void Of_mean_zero_is_zero() => Assert.Equal(0, PoissonQuantile.Of(0.999, 0));

    private static int BySummation(double u, double mean)
    {
        double log = -mean, sum = 0, factorial = 0;
        for (var k = 0; ; k++)
        {
            factorial += k == 0 ? 0 : Math.Log(k);
            sum += Math.Exp(log + (k == 0 ? 0 : k * Math.Log(mean)) - factorial);
            if (sum >= u)
            {
                return k;
            }
        }
    }
}
