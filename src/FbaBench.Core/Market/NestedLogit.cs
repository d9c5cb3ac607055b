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

    private const int Tile = 16;

    /// <summary>Weights of offers at prices; a price of zero means not in the market. Returns their sum.</summary>
    public static long Weigh(ReadOnlySpan<int> prices, ReadOnlySpan<double> intercepts, ReadOnlySpan<double> slopes, Span<long> weights)
    {
        Span<double> buffer = stackalloc double[Tile];
        long sum = 0;
        for (var first = 0; first < prices.Length; first += Tile)
        {
            var tile = buffer[..Math.Min(Tile, prices.Length - first)];
            for (var i = 0; i < tile.Length; i++)
            {
                tile[i] = Math.Min(intercepts[first + i] + (slopes[first + i] * prices[first + i]), MaximumUtility);
            }

            DetMath.Exp(tile);
            for (var i = 0; i < tile.Length; i++)
            {
                var weight = prices[first + i] == 0 ? 0 : Quantise(tile[i]);
                weights[first + i] = weight;
                sum += weight;
            }
        }

        return sum;
    }

    /// <summary>The integer weight of an offer with scaled utility v.</summary>
    public static long Weight(double utility) =>
        Quantise(DetMath.Exp(Math.Min(utility, MaximumUtility)));

    /// <summary>
    /// Share of shoppers who buy: k · D^(1−σ) / (1 + k · D^(1−σ)), with D the sum of weights (1 at the reference point) and k the
    /// odds of buying there, season included.
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

    private static long Quantise(double attraction) => (long)((attraction * Scale) + 0.5);
}
