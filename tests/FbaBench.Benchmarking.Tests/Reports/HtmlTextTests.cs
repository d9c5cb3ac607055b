using System.Globalization;

namespace FbaBench.Tests.Reports;

public class HtmlTextTests
{
    [Fact]
    public void Text_is_escaped_and_markup_is_not() =>
        Assert.Equal("<b title=\"&quot;&lt;&gt;&amp;\">&#39;</b>", new HtmlText().Add($"<b title=\"{"\"<>&"}\">{"'"}</b>").ToString());

    [Fact]
    public void Control_characters_become_replacement_characters() => Assert.Equal("a\uFFFDb\nc", HtmlText.Escape("a\u0007b\nc"));

    [Fact]
    public void Numbers_know_no_culture_and_no_negative_zero()
    {
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.Equal("1.25 -3 0", new HtmlText().Add($"{1.25} {-3} {-0.001}").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_not_finite_is_refused(double value) => Assert.Throws<ArgumentException>(() => new HtmlText().Add($"{value}"));
}
