using System.Globalization;

namespace FbaBench;

/// <summary>
/// A day of the simulated calendar (proleptic Gregorian). The simulation knows no clock and no time zone.
/// The default value is 0001-01-01.
/// </summary>
public readonly record struct SimDate : IComparable<SimDate>
{
    private readonly int _dayNumber;

    private SimDate(int dayNumber) => _dayNumber = dayNumber;

    /// <summary>A date.</summary>
    /// <param name="year">Year, 1 to 9999.</param>
    /// <param name="month">Month, 1 to 12.</param>
    /// <param name="day">Day of the month, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public SimDate(int year, int month, int day) => _dayNumber = new DateOnly(year, month, day).DayNumber;

    /// <summary>Days since 0001-01-01.</summary>
    public int DayNumber => _dayNumber;

    /// <summary>Year, 1 to 9999.</summary>
    public int Year => Date.Year;

    /// <summary>Month, 1 to 12.</summary>
    public int Month => Date.Month;

    /// <summary>Day of the month, from 1.</summary>
    public int DayOfMonth => Date.Day;

    /// <summary>Day of the week, Monday = 0 to Sunday = 6.</summary>
    public int WeekdayFromMonday => _dayNumber % 7;

    /// <summary>Days in this date's month, 28 to 31.</summary>
    public int DaysInMonth => DateTime.DaysInMonth(Year, Month);

    /// <summary>Whether this is the last day of its month.</summary>
    public bool IsMonthEnd => DayOfMonth == DaysInMonth;

    private DateOnly Date => DateOnly.FromDayNumber(_dayNumber);

    /// <summary>The date a number of days later (earlier when negative).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar, 0001-01-01 to 9999-12-31.</exception>
    public SimDate AddDays(int days)
    {
        var day = (long)_dayNumber + days;
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber
            ? new((int)day)
            : throw new ArgumentOutOfRangeException(nameof(days), $"{days} days from {this} is outside the calendar, 0001-01-01 to 9999-12-31.");
    }

    /// <summary>Days from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static int operator -(SimDate left, SimDate right) => left._dayNumber - right._dayNumber;

    /// <summary>Whether the left date is earlier.</summary>
    public static bool operator <(SimDate left, SimDate right) => left._dayNumber < right._dayNumber;

    /// <summary>Whether the left date is later.</summary>
    public static bool operator >(SimDate left, SimDate right) => left._dayNumber > right._dayNumber;

    /// <summary>Whether the left date is earlier or the same.</summary>
    public static bool operator <=(SimDate left, SimDate right) => left._dayNumber <= right._dayNumber;

    /// <summary>Whether the left date is later or the same.</summary>
    public static bool operator >=(SimDate left, SimDate right) => left._dayNumber >= right._dayNumber;

    /// <inheritdoc/>
    public int CompareTo(SimDate other) => _dayNumber.CompareTo(other._dayNumber);

    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="FormatException">The text is not such a date.</exception>
    public static SimDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date; write yyyy-MM-dd, for example 2025-01-15.");

    /// <summary>Reads <c>yyyy-MM-dd</c>; false when the text is not such a date.</summary>
    public static bool TryParse(string? text, out SimDate date)
    {
        var ok = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        date = ok ? new SimDate(parsed.DayNumber) : default;
        return ok;
    }

    /// <summary>The date as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
