namespace FbaBench;

/// <summary>SF17 to SF20: sales by quarter, day and weekday, and how much they scatter.</summary>
internal static class SeasonFacts
{
    private const int WeekDays = 7;
    private const int WeeksBefore = 6;
    private const int FirstStableMonth = 4;
    private const int LastStableMonth = 6;

    /// <summary>SF17: units of October to December over those of the year.</summary>
    public static FactValue LastQuarter(MarketYear year)
    {
        var units = year.UnitsByDay();
        return new(Sample.Ratio(Enumerable.Range(10, 3).SelectMany(year.Month).Sum(day => units[day]), units.Sum()));
    }

    /// <summary>SF18: units of each day of the first deal event over the mean of the same weekday in the six weeks before; the mean over its days.</summary>
    public static FactValue DealSpike(MarketYear year)
    {
        var deal = year.Definition.DealEvents.MinBy(deal => deal.First.DayNumber);
        return deal is null ? new(null) : new(DealSpike(year.UnitsByDay(), deal.First - year.Definition.Start, deal.Last - year.Definition.Start));
    }

    public static double? DealSpike(IReadOnlyList<double> units, int first, int last) =>
        Sample.Mean([.. Enumerable.Range(first, last - first + 1).Select(day => units[day] / Enumerable.Range(1, WeeksBefore).Average(week => units[day - (WeekDays * week)]))]);

    /// <summary>SF19: mean units of the strongest weekday over those of the weakest, days of deal events left out.</summary>
    public static FactValue Weekdays(MarketYear year)
    {
        var units = year.UnitsByDay();
        var means = Enumerable.Range(0, year.Days).Where(day => !year.IsDeal(day))
            .GroupBy(day => year.DateOf(day).WeekdayFromMonday).Select(weekday => weekday.Average(day => units[day])).ToArray();
        return new(Sample.Ratio(means.Max(), means.Min()));
    }

    /// <summary>
    /// SF20: variance over mean of daily units from April to June, months of one level without a deal event; the median over listings that were in the market
    /// on every day at one price and sold a unit a day.
    /// </summary>
    public static FactValue Dispersion(MarketYear year)
    {
        int[] days = [.. Enumerable.Range(FirstStableMonth, LastStableMonth - FirstStableMonth + 1).SelectMany(year.Month)];
        return new(Sample.Median(year.Listings
            .Where(listing => listing.Offers is [var offer] && days.All(day => offer.Price[day] == offer.Price[days[0]] && offer.Price[day] > 0))
            .Select(listing => (int[])[.. days.Select(day => listing.Units[day])])
            .Where(units => units.Sum() >= units.Length)
            .Select(units => Sample.VarianceOverMean(units)!.Value)));
    }
}
