using FbaBench.Primitives;

namespace FbaBench.Tests.Primitives;

/// <summary>Arithmetic over lanes gives the bits of its scalar twin at every width, whatever the length and whichever lane a value falls into.</summary>
public sealed class LaneMathTests
{
    private static readonly KeyedDraws Draws = KeyedDraws.ForWorld(new WorldSeed(7));

    public static TheoryData<int> Lengths => [0, 1, 3, 4, 5, 8, 15, 16, 17, 1_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Exp_of_many_equals_exp_of_each(int length)
    {
        var values = Enumerable.Range(0, length).Select(i => 1_500 * (Uniform(i) - 0.5)).ToArray();
        AssertExp(values);
    }

    [Fact]
    public void Exp_of_many_equals_exp_of_each_at_the_edges() =>
        AssertExp([0, -0.0, 1e-300, -1e-300, -708, -707.9999999999999, 707.9999999999999, 708, 709.78, 709.79, double.NaN, double.NegativeInfinity, double.PositiveInfinity, 1, 2, 3]);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Log_of_many_equals_log_of_each(int length) =>
        AssertLog([.. Enumerable.Range(0, length).Select(i => Math.Exp(1_400 * (Uniform(i) - 0.5)))]);

    [Fact]
    public void Log_of_many_equals_log_of_each_at_the_edges() =>
        AssertLog([0, -0.0, 1, 2, 0.5, 1.4142135623730951, 1.4142135623730952, 1.0000000000000002, 0.9999999999999999, 2.2250738585072014e-308, 2.2250738585072009e-308, double.MaxValue, double.PositiveInfinity, -1, double.NaN, 3]);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Uniforms_equal_the_uniform_of_each(int length)
    {
        var keys = Enumerable.Range(0, length).Select(i => EntityKey.Mix((ulong)i)).ToArray();
        foreach (var lanes in LaneMath.All)
        {
            var uniforms = new double[length];
            var words = new ulong[length];

            lanes.Uniforms(Draws, Mechanism.Orders, keys, day: 3_000_000, ordinal: 65_535, uniforms);
            lanes.Words(Draws, Mechanism.Orders, keys, day: 3_000_000, ordinal: 65_535, words);

            for (var i = 0; i < length; i++)
            {
                var bits = Draws.Bits(Mechanism.Orders, keys[i], 3_000_000, 65_535);
                AssertBits(Draws.Uniform(Mechanism.Orders, keys[i], 3_000_000, 65_535), uniforms[i]);
                Assert.Equal(((ulong)bits.X1 << 32) | bits.X0, words[i]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-12)]
    [InlineData(0.07)]
    [InlineData(2.2)]
    [InlineData(15.999)]
    [InlineData(16)]
    [InlineData(900)]
    [InlineData(1e5)]
    public void Poisson_quantiles_of_many_equal_the_quantile_of_each(double mean)
    {
        var uniforms = Enumerable.Range(0, 1_003).Select(Uniform).ToArray();
        var means = Enumerable.Range(0, uniforms.Length).Select(i => mean * (1 + (i * 1e-4))).ToArray();

        foreach (var lanes in LaneMath.All)
        {
            var counts = new int[uniforms.Length];

            lanes.PoissonQuantiles(uniforms, means, counts);

            Assert.Equal(uniforms.Zip(means, PoissonQuantile.Of), counts);
        }
    }

    [Fact]
    public void Poisson_quantiles_of_unequal_means_equal_the_quantile_of_each()
    {
        double[] means = [0, 0.01, 3, 40, 0.7, 15.9, 2, 1e4, 0, 8, 1, 2, 3];
        var uniforms = means.Select((_, i) => Uniform(i)).ToArray();
        foreach (var lanes in LaneMath.All)
        {
            var counts = new int[means.Length];

            lanes.PoissonQuantiles(uniforms, means, counts);

            Assert.Equal(uniforms.Zip(means, PoissonQuantile.Of), counts);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(2e8)]
    public void A_mean_that_is_none_is_refused_among_others(double mean) =>
        Assert.All(LaneMath.All, lanes => Assert.Throws<ArgumentOutOfRangeException>(() => lanes.PoissonQuantiles([0.5, 0.5, 0.5], [1, mean, 2], new int[3])));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Normal_quantiles_of_many_equal_the_quantile_of_each(int length) =>
        AssertEach([.. Enumerable.Range(0, length).Select(Uniform)], DetMath.NormalQuantile, (lanes, values) => lanes.NormalQuantile(values));

    [Fact]
    public void Normal_quantiles_of_many_equal_the_quantile_of_each_at_the_edges() =>
        AssertEach([0.5, 0.075, 0.07499999999999999, 0.07500000000000002, 0.925, 0.9249999999999999, 0.9250000000000002, 1e-300, 1 - 1e-16, 1e-12, 0.3], DetMath.NormalQuantile, (lanes, values) => lanes.NormalQuantile(values));

    private static void AssertExp(double[] values) => AssertEach(values, DetMath.Exp, (lanes, results) => lanes.Exp(results));

    private static void AssertLog(double[] values) => AssertEach(values, DetMath.Log, (lanes, results) => lanes.Log(results));

    private static void AssertEach(double[] values, Func<double, double> each, Action<LaneMath, double[]> many)
    {
        foreach (var lanes in LaneMath.All)
        {
            var results = values.ToArray();
            many(lanes, results);
            for (var i = 0; i < values.Length; i++)
            {
                AssertBits(each(values[i]), results[i]);
            }
        }
    }

    private static void AssertBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));

    private static double Uniform(int i) => Draws.Uniform(Mechanism.Sessions, (ulong)i, 1);
}
