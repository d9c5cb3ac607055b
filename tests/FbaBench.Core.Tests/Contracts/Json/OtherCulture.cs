using System.Globalization;

namespace FbaBench.Tests.Contracts.Json;

/// <summary>
/// Runs something under a culture that writes numbers and dates as Turkish and Swedish do. It is made by hand: the tests run without
/// the system's cultures, and then Turkish is the invariant one under another name.
/// </summary>
internal static class OtherCulture
{
    public static T Run<T>(Func<T> what)
    {
        var before = CultureInfo.CurrentCulture;
        var turkish = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        turkish.NumberFormat.NumberDecimalSeparator = ",";
        turkish.NumberFormat.NumberGroupSeparator = ".";
        turkish.NumberFormat.NegativeSign = "−";
        turkish.NumberFormat.PercentSymbol = "yüzde";
        turkish.DateTimeFormat.DateSeparator = ".";
        turkish.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        CultureInfo.CurrentCulture = turkish;
        try
        {
            Assert.Equal("−1,5", (-1.5).ToString(CultureInfo.CurrentCulture));
            return what();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
