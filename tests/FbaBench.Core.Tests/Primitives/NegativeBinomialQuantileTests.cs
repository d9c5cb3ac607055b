using FbaBench.Primitives;

namespace FbaBench.Tests.Primitives;

public sealed class NegativeBinomialQuantileTests
{
    private static readonly double[] Means = [0.01, 0.3, 1, 5, 37.5, 600];

    /// <summary>Term by term in logarithms, with nothing of the quantile.</summary>
    private static double[] Distribution(double mean, double shape)
    {
        var q = mean / (shape + mean);
        var (logTerm, sum) = (shape * Math.Log(1 - q), 0.0);
        var below = new List<double>();
        for (var k = 0; sum < 1 - 1e-12 && k < 200_000; k++)
        {
            sum += Math.Exp(logTerm);
            below.Add(sum);
            logTerm += Math.Log(q * (shape + k) / (k + 1));
        }

        return [.. below];
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void The_quantile_is_the_first_number_whose_probability_reaches_the_uniform(double shape)
    {
        foreach (var mean in Means)
        {
            var below = Distribution(mean, shape);
            for (var i = 1; i < 200; i++)
            {
                var u = (i - 0.37) / 200;
                var k = NegativeBinomialQuantile.Of(u, mean, shape);
                Assert.True(below[k] >= u - 1e-11 && (k == 0 || below[k - 1] < u + 1e-11), $"u {u}, mean {mean}, shape {shape}: {k}");
                if (shape == 1)
                {
                    Assert.Equal(k, NegativeBinomialQuantile.Geometric(u, mean));
                }
            }
        }
    }

    [Fact]
    public void The_quantile_never_falls_when_the_mean_rises()
    {
        for (var i = 1; i < 100; i++)
        {
            var (last, lastGeometric) = (0, 0);
            for (var mean = 0.0; mean < 60; mean += 0.13)
            {
                var (k, geometric) = (NegativeBinomialQuantile.Of(i / 100.0, mean, 2.5), NegativeBinomialQuantile.Geometric(i / 100.0, mean));
                Assert.True(k >= last && geometric >= lastGeometric, $"u {i / 100.0}, mean {mean}");
                (last, lastGeometric) = (k, geometric);
            }
        }
    }

    [Theory]
    [InlineData(double.Epsilon * 1e300)]
    [InlineData(1 - 1.2e-16)]
    public void The_ends_of_the_uniforms_end(double u)
    {
        Assert.InRange(NegativeBinomialQuantile.Of(u, 600, 0.01), 0, int.MaxValue);
        Assert.InRange(NegativeBinomialQuantile.Geometric(u, 1e5), 0, int.MaxValue);
        Assert.Equal(0, NegativeBinomialQuantile.Of(u, 0, 1));
    }
}
