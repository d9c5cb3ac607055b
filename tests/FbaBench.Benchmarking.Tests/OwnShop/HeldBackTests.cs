using Xunit.Abstractions;

namespace FbaBench.Tests.OwnShops;

public sealed class HeldBackTests(ITestOutputHelper output) : IDisposable
{
    private static readonly ShopReadOptions Products = new() { LeaveOut = ["POST", "DOT", "M", "D", "S", "AMAZONFEE", "BANK CHARGES", "C2", "CRUK", "PADS"] };
    private readonly ShopFile _files = new();

    public void Dispose() => _files.Dispose();

    /// <summary>The real shop: months that the fit was not shown lie in its intervals, and these are not wide for nothing.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Held_back_months_of_the_real_shop_lie_in_the_intervals(int months)
    {
        var fit = OwnShop.Read(_files.OnlineRetail(), Products).Fit(new ShopFitOptions { Currency = "GBP", UsdRate = 1.6m, HeldBackMonths = months });
        var check = fit.HeldBack!;
        output.WriteLine($"{months} months, {check.Months.Count} product-months: {check.Coverage90:0.000} in the 90 % interval, {check.Coverage50:0.000} in the 50 %, width {check.RelativeWidth:0.00} of the level, tenths {string.Join(' ', check.Tenths)}");
        Assert.Equal(60 * months, check.Months.Count);
        Assert.Equal(new SimDate(2011, 11, 30), check.Last);
        Assert.True(check.Coverage90 >= 0.85, $"{check.Coverage90}");
        Assert.InRange(check.Coverage50, 0.35, 0.65);
    }

    [Fact]
    public void Months_with_a_break_that_the_past_does_not_show_fall_out()
    {
        // In the held-back months every product sells fifteen times as much: a check that always passes would not see it.
        var text = new System.Text.StringBuilder("order,date,sku,units,price\n");
        var order = 0;
        for (var day = new SimDate(2023, 1, 1); day < new SimDate(2024, 7, 1); day = day.AddDays(1))
        {
            for (var product = 0; product < 5; product++)
            {
                var count = (((day.DayNumber * 31) + (product * 7)) % 5) * (day < new SimDate(2024, 5, 1) ? 1 : 15);
                for (var i = 0; i < count; i++)
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{order++},{day},p{product},1,9.99\n");
                }
            }
        }

        var check = OwnShop.Read(_files.Write(text.ToString())).Fit(new ShopFitOptions { Currency = "USD" }).HeldBack!;
        Assert.True(check.Coverage90 < 0.2, $"{check.Coverage90}");
    }
}
