using System.Globalization;

namespace FbaBench.Market;

/// <summary>Checks what callers hand in, and turns measures into decimals before any arithmetic.</summary>
internal static class FeeInput
{
    /// <summary>No package or stock is anywhere near this; it keeps decimal products in range.</summary>
    private const double Largest = 1e9;

    /// <summary>
    /// A measure above zero. The conversion keeps 15 significant digits, so that 0.1 means one tenth and an edge such as
    /// 0.125 lb is met exactly.
    /// </summary>
    public static decimal Positive(double value, string field) =>
        value > 0 && value <= Largest ? (decimal)value : throw Bad(field, value, "a number above 0 and at most 1e9");

    public static decimal NotNegative(double value, string field) =>
        value >= 0 && value <= Largest ? (decimal)value : throw Bad(field, value, "a number of at least 0 and at most 1e9");

    public static decimal Share(double value, string field) =>
        value >= 0 && value <= 1 ? (decimal)value : throw Bad(field, value, "a share from 0 to 1");

    public static long NotNegative(long value, string field) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(field, $"{field} is {value.ToString(CultureInfo.InvariantCulture)}; allowed is a whole number of at least 0.");

    public static Money NotNegative(Money value, string field) =>
        value >= Money.Zero ? value : throw new ArgumentOutOfRangeException(field, $"{field} is {value}; allowed is an amount of at least 0.00.");

    private static ArgumentOutOfRangeException Bad(string field, double value, string allowed) =>
        new(field, $"{field} is {value.ToString(CultureInfo.InvariantCulture)}; allowed is {allowed}.");
}
