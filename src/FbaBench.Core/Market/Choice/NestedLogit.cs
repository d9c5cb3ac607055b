using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// Nested logit with one nest a niche and not buying outside (McFadden 1978; Berry 1994). Attraction weights are integers,
/// so that a niche's total does not depend on the order of summation.
/// </summary>
internal static class NestedLogit
{
    /// <summary>Scale of a weight: exp(v) · 2^36. At 2^20 small price changes would move demand in steps of some percent.</summary>
    public const double Scale = 1L << 36;

    /// <summary>Cap on v, so that a niche of 4,096 offers cannot overflow.</summary>
    public const double MaximumUtility = 10;

    /// <summary>Scale of the square root of a weight that gives the weight's own scale.</summary>
    public const double InterestScale = 1L << 18;

    /// <summary>The integer weight of an offer with scaled utility v.</summary>
    public static long Weight(double utility) =>
        Quantise(DetMath.Exp(Math.Min(utility, MaximumUtility)));

    /// <summary>
    /// Weight in the visits that end without an order: its square root, on the same scale. Price and rating move a purchase more than
    /// a look, so that what is dear or badly rated converts less of its visits (a modelling assumption).
    /// </summary>
    public static long Interest(long weight) => (long)(Math.Sqrt(weight) * InterestScale);

    private static long Quantise(double attraction) => (long)((attraction * Scale) + 0.5);
}
