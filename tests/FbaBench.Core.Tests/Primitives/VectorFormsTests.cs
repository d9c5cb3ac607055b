using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Primitives;

/// <summary>A vector form gives the bits of its scalar twin, whatever the length and whichever lane a value falls into.</summary>
public sealed class VectorFormsTests
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
        var uniforms = new double[length];

        Draws.Uniforms(Mechanism.Orders, keys, day: 3_000_000, ordinal: 65_535, uniforms);

        for (var i = 0; i < length; i++)
        {
            AssertBits(Draws.Uniform(Mechanism.Orders, keys[i], 3_000_000, 65_535), uniforms[i]);
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
        var counts = new int[uniforms.Length];

        PoissonQuantile.Of(uniforms, means, counts);

        Assert.Equal(uniforms.Zip(means, PoissonQuantile.Of), counts);
    }

    [Fact]
    public void Weights_of_many_equal_the_weight_of_each()
    {
        var utilities = Enumerable.Range(0, 11).Select(i => -9.0 + (2.3 * i)).ToArray();
        var weights = new long[utilities.Length];

        NestedLogit.Weigh(utilities.ToArray(), weights);

        Assert.Equal(utilities.Select(NestedLogit.Weight), weights);
    }

    private static void AssertExp(double[] values)
    {
        var results = values.ToArray();
        DetMath.Exp(results);
        for (var i = 0; i < values.Length; i++)
        {
            AssertBits(DetMath.Exp(values[i]), results[i]);
        }
    }

    private static void AssertLog(double[] values)
    {
        var results = values.ToArray();
        DetMath.Log(results);
        for (var i = 0; i < values.Length; i++)
        {
            AssertBits(DetMath.Log(values[i]), results[i]);
        }
    }

    private static void AssertBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));

    private static double Uniform(int i) => Draws.Uniform(Mechanism.Sessions, (ulong)i, 1);
}
