using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// A laboratory's demand that comes to each open listing by itself. Quantiles of one keyed uniform: they never fall when the
/// mean rises.
/// </summary>
internal static class StandingDemand
{
    /// <summary>Engine units that are wanted of a listing.</summary>
    /// <param name="laboratory">Source, deviation, scale.</param>
    /// <param name="mean">Mean in units of the theory.</param>
    /// <param name="uniform">The listing's draw of the day, inside (0, 1).</param>
    public static int Units(LaboratoryDefinition laboratory, double mean, double uniform)
    {
        var scale = laboratory.QuantityScale;
        if (laboratory.Draws == DemandDraws.Expected)
        {
            return Rounded(mean * scale);
        }

        return laboratory.Demand switch
        {
            DemandSource.Normal => Rounded((mean + (laboratory.DemandDeviation * DetMath.NormalQuantile(uniform))) * scale),
            DemandSource.Poisson => Rounded(PoissonQuantile.Of(uniform, Math.Min(mean, PoissonQuantile.MaximumMean)) * (double)scale),
            _ => PoissonQuantile.Of(uniform, Math.Min(mean * scale, PoissonQuantile.MaximumMean)),
        };
    }

    /// <summary>The mean at a price: sessions · (price / reference price)^elasticity, or the sessions themselves.</summary>
    public static double Mean(DemandSource source, NicheDefinition niche, double sessions, int price, long reference) =>
        source == DemandSource.Isoelastic
            ? sessions * DetMath.Exp(niche.OwnPriceElasticity * DetMath.Log(price / (double)reference))
            : sessions;

    /// <summary>A quantity half up to a whole unit, within what a day may want.</summary>
    public static int Rounded(double quantity) => (int)Math.Clamp(Math.Floor(quantity + 0.5), 0, LaboratoryDefinition.HighestDailyDemand);
}
