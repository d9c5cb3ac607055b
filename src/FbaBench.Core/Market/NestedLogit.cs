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

    /// <summary>Weights of offers at prices; a price of zero means not in the market. Returns their sum.</summary>
    public static long Weigh(ReadOnlySpan<int> prices, ReadOnlySpan<double> intercepts, ReadOnlySpan<double> slopes, Span<long> weights)
    {
        long sum = 0;
        for (var i = 0; i < prices.Length; i++)
        {
            var weight = prices[i] == 0 ? 0 : Weight(intercepts[i] + (slopes[i] * prices[i]));
            weights[i] = weight;
            sum += weight;
        }

        return sum;
    }

    /// <summary>The integer weight of an offer with scaled utility v.</summary>
    public static long Weight(double utility) =>
        (long)((DetMath.Exp(Math.Min(utility, MaximumUtility)) * Scale) + 0.5);

    /// <summary>
    /// Share of shoppers who buy: k · D^(1−σ) / (1 + k · D^(1−σ)), with D the sum of weights and k the season's odds of buying.
    /// </summary>
    public static double BuyingShare(long sum, double sigma, double odds)
    {
        if (sum == 0)
        {
            return 0;
        }

        var attraction = odds * DetMath.Exp((1 - sigma) * DetMath.Log(sum / Scale));
        return attraction / (1 + attraction);
    }
}
