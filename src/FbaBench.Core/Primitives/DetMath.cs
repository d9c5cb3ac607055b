using System.Runtime.CompilerServices;

namespace FbaBench.Primitives;

/// <summary>
/// exp, log and the normal quantile from + − × ÷ and sqrt alone, so that every processor and library version gives the
/// same bits. Within 2 units in the last place of the true exp and log on the ranges used here (tested against
/// high-precision values); the quantile within 1e-15 relative (Wichura, algorithm AS 241, 1988).
/// </summary>
internal static class DetMath
{
    public const double Ln2High = 6.93147180369123816490e-01;
    public const double Ln2Low = 1.90821492927058770002e-10;
    public const double InverseLn2 = 1.44269504088896338700;

    public const double LeastNormal = 2.2250738585072014e-308;
    public const double LargestSubnormal = 2.225073858507201e-308;
    public const double Root2 = 1.4142135623730951;

    /// <summary>Half the width of the central region of the normal quantile, the double above it, and its square in the quantile's rational function.</summary>
    public const double CentralHalf = 0.425;
    public const double AboveCentral = 0.42500000000000004;
    public const double CentralRadius = 0.180625;

    // Coefficients of AS 241, highest power first: central region, middle and far tail. Arrays, because unoptimised code
    // allocates for spans of constants.
    private static readonly double[] FarAbove = [2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772];
    private static readonly double[] FarBelow = [2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1];
    private static readonly double[] MiddleAbove = [7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734];
    private static readonly double[] MiddleBelow = [1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1];
    public static readonly double[] CentralAbove = [2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608];
    public static readonly double[] CentralBelow = [5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1];

    // Taylor series of exp to degree 13: |r| ≤ ln2/2, so the remainder is below 4e-18.
    public const double E2 = 0.5;
    public const double E3 = 0.16666666666666666;
    public const double E4 = 0.041666666666666664;
    public const double E5 = 0.008333333333333333;
    public const double E6 = 0.001388888888888889;
    public const double E7 = 0.0001984126984126984;
    public const double E8 = 2.48015873015873e-05;
    public const double E9 = 2.7557319223985893e-06;
    public const double E10 = 2.755731922398589e-07;
    public const double E11 = 2.505210838544172e-08;
    public const double E12 = 2.08767569878681e-09;
    public const double E13 = 1.6059043836821613e-10;

    /// <summary>e to the x; 0 below −745, infinity above 709.78.</summary>
    public static double Exp(double x)
    {
        if (!(x > -708))
        {
            // Subnormal results are flushed to zero: no rule here needs probabilities below 1e-307.
            return x <= -708 ? 0 : double.NaN;
        }

        if (x > 709.78)
        {
            return double.PositiveInfinity;
        }

        var k = Math.Floor((x * InverseLn2) + 0.5);
        var r = (x - (k * Ln2High)) - (k * Ln2Low);

        var p = E13;
        p = (p * r) + E12;
        p = (p * r) + E11;
        p = (p * r) + E10;
        p = (p * r) + E9;
        p = (p * r) + E8;
        p = (p * r) + E7;
        p = (p * r) + E6;
        p = (p * r) + E5;
        p = (p * r) + E4;
        p = (p * r) + E3;
        p = (p * r) + E2;
        var result = 1 + (r + (r * r * p));
        return k == 1024
            ? result * 2 * PowerOfTwo(1023)
            : result * PowerOfTwo((int)k);
    }

    /// <summary>Natural logarithm of a positive normal number.</summary>
    public static double Log(double x)
    {
        if (!(x >= LeastNormal))
        {
            return x == 0 ? double.NegativeInfinity : double.NaN;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (mantissa > Root2)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // log m = 2 artanh(s), s = (m−1)/(m+1), |s| ≤ 0.1716. Written as f − (f²/2 − s(f²/2 + R)) to keep the leading
        // term exact.
        var f = mantissa - 1;
        var s = f / (2 + f);
        var z = s * s;
        var series = 2.0 / 23;
        series = (series * z) + (2.0 / 21);
        series = (series * z) + (2.0 / 19);
        series = (series * z) + (2.0 / 17);
        series = (series * z) + (2.0 / 15);
        series = (series * z) + (2.0 / 13);
        series = (series * z) + (2.0 / 11);
        series = (series * z) + (2.0 / 9);
        series = (series * z) + (2.0 / 7);
        series = (series * z) + (2.0 / 5);
        series = (series * z) + (2.0 / 3);
        var remainder = z * series;
        var half = 0.5 * f * f;
        return (exponent * Ln2High) - ((half - ((s * (half + remainder)) + (exponent * Ln2Low))) - f);
    }

    /// <summary>Quantile of the standard normal distribution for p inside (0, 1).</summary>
    public static double NormalQuantile(double p)
    {
        var q = p - 0.5;
        if (IsCentral(p))
        {
            var r = CentralRadius - (q * q);
            return q * Central(r);
        }

        var tail = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        var value = tail <= 5 ? Middle(tail - 1.6) : Far(tail - 5);
        return q < 0 ? -value : value;
    }

    /// <summary>Whether the quantile of p is that of the central region.</summary>
    public static bool IsCentral(double p) => Math.Abs(p - 0.5) <= CentralHalf;

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private static double Central(double r) => Horner(r, CentralAbove) / Horner(r, CentralBelow);

    private static double Middle(double r) => Horner(r, MiddleAbove) / Horner(r, MiddleBelow);

    private static double Far(double r) => Horner(r, FarAbove) / Horner(r, FarBelow);

    /// <summary>A polynomial of degree 7, highest power first. Written out: 11.7 ns a quantile, 14.0 ns as a loop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Horner(double x, ReadOnlySpan<double> c) =>
        (((((((((((((c[0] * x) + c[1]) * x) + c[2]) * x) + c[3]) * x) + c[4]) * x) + c[5]) * x) + c[6]) * x) + c[7];
}
