namespace FbaBench.Scenarios;

/// <summary>Days, weeks and months of the part of a history that is fitted.</summary>
internal sealed class Timeline
{
    private const double DaysPerYear = 365.25;
    private readonly int _monday;
    private readonly int _firstMonth;

    public Timeline(int first, int last, ShopCalendar calendar)
    {
        (First, Last, Calendar) = (first, last, calendar);
        _monday = first - (first % 7);
        _firstMonth = MonthNumber(first);
    }

    public int First { get; }

    public int Last { get; }

    public ShopCalendar Calendar { get; }

    public int Days => Last - First + 1;

    public int Weeks => WeekOf(Last) + 1;

    public int Periods => PeriodOf(Last) + 1;

    /// <summary>Time of the last day in years from the middle.</summary>
    public double End => Years(Days - 1);

    public int WeekOf(int day) => (day - _monday) / 7;

    public int WeekStart(int week) => _monday + (7 * week);

    public int PeriodOf(int day) => MonthNumber(day) - _firstMonth;

    /// <summary>Month of the year, 0 for January, of a month of the history.</summary>
    public int MonthOf(int period) => (_firstMonth + period) % 12;

    /// <summary>First day of a month of the history.</summary>
    public int PeriodStart(int period) => new SimDate((_firstMonth + period) / 12, ((_firstMonth + period) % 12) + 1, 1).DayNumber;

    public double Years(double daysFromFirst) => (daysFromFirst - ((Days - 1) / 2.0)) / DaysPerYear;

    /// <summary>Year × 12 + month, January 0.</summary>
    public static int MonthNumber(int day)
    {
        var date = ShopHistory.Day(day);
        return (date.Year * 12) + date.Month - 1;
    }
}
