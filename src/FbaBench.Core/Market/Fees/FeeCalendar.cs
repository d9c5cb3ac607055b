namespace FbaBench.Market;

/// <summary>Maps a date to the date whose tables apply.</summary>
internal static class FeeCalendar
{
    private const int FirstDayOfJanuary = 15;

    public static SimDate First(int feeYear) => new(feeYear, 1, FirstDayOfJanuary);

    public static SimDate Last(int feeYear) => First(feeYear + 1).AddDays(-1);

    /// <summary>
    /// The same day in a fee year, which begins on 15 January and ends on 14 January. 29 February becomes 28 February when
    /// the fee year has none.
    /// </summary>
    public static SimDate InFeeYear(SimDate date, int feeYear)
    {
        var (month, day) = (date.Month, date.DayOfMonth);
        var year = month == 1 && day < FirstDayOfJanuary ? feeYear + 1 : feeYear;
        return month == 2 && day == 29 && !DateTime.IsLeapYear(year) ? new SimDate(year, 2, 28) : new SimDate(year, month, day);
    }
}
