namespace FbaBench.Scenarios;

/// <summary>
/// Days on which a product could be bought. A run of open days without an order counts as out of stock (at the ends of the
/// history: not listed) when, at the lower of the rates of the four weeks before and after it, twelve orders or more were to be
/// expected. A product that sells less than it is left alone, and a season that fades is none: its rates are low around it.
/// </summary>
internal static class Availability
{
    private const double Surely = 12;
    private const int Around = 28;

    /// <param name="orders">Orders of the product by day.</param>
    /// <param name="calendar">The shop's days; its first day is that of the first entry.</param>
    public static bool[] Of(int[] orders, ShopCalendar calendar)
    {
        var days = Enumerable.Range(0, orders.Length).Where(i => calendar.IsOpen(calendar.First + i)).ToArray();
        var available = new bool[orders.Length];
        foreach (var day in days)
        {
            available[day] = true;
        }

        for (var start = 0; start < days.Length; start++)
        {
            var end = start;
            while (end < days.Length && orders[days[end]] == 0)
            {
                end++;
            }

            if (end > start && Expected(orders, days, start, end) >= Surely)
            {
                foreach (var day in days[start..end])
                {
                    available[day] = false;
                }
            }

            start = end;
        }

        return available;
    }

    private static double Expected(int[] orders, int[] days, int start, int end)
    {
        var before = Rate(orders, days[Math.Max(0, start - Around)..start]);
        var after = Rate(orders, days[end..Math.Min(days.Length, end + Around)]);
        return (end - start) * Math.Min(before ?? after ?? 0, after ?? before ?? 0);
    }

    private static double? Rate(int[] orders, int[] days) => days.Length == 0 ? null : days.Average(day => orders[day]);
}
