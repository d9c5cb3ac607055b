using System.Runtime.CompilerServices;

namespace FbaBench.Primitives;

/// <summary>The rules of <see cref="DetMath"/>, <see cref="Philox4x32"/> and <see cref="PoissonQuantile"/> over lanes: the same operations in the same order.</summary>
internal static class Lanes
{
    // 2^52: a whole number below it, added to it, stands in the low bits of the sum.
    private const double TwoTo52 = 1L << 52;
    private const int ExponentBias = 1023;
    private const int MantissaBits = 52;

    /// <summary>Most terms of an inversion from zero: see <see cref="PoissonQuantile"/>.</summary>
    private const double MostTerms = 80;

    /// <summary>Powers within ±708, for which <see cref="DetMath.Exp(double)"/> knows no special case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsOrdinaryPower<T>(T x)
        where T : struct, ILanes<T> =>
        T.Less(T.All(-708.0), x) & T.Less(x, T.All(708.0));

    /// <summary>Positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsNormal<T>(T x)
        where T : struct, ILanes<T> =>
        T.Less(T.All(DetMath.LargestSubnormal), x) & T.Less(x, T.All(double.PositiveInfinity));

    /// <summary>e to the power of ordinary powers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILanes<T>
    {
        var k = T.Floor((x * T.All(DetMath.InverseLn2)) + T.All(0.5));
        var r = (x - (k * T.All(DetMath.Ln2High))) - (k * T.All(DetMath.Ln2Low));
        var p = T.All(DetMath.E13);
        p = (p * r) + T.All(DetMath.E12);
        p = (p * r) + T.All(DetMath.E11);
        p = (p * r) + T.All(DetMath.E10);
        p = (p * r) + T.All(DetMath.E9);
        p = (p * r) + T.All(DetMath.E8);
        p = (p * r) + T.All(DetMath.E7);
        p = (p * r) + T.All(DetMath.E6);
        p = (p * r) + T.All(DetMath.E5);
        p = (p * r) + T.All(DetMath.E4);
        p = (p * r) + T.All(DetMath.E3);
        p = (p * r) + T.All(DetMath.E2);
        var power = (k + T.All(TwoTo52 + ExponentBias)) << MantissaBits;
        return (T.All(1.0) + (r + (r * r * p))) * power;
    }

    /// <summary>Natural logarithm of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, ILanes<T>
    {
        var mantissa = (x & T.All(0x000FFFFFFFFFFFFFL)) | T.All(0x3FF0000000000000L);

        // The exponent as a double: its bits below those of 2^52 are that number plus 2^52, exactly.
        var exponent = ((x >>> MantissaBits) | T.All(BitConverter.DoubleToInt64Bits(TwoTo52))) - T.All(TwoTo52 + ExponentBias);
        var isLarge = T.Less(T.All(DetMath.Root2), mantissa);
        mantissa = T.Select(isLarge, mantissa * T.All(0.5), mantissa);
        exponent = T.Select(isLarge, exponent + T.All(1.0), exponent);
        var f = mantissa - T.All(1.0);
        var s = f / (T.All(2.0) + f);
        var z = s * s;
        var series = T.All(2.0 / 23);
        series = (series * z) + T.All(2.0 / 21);
        series = (series * z) + T.All(2.0 / 19);
        series = (series * z) + T.All(2.0 / 17);
        series = (series * z) + T.All(2.0 / 15);
        series = (series * z) + T.All(2.0 / 13);
        series = (series * z) + T.All(2.0 / 11);
        series = (series * z) + T.All(2.0 / 9);
        series = (series * z) + T.All(2.0 / 7);
        series = (series * z) + T.All(2.0 / 5);
        series = (series * z) + T.All(2.0 / 3);
        var remainder = z * series;
        var half = T.All(0.5) * f * f;
        return (exponent * T.All(DetMath.Ln2High)) - ((half - ((s * (half + remainder)) + (exponent * T.All(DetMath.Ln2Low)))) - f);
    }

    /// <summary>Probabilities in the central region of the normal quantile, <see cref="DetMath.IsCentral"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsCentral<T>(T p)
        where T : struct, ILanes<T>
    {
        var q = p - T.All(0.5);
        return T.Less(T.All(-DetMath.AboveCentral), q) & T.Less(q, T.All(DetMath.AboveCentral));
    }

    /// <summary>The normal quantile of central probabilities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CentralQuantile<T>(T p)
        where T : struct, ILanes<T>
    {
        var q = p - T.All(0.5);
        var r = T.All(DetMath.CentralRadius) - (q * q);
        return q * (Horner(r, DetMath.CentralAbove) / Horner(r, DetMath.CentralBelow));
    }

