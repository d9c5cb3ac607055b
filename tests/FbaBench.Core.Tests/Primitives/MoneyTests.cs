namespace FbaBench.Tests.Primitives;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MinValue + 1)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(long.MaxValue - 1)]
    [InlineData(long.MaxValue)]
    public void Arithmetic_at_the_edges_is_exact_or_throws(long cents)
    {
        var money = new Money(cents);
        Assert.Equal(money, money + Money.Zero);
        Assert.Equal(money, money - Money.Zero);
        Assert.Equal(money, money * 1);
        if (cents == long.MaxValue)
        {
            Assert.Throws<OverflowException>(() => money + new Money(1));
        }
        else
        {
            Assert.Equal(cents + 1, (money + new Money(1)).Cents);
        }

        if (cents == long.MinValue)
        {
            Assert.Throws<OverflowException>(() => money - new Money(1));
            Assert.Throws<OverflowException>(() => -money);
            Assert.Throws<OverflowException>(() => money * -1);
        }
        else
        {
            Assert.Equal(cents - 1, (money - new Money(1)).Cents);
            Assert.Equal(-cents, (-money).Cents);
        }
    }

    [Fact]
    public void Dollars_with_a_fraction_of_a_cent_is_refused()
    {
        Assert.Equal(1299, Money.Dollars(12.99m).Cents);
        Assert.Equal(-1205, Money.Dollars(-12.05m).Cents);
        Assert.Contains("12.995", Assert.Throws<ArgumentException>(() => Money.Dollars(12.995m)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(-1205, "-12.05")]
    [InlineData(5, "0.05")]
    [InlineData(123456789, "1234567.89")]
    public void ToString_writes_dollars_in_any_culture(long cents, string expected) => Assert.Equal(expected, new Money(cents).ToString());

    [Fact]
    public void Comparison_follows_cents()
    {
        var (low, high) = (new Money(1), new Money(2));
        Assert.True(low < high && low <= high && high > low && high >= low && low <= new Money(1) && low >= new Money(1));
        Assert.False(low > high || low >= high || high < low || high <= low);
        Assert.Equal(high, Money.Max(low, high));
        Assert.Equal(high, Money.Max(high, low));
        Assert.Equal(low, Money.Min(low, high));
        Assert.Equal(low, Money.Min(high, low));
        Assert.True(low.CompareTo(high) < 0);
    }
}

public sealed class SimDateTests
{
    [Fact]
    public void Parts_of_known_dates()
    {
        var date = new SimDate(2024, 2, 29);
        Assert.Equal((2024, 2, 29, 29), (date.Year, date.Month, date.DayOfMonth, date.DaysInMonth));
        Assert.True(date.IsMonthEnd);
        Assert.False(date.AddDays(-1).IsMonthEnd);
        Assert.Equal(new SimDate(2024, 3, 1), date.AddDays(1));
        Assert.Equal(366, new SimDate(2025, 1, 1) - new SimDate(2024, 1, 1));
        Assert.Equal("2024-02-29", date.ToString());
    }

    /// <summary>2025-01-15 was a Wednesday, 2025-01-19 a Sunday.</summary>
    [Fact]
    public void Weekday_counts_from_Monday()
    {
        Assert.Equal(2, new SimDate(2025, 1, 15).WeekdayFromMonday);
        Assert.Equal(6, new SimDate(2025, 1, 19).WeekdayFromMonday);
        Assert.Equal(0, new SimDate(2025, 1, 20).WeekdayFromMonday);
    }

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-1-15")]
    [InlineData("15.01.2025")]
    [InlineData("")]
    public void Parse_of_no_date_names_text_and_form(string text)
    {
        var error = Assert.Throws<FormatException>(() => SimDate.Parse(text));
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("yyyy-MM-dd", error.Message, StringComparison.Ordinal);
        Assert.False(SimDate.TryParse(text, out _));
    }

    [Fact]
    public void Comparison_follows_the_calendar()
    {
        var (early, late) = (SimDate.Parse("2025-01-15"), SimDate.Parse("2025-01-16"));
        Assert.True(early < late && early <= late && late > early && late >= early && early <= SimDate.Parse("2025-01-15"));
        Assert.False(early > late || early >= late || late < early || late <= early);
        Assert.True(early.CompareTo(late) < 0);
    }
}
