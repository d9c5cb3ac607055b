using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// The niche's daily log-traffic factor ξ: a stationary AR(1) that no seller moves. With it and Poisson orders, daily
/// sales are over-dispersed as in real shops.
/// </summary>
internal static class NicheFactor
{
    /// <summary>ξ of a day from ξ of the day before; on day 0 from the stationary distribution.</summary>
    public static double Next(KeyedDraws draws, ulong niche, int day, double before, double variance, double persistence)
    {
        var z = DetMath.NormalQuantile(draws.Uniform(Mechanism.NicheFactor, niche, day));
        return day == 0
            ? Math.Sqrt(variance) * z
            : (persistence * before) + (Math.Sqrt(variance * (1 - (persistence * persistence))) * z);
    }

    /// <summary>The traffic multiplier exp(ξ − variance/2), whose mean is one.</summary>
    public static double Multiplier(double factor, double variance) => DetMath.Exp(factor - (variance / 2));
}
