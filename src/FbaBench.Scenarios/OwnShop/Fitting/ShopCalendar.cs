namespace FbaBench.Scenarios;

/// <summary>
/// The days on which the shop sold at all, and its weekdays. A weekday that never sells in eight or more is closed; another
/// day without any sale is closed when at least seven orders were to be expected of the four weeks around it (the chance of
/// none is below one in a thousand). Days without a sale in a small shop stay what they are: days without demand.
/// </summary>
internal sealed class ShopCalendar
{
    private const int DaysSeen = 8;
    private const double SurelySold = 7;
    private const int Around = 28;
    private readonly bool[] _open;

    private ShopCalendar(int first, bool[] open, double[] weekday, int closedDays) => (First, _open, Weekday, ClosedDays) = (first, open, weekday, closedDays);

    public int First { get; }

    public int Last => First + _open.Length - 1;

    /// <summary>Orders of a weekday against the mean of the open ones, Monday first; 0 when it is closed.</summary>
    public double[] Weekday { get; }

    /// <summary>Days closed that are not closed weekdays.</summary>
    public int ClosedDays { get; }

    public bool IsOpen(int day) => day >= First && day <= Last ? _open[day - First] : Weekday[day % 7] > 0;

    /// <param name="orders">Orders of the whole shop by day.</param>
    /// <param name="first">Day number of the first entry.</param>
    public static ShopCalendar Of(int[] orders, int first)
    {
        var weekdayOpen = new bool[7];
        for (var weekday = 0; weekday < 7; weekday++)
        {
            var days = Enumerable.Range(0, orders.Length).Where(i => (first + i) % 7 == weekday).ToArray();
            weekdayOpen[weekday] = days.Length < DaysSeen || days.Any(i => orders[i] > 0);
        }

        var open = new bool[orders.Length];
        var closed = 0;
        for (var i = 0; i < open.Length; i++)
        {
            open[i] = weekdayOpen[(first + i) % 7] && (orders[i] > 0 || Expected(orders, first, i, weekdayOpen) < SurelySold);
            closed += weekdayOpen[(first + i) % 7] && !open[i] ? 1 : 0;
        }

        return new ShopCalendar(first, open, Index(orders, first, open), closed);
    }

    /// <summary>The mean orders of the days around one on which something was sold.</summary>
    private static double Expected(int[] orders, int first, int at, bool[] weekdayOpen)
    {
        double sum = 0;
        var days = 0;
        for (var i = Math.Max(0, at - Around); i <= Math.Min(orders.Length - 1, at + Around); i++)
        {
            if (weekdayOpen[(first + i) % 7] && orders[i] > 0)
            {
                sum += orders[i];
                days++;
            }
        }

        return days == 0 ? 0 : sum / days;
    }

    private static double[] Index(int[] orders, int first, bool[] open)
    {
        var (sum, days) = (new double[7], new double[7]);
        for (var i = 0; i < orders.Length; i++)
        {
            sum[(first + i) % 7] += open[i] ? orders[i] : 0;
            days[(first + i) % 7] += open[i] ? 1 : 0;
        }

        var rates = sum.Zip(days, (count, exposure) => exposure == 0 ? 0 : count / exposure).ToArray();
        var sold = rates.Where(rate => rate > 0).ToArray();
        var mean = sold.Length == 0 ? 1 : sold.Average();
        return [.. rates.Select(rate => rate / mean)];
    }
}
