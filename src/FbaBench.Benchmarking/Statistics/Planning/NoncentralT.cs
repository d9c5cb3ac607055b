using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>
/// Power of the t test: the chance that (Z + δ)/S lies outside ±c, S = √(χ²_ν/ν), by integrating Φ over the law of S (Johnson, Kotz,
/// Balakrishnan, "Continuous Univariate Distributions" 2, 1995, chapter 31). Simpson's rule over ten standard deviations of S.
/// </summary>
internal static class NoncentralT
{
    private const int Intervals = 400;
    private const double Reach = 10;

    /// <param name="degrees">ν, at least 1.</param>
    /// <param name="shift">δ.</param>
    /// <param name="critical">c, above 0.</param>
    public static double Outside(double degrees, double shift, double critical)
    {
        var spread = Reach / Math.Sqrt(2 * degrees);
        var (from, to) = (Math.Max(0, 1 - spread), 1 + spread);
        var step = (to - from) / Intervals;
        var scale = Math.Log(2) + (degrees / 2 * Math.Log(degrees / 2)) - SpecialFunctions.GammaLn(degrees / 2);
        var sum = 0.0;
        for (var i = 0; i <= Intervals; i++)
        {
            var s = from + (i * step);
            var density = s > 0 ? Math.Exp(scale + ((degrees - 1) * Math.Log(s)) - (degrees * s * s / 2)) : degrees == 1 ? Math.Exp(scale) : 0;
            var chance = Normal.CDF(0, 1, shift - (critical * s)) + Normal.CDF(0, 1, -shift - (critical * s));
            sum += (i == 0 || i == Intervals ? 1 : i % 2 == 1 ? 4 : 2) * density * chance;
        }

        return Math.Min(1, sum * step / 3);
    }
}
