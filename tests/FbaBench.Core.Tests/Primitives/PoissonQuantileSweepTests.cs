using CsCheck;
using FbaBench.Primitives;

namespace FbaBench.Tests.Primitives;

[Trait("Category", "Property")]
public sealed class PoissonQuantileSweepTests
{
    /// <summary>Means from a thousandth to a million, and each against a mean that is larger by anything from the last digit to a half.</summary>
    [Fact]
    public void Of_never_falls_between_any_two_means() =>
        Gen.Select(Gen.Double[-12, 12], Gen.Double[-7, 13.8], Gen.Double[-34, -0.7]).Sample(
            (logit, logMean, logStep) =>
            {
                var u = 1 / (1 + Math.Exp(-logit));
                var mean = Math.Exp(logMean);
                Assert.True(PoissonQuantile.Of(u, mean) <= PoissonQuantile.Of(u, mean * (1 + Math.Exp(logStep))));
            },
            iter: 40_000);

    /// <summary>Across the mean at which the method changes, and the integers and halves beside which an expansion would step back.</summary>
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.93)]
    [InlineData(0.9999)]
    public void Of_never_falls_along_fine_steps(double u)
    {
        foreach (var start in (double[])[15.5, 23.5, 99.5, 999.5])
        {
            var before = 0;
            for (var step = 0; step < 10_000; step++)
            {
                var count = PoissonQuantile.Of(u, start + (step * 1e-4));
                Assert.True(count >= before);
                before = count;
            }
        }
    }
}
