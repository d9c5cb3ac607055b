namespace FbaBench;

/// <summary>
/// What every seller knows about the year: sales by month against the mean (market-parameters.json,
/// seasonality/month_index_generic). A rule of thumb: the months of every niche and world scatter around their own pattern.
/// </summary>
internal static class SeasonGuide
{
    private static readonly double[] Months = [0.92, 0.88, 0.95, 0.93, 0.95, 0.95, 1.05, 0.95, 0.93, 0.98, 1.25, 1.26];

    public static double Index(SimDate date) => Months[date.Month - 1];

    /// <summary>Sum of the index over days counted from a date.</summary>
    /// <param name="from">The date of day 0.</param>
    /// <param name="first">First day, may be negative.</param>
    /// <param name="end">Day after the last one.</param>
    public static double Sum(SimDate from, int first, int end)
    {
        // A month at a time: sellers ask for it by offer and day.
        var sum = 0.0;
        for (var day = first; day < end;)
        {
            var date = from.AddDays(day);
            var days = Math.Min(end - day, date.DaysInMonth - date.DayOfMonth + 1);
            sum += days * Index(date);
            day += days;
        }

        return sum;
    }
}
