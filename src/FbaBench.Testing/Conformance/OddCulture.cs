using System.Globalization;

namespace FbaBench;

/// <summary>A culture in which numbers and dates are written as in no invariant text: a decimal comma, points between thousands, the day first. Made here, since many machines have the invariant culture alone.</summary>
internal static class OddCulture
{
    public static CultureInfo Instance { get; } = Make();

    private static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        (culture.NumberFormat.CurrencyDecimalSeparator, culture.NumberFormat.CurrencyGroupSeparator) = (",", ".");
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return CultureInfo.ReadOnly(culture);
    }
}
