namespace FbaBench.Scenarios;

/// <summary>A piece of a week within a month at one posted price: what one observation of the model is.</summary>
/// <param name="Week">Week, from 0 at the Monday on or before the first day.</param>
/// <param name="Period">Month of the history, from 0.</param>
/// <param name="Month">Month of the year, 0 for January.</param>
/// <param name="Years">Time in years from the middle of the history.</param>
/// <param name="Exposure">Open days on which the product could be bought, weighted by weekday.</param>
/// <param name="Orders">Orders (in a planted error: units).</param>
/// <param name="Price">Posted price.</param>
/// <param name="LogPrice">Logarithm of the posted price against the reference price.</param>
internal readonly record struct Piece(int Week, int Period, int Month, double Years, double Exposure, int Orders, decimal Price, double LogPrice);

/// <summary>What price response is measured on; all but the first are errors planted by tests, to see that these notice.</summary>
internal enum PriceMeasure
{
    OrdersOnPostedPrice,
    UnitsOnPostedPrice,
    OrdersOnMeanPrice,
}

/// <summary>A product's sales as the model sees them.</summary>
internal sealed class ProductSeries
{
    private ProductSeries(ProductHistory history, Timeline time) => (History, Time) = (history, time);

    public ProductHistory History { get; }

    public Timeline Time { get; }

    public IReadOnlyList<Piece> Pieces { get; private set; } = [];

    /// <summary>Orders by weekday against the mean of open days, the product's own blended with the shop's.</summary>
    public double[] Weekday { get; private set; } = [];

    /// <summary>Posted price of each day.</summary>
    public decimal[] Prices { get; private set; } = [];

    /// <summary>The price that was posted on most days of the last year.</summary>
    public decimal ReferencePrice { get; private set; }

    public bool[] Available { get; private set; } = [];

    public int Orders { get; private set; }

    /// <summary>Open days on which it counts as out of stock or not listed.</summary>
    public int DaysOut => Enumerable.Range(0, Available.Length).Count(i => Time.Calendar.IsOpen(Time.First + i) && !Available[i]);

    /// <summary>The series of products; their posted prices are found together, because they share what channels and breaks look like.</summary>
    public static ProductSeries[] Of(IReadOnlyList<ProductHistory> products, Timeline time, PriceMeasure measure)
    {
        var sales = products.Select(product => product.Days.Where(sale => sale.Day >= time.First && sale.Day <= time.Last).ToArray()).ToArray();
        var prices = measure == PriceMeasure.OrdersOnMeanPrice
            ? [.. sales.Select(one => MeanPrices(one, time))]
            : PostedPrice.Paths([.. sales.Select(one => ByDay(one, time))]);
        return [.. products.Select((product, i) => Of(product, sales[i], prices[i], time, measure))];
    }

    private static ProductSeries Of(ProductHistory history, DaySale[] sales, decimal[] prices, Timeline time, PriceMeasure measure)
    {
        var series = new ProductSeries(history, time);
        var orders = new int[time.Days];
        var counts = new int[time.Days];
        foreach (var sale in sales)
        {
            orders[sale.Day - time.First] += sale.Orders;
            counts[sale.Day - time.First] += measure == PriceMeasure.UnitsOnPostedPrice ? sale.Units : sale.Orders;
        }

        series.Orders = orders.Sum();
        series.Available = Availability.Of(orders, time.Calendar);
        series.Weekday = series.Blend(orders);
        series.Prices = prices;
        series.ReferencePrice = Reference(series.Prices);
        series.Pieces = series.Cut(counts);
        return series;
    }

    private double[] Blend(int[] orders)
    {
        var own = new double[7];
        var days = new double[7];
        for (var i = 0; i < orders.Length; i++)
        {
            own[(Time.First + i) % 7] += orders[i];
            days[(Time.First + i) % 7] += Available[i] ? 1 : 0;
        }

        var shop = Time.Calendar.Weekday;
        var rates = own.Zip(days, (count, exposure) => exposure == 0 ? 0 : count / exposure).ToArray();
        var open = shop.Count(value => value > 0);
        var mean = rates.Sum() / open;
        var weight = Orders / (Orders + ShopPrior.WeekdayOrders);
        var blend = shop.Select((value, i) => value == 0 ? 0 : mean == 0 ? value : (weight * rates[i] / mean) + ((1 - weight) * value)).ToArray();
        var level = blend.Sum() / open;
        return [.. blend.Select(value => value / level)];
    }

    private Piece[] Cut(int[] counts)
    {
        var sums = new SortedDictionary<(int Week, int Period, decimal Price), (double Exposure, int Orders, double Days, int Count)>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (Available[i])
            {
                var key = (Time.WeekOf(Time.First + i), Time.PeriodOf(Time.First + i), Prices[i]);
                var sum = sums.GetValueOrDefault(key);
                sums[key] = (sum.Exposure + Weekday[(Time.First + i) % 7], sum.Orders + counts[i], sum.Days + i, sum.Count + 1);
            }
        }

        return [.. sums.Where(one => one.Value.Exposure > 0).Select(one => new Piece(
            one.Key.Week,
            one.Key.Period,
            Time.MonthOf(one.Key.Period),
            Time.Years(one.Value.Days / one.Value.Count),
            one.Value.Exposure,
            one.Value.Orders,
            one.Key.Price,
            Math.Log((double)(one.Key.Price / ReferencePrice))))];
    }

    private static Dictionary<decimal, int>[] ByDay(DaySale[] sales, Timeline time)
    {
        var days = Enumerable.Range(0, time.Days).Select(_ => new Dictionary<decimal, int>()).ToArray();
        foreach (var sale in sales)
        {
            days[sale.Day - time.First][sale.Price] = sale.Orders;
        }

        return days;
    }

    private static decimal[] MeanPrices(DaySale[] sales, Timeline time)
    {
        var prices = new decimal[time.Weeks];
        var last = sales.Length == 0 ? 1 : sales[0].Price;
        var byWeek = sales.ToLookup(sale => time.WeekOf(sale.Day));
        for (var week = 0; week < prices.Length; week++)
        {
            var units = byWeek[week].Sum(sale => sale.Units);
            prices[week] = last = units == 0 ? last : byWeek[week].Sum(sale => sale.Price * sale.Units) / units;
        }

        return [.. Enumerable.Range(0, time.Days).Select(i => prices[time.WeekOf(time.First + i)])];
    }

    private static decimal Reference(decimal[] prices) => prices.TakeLast(365).GroupBy(price => price).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
}
