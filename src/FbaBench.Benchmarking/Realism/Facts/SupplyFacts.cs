namespace FbaBench;

/// <summary>SF21 to SF23: how much more orders vary than demand, and how long they take.</summary>
internal static class SupplyFacts
{
    /// <summary>Weeks that count as a month.</summary>
    private const int MonthWeeks = 4;

    /// <summary>SF21: variance of weekly orders over that of weekly demand, mean over products that sell their supplier's minimum in a week.</summary>
    public static FactValue Bullwhip(IReadOnlyList<WeeklySupply> products) =>
        new(Sample.Mean([.. Measured(products).Select(product => Ratio(product.Orders, product.Demand)).OfType<double>()]));

    /// <summary>SF22: the same ratio for sums over these products and months, over SF21.</summary>
    public static FactValue Aggregated(IReadOnlyList<WeeklySupply> products)
    {
        WeeklySupply[] measured = [.. Measured(products)];
        return new(Ratio(Months(measured, product => product.Orders), Months(measured, product => product.Demand)) / Bullwhip(products).Value);
    }

    /// <summary>SF23: how far the mean days from order to shelf lie above the median, as a share of it.</summary>
    public static FactValue Skew(IReadOnlyList<int> days) =>
        new(Sample.Median(days.Select(time => (double)time)) is { } median ? Sample.Ratio(days.Average() - median, median) : null);

    private static IEnumerable<WeeklySupply> Measured(IEnumerable<WeeklySupply> products) => products.Where(product => product.Demand.Average() >= product.MinimumUnits);

    private static double? Ratio(IReadOnlyList<int> orders, IReadOnlyList<int> demand) =>
        Sample.Variance(orders) is { } ofOrders && Sample.Variance(demand) is { } ofDemand ? Sample.Ratio(ofOrders, ofDemand) : null;

    /// <summary>Sums over products in each whole month.</summary>
    private static int[] Months(WeeklySupply[] products, Func<WeeklySupply, IReadOnlyList<int>> what) => products.Length == 0 ? [] :
        [.. Enumerable.Range(0, what(products[0]).Count / MonthWeeks).Select(month => products.Sum(product => what(product).Skip(month * MonthWeeks).Take(MonthWeeks).Sum()))];
}
