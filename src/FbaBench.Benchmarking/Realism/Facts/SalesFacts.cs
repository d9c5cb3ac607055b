namespace FbaBench;

/// <summary>Facts of sales over ranks, days and months.</summary>
internal static class SalesFacts
{
    private const int MonthDays = 30;

    /// <summary>Middle of the year, away from the deal events.</summary>
    private const int MonthStart = 90;

    public sealed record RankLaw(double Slope, double R2, double HeadLessTail);

    /// <summary>SF01 to SF03: units of 30 days by rank in their category, ranks 3 and more; the means over categories.</summary>
    public static RankLaw Ranks(RealismYear year)
    {
        var laws = year.Listings().GroupBy(listing => year.Days[0][listing[0]].Category).Select(category =>
        {
            var units = category.Select(listing => year.Units(listing, MonthStart, MonthDays)).Where(sold => sold >= 1).OrderDescending().ToArray();
            var points = units.Select((sold, i) => (X: Math.Log(i + 1), Y: Math.Log(sold))).Skip(2).ToArray();
            var half = points.Length / 2;
            return (All: Line.Fit(points), Tail: Line.Fit(points[half..]).Slope, Head: Line.Fit(points[..half]).Slope);
        }).ToArray();
        return new(laws.Average(law => law.All.Slope), laws.Average(law => law.All.R2), laws.Average(law => law.Tail - law.Head));
    }

    /// <summary>SF15: the median over listings of units per session, over the year.</summary>
    public static double Conversion(RealismYear year) => Median(year.Listings()
        .Select(listing => (Units: Sum(year, listing, 0, year.Days.Count, offer => offer.Units), Sessions: Sum(year, listing, 0, year.Days.Count, offer => offer.Sessions)))
        .Where(sums => sums.Sessions > 0).Select(sums => sums.Units / sums.Sessions));

    /// <summary>SF16: units per session of all listings in November over the mean of February to June.</summary>
    public static double November(RealismYear year)
    {
        var months = Enumerable.Range(1, 12).Select(month => All(year, day => year.Definition.Start.AddDays(day).Month == month, offer => offer.Units) / All(year, day => year.Definition.Start.AddDays(day).Month == month, offer => offer.Sessions)).ToArray();
        return months[10] / months[1..6].Average();
    }

    /// <summary>SF17: share of the year's units from October to December.</summary>
    public static double LastQuarter(RealismYear year) =>
        All(year, day => year.Definition.Start.AddDays(day).Month >= 10, offer => offer.Units) / All(year, _ => true, offer => offer.Units);

    /// <summary>SF18: units of the days of the first deal event over the means of the same weekdays in the six weeks before.</summary>
    public static double DealSpike(RealismYear year)
    {
        var deal = year.Definition.DealEvents[0];
        var first = deal.First - year.Definition.Start;
        var days = deal.Last - deal.First + 1;
        var ratios = Enumerable.Range(first, days).Select(day => Day(year, day) / Enumerable.Range(1, 6).Average(week => Day(year, day - (7 * week))));
        return ratios.Average();
    }

    /// <summary>SF19: the strongest weekday's mean units over the weakest's, deal events left out.</summary>
    public static double Weekdays(RealismYear year)
    {
        var start = year.Definition.Start;
        var ordinary = Enumerable.Range(0, year.Days.Count).Where(day => year.Definition.DealEvents.All(deal => start.AddDays(day) < deal.First || start.AddDays(day) > deal.Last));
        var means = ordinary.GroupBy(day => start.AddDays(day).WeekdayFromMonday).Select(weekday => weekday.Average(day => Day(year, day))).ToArray();
        return means.Max() / means.Min();
    }

    /// <summary>SF20: variance over mean of the daily units of the seller's listings in 90 days of spring; the median listing of at least a unit a day.</summary>
    public static double Dispersion(RealismYear year) => Median(year.Where(offer => offer.Seat == 0 && offer.Name.StartsWith("own", StringComparison.Ordinal)).Select(offer =>
    {
        var units = Enumerable.Range(60, 90).Select(day => (double)year.Days[day][offer].Units).ToArray();
        var mean = units.Average();
        return mean < 1 ? double.NaN : units.Sum(value => (value - mean) * (value - mean)) / (units.Length - 1) / mean;
    }).Where(double.IsFinite));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Day(RealismYear year, int day) => year.Days[day].Sum(offer => (double)offer.Units);

    private static double All(RealismYear year, Func<int, bool> when, Func<OfferFigures, int> what) =>
        Enumerable.Range(0, year.Days.Count).Where(when).Sum(day => year.Days[day].Sum(offer => (double)what(offer)));

    private static double Sum(RealismYear year, int[] listing, int first, int end, Func<OfferFigures, int> what)
    {
        var sum = 0.0;
        for (var day = first; day < end; day++)
        {
            sum += listing.Sum(offer => (double)what(year.Days[day][offer]));
        }

        return sum;
    }
}