    /// <summary>The first two words of the blocks of counters that differ in their entity, as whole numbers (X1 above X0).</summary>
    /// <param name="entities">Words 0 and 1 of each counter.</param>
    /// <param name="word2">Word 2 of all counters.</param>
    /// <param name="word3">Word 3 of all counters.</param>
    /// <param name="keys">Both words of the key of every round, <see cref="RoundKeys"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FirstWords<T>(T entities, uint word2, uint word3, ReadOnlySpan<long> keys)
        where T : struct, ILanes<T>
    {
        // Products take the low 32 bits of a lane alone, so that what stands above them may stay there until the end.
        var x0 = entities;
        var x1 = entities >>> 32;
        var x2 = T.All((long)word2);
        var x3 = T.All((long)word3);
        for (var round = 0; round < Philox4x32.Rounds; round++)
        {
            var product0 = T.ProductOfLow(x0, Philox4x32.Multiplier0);
            var product1 = T.ProductOfLow(x2, Philox4x32.Multiplier1);
            x0 = (product1 >>> 32) ^ x1 ^ T.All(keys[2 * round]);
            x1 = product1;
            x2 = (product0 >>> 32) ^ x3 ^ T.All(keys[(2 * round) + 1]);
            x3 = product0;
        }

        return (x1 << 32) | (x0 & T.All((long)uint.MaxValue));
    }

    /// <summary>The words of the key round by round, first and second in turn.</summary>
    public static void RoundKeys(uint key0, uint key1, Span<long> keys)
    {
        for (var round = 0; round < Philox4x32.Rounds; round++)
        {
            keys[2 * round] = key0;
            keys[(2 * round) + 1] = key1;

            // The key schedule wraps around by design.
            key0 = unchecked(key0 + Philox4x32.Weyl0);
            key1 = unchecked(key1 + Philox4x32.Weyl1);
        }
    }

    /// <summary>Draws that <see cref="PoissonQuantile"/> inverts from zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsInvertedFromZero<T>(T uniform, T mean)
        where T : struct, ILanes<T> =>
        T.Less(T.All(-double.Epsilon), mean) & T.Less(mean, T.All(PoissonQuantile.SmallMean)) & T.Less(T.All(0.0), uniform) & T.Less(uniform, T.All(1.0));

    /// <summary>
    /// Poisson quantiles of small means, as doubles. All lanes go on until the last has arrived; who has arrived counts no further, and how far
    /// one runs is no branch that could be guessed wrong.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromZero<T>(T uniform, T mean)
        where T : struct, ILanes<T>
    {
        var term = Exp(T.All(0.0) - mean);
        var sum = term;
        var count = T.All(0.0);
        for (var k = 1.0; k <= MostTerms; k++)
        {
            var isOpen = T.Less(sum, uniform);
            if (!T.AnySet(isOpen))
            {
                break;
            }

            count += isOpen & T.All(1.0);
            term *= mean / T.All(k);
            sum += term;
        }

        return count;
    }

    /// <summary>
    /// Poisson quantiles of larger means whose uniform is central, by the expansion. Gives the draws that its error bound settles; most of them, as the
    /// bound is below a hundredth.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsExpanded<T>(T uniform, T mean, out T count)
        where T : struct, ILanes<T>
    {
        var isLarge = T.Less(T.All(PoissonQuantile.BelowSmallMean), mean) & T.Less(mean, T.All(PoissonQuantile.MaximumMean));
        var m = T.Select(isLarge, mean, T.All(PoissonQuantile.SmallMean));
        var w = CentralQuantile(uniform);
        var root = T.Sqrt(m);
        var squared = w * w;
        var x = m + (root * w) + T.All(1.0 / 3) + (squared / T.All(6.0)) - (((w / T.All(36.0)) + (squared * w / T.All(72.0))) / root);
        var error = (T.All(1.0 / 40) + (squared / T.All(80.0)) + (squared * squared / T.All(160.0))) / m;
        count = T.Floor(x - error);
        var isSplit = T.Less(count, T.Floor(x + error));
        return isLarge & IsCentral(uniform) & (isSplit ^ T.All(-1L));
    }

    /// <summary>Whole numbers of 0 to 2^52 − 1 below doubles: truncated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Truncate<T>(T values)
        where T : struct, ILanes<T> =>
        (T.Floor(values) + T.All(TwoTo52)) & T.All((1L << MantissaBits) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Horner<T>(T x, double[] c)
        where T : struct, ILanes<T> =>
        (((((((((((((T.All(c[0]) * x) + T.All(c[1])) * x) + T.All(c[2])) * x) + T.All(c[3])) * x) + T.All(c[4])) * x) + T.All(c[5])) * x) + T.All(c[6])) * x) + T.All(c[7]);
}
