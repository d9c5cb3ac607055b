using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// A laboratory's demand that comes to each open listing by itself. Quantiles of one keyed uniform: they never fall when the
/// mean rises.
/// </summary>
internal static class StandingDemand
{
    /// <summary>Whether shoppers pay a price, in cents; 0 is a closed listing.</summary>
    public static bool IsWanted(LaboratoryDefinition laboratory, int price) =>
        price > 0 && (laboratory.ReservationPrice == Money.Zero || price <= laboratory.ReservationPrice.Cents);

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
            DemandSource.Table => Rounded(mean * scale),
            DemandSource.Geometric => Rounded(NegativeBinomialQuantile.Geometric(uniform, mean) * (double)scale),
            DemandSource.NegativeBinomial => Rounded(NegativeBinomialQuantile.Of(uniform, Math.Min(mean, NegativeBinomialQuantile.MaximumMean), laboratory.DemandShape) * (double)scale),
            DemandSource.Normal => Rounded((mean + (laboratory.DemandDeviation * DetMath.NormalQuantile(uniform))) * scale),
            DemandSource.Poisson => Rounded(PoissonQuantile.Of(uniform, Math.Min(mean, PoissonQuantile.MaximumMean)) * (double)scale),
            _ => PoissonQuantile.Of(uniform, Math.Min(mean * scale, PoissonQuantile.MaximumMean)),
        };
    }

    /// <summary>Engine units that are wanted where demand is correlated from day to day.</summary>
    /// <param name="laboratory">Deviation, correlation, scale.</param>
    /// <param name="mean">Mean in units of the theory.</param>
    /// <param name="noise">The day's deviation in standard deviations.</param>
    public static int Correlated(LaboratoryDefinition laboratory, double mean, double noise) =>
        Rounded((mean + (laboratory.Draws == DemandDraws.Expected ? 0 : laboratory.DemandDeviation * noise)) * laboratory.QuantityScale);

    /// <summary>
    /// The day's deviation in standard deviations: ρ · yesterday's + √(1 − ρ²) · a normal draw, on the first day the draw itself, so
    /// that every day has the same distribution.
    /// </summary>
    public static double Noise(LaboratoryDefinition laboratory, double yesterday, double uniform, bool isFirst)
    {
        var draw = DetMath.NormalQuantile(uniform);
        var correlation = laboratory.DemandCorrelation;
        return isFirst ? draw : (correlation * yesterday) + (Math.Sqrt(1 - (correlation * correlation)) * draw);
    }

    /// <summary>The mean at a price: sessions · (price / reference price)^elasticity, the day's number in the table, or the sessions themselves.</summary>
    public static double Mean(LaboratoryDefinition laboratory, NicheDefinition niche, double sessions, int price, long reference, int day) => laboratory.Demand switch
    {
        DemandSource.Isoelastic => sessions * DetMath.Exp(niche.OwnPriceElasticity * DetMath.Log(price / (double)reference)),
        DemandSource.Table => laboratory.DemandTable![Math.Min(day, laboratory.DemandTable.Count - 1)],
        _ => sessions,
    };

    /// <summary>A quantity half up to a whole unit, within what a day may want.</summary>
    public static int Rounded(double quantity) => (int)Math.Clamp(Math.Floor(quantity + 0.5), 0, LaboratoryDefinition.HighestDailyDemand);
}
