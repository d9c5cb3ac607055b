namespace FbaBench;

/// <summary>SF01 to SF03: the law of sales by rank, in each category and each window of thirty days; means over both.</summary>
internal static class RankFacts
{
    private const int WindowDays = 30;
    private const int FirstRank = 3;
    private const int LeastRanks = 8;

    public static FactValue Slope(MarketYear year) => new(Sample.Mean([.. Laws(year).Select(law => law.Slope)]));

    public static FactValue Fit(MarketYear year) => new(Sample.Mean([.. Laws(year).Select(law => law.R2)]));

    public static FactValue Tail(MarketYear year) => new(Sample.Mean([.. Laws(year).Select(law => law.TailLessHead)]));

    /// <summary>
    /// Least squares of ln units on ln rank, the rank being that by these units, over listings with a sale, from rank 3; and the slope of the lower
    /// half of these ranks less that of the upper half.
    /// </summary>
    /// <returns>Null for fewer than eight such ranks.</returns>
    public static RankLaw? Law(IEnumerable<double> unitsOfListings)
    {
        var units = unitsOfListings.Where(sold => sold >= 1).OrderDescending().ToArray();
        var x = units.Select((_, i) => Math.Log(i + 1)).Skip(FirstRank - 1).ToArray();
        var y = units.Select(sold => Math.Log(sold)).Skip(FirstRank - 1).ToArray();
        if (x.Length < LeastRanks)
        {
            return null;
        }

        var half = x.Length / 2;
        var (slope, r2) = Regression.Line(x, y)!.Value;
        return new(slope, r2, Regression.Line(x[half..], y[half..])!.Value.Slope - Regression.Line(x[..half], y[..half])!.Value.Slope);
    }

    private static IEnumerable<RankLaw> Laws(MarketYear year)
    {
        foreach (var category in year.Listings.GroupBy(listing => listing.Category, StringComparer.Ordinal))
        {
            for (var first = 0; first + WindowDays <= year.Days; first += WindowDays)
            {
                if (Law(category.Select(listing => (double)listing.Units.Skip(first).Take(WindowDays).Sum())) is { } law)
                {
                    yield return law;
                }
            }
        }
    }
}

/// <summary>A law of sales by rank.</summary>
/// <param name="Slope">Change of ln units per ln rank.</param>
/// <param name="R2">How well it fits.</param>
/// <param name="TailLessHead">Slope of the lower half of ranks less slope of the upper half.</param>
internal sealed record RankLaw(double Slope, double R2, double TailLessHead);
