namespace FbaBench.Scenarios;

/// <summary>
/// The price that a product was offered at on each day: the modal price of its orders, on a path that changes seldom. Twice over:
/// first the path with the most orders at the posted price, where a change costs a quarter of a mean week's orders, three at
/// least; then, because quantity breaks and channels stand in fixed ratios to the posted price, the path that makes all prices
/// most likely under the ratios that the first one shows. A busy week takes its own mode and a change its own day; in thin weeks
/// one wholesale order is no change of price. (The plain mode of whole weeks mixes two prices in each week of a change and takes
/// busy channels for price cuts.) Both by dynamic programming.
/// </summary>
internal static class PostedPrice
{
    private const double LeastCost = 3;
    private const double WeeksCost = 0.25;

    /// <summary>Days between changes of a posted price before the data speak: four changes a year (a modelling assumption that matters for thin products alone).</summary>
    private const double DaysBetweenChanges = 91;
    private const int MostPrices = 48;

    /// <summary>The posted prices of products, a price a day each.</summary>
    /// <param name="products">Orders of each day by price, of each product.</param>
    public static decimal[][] Paths(IReadOnlyList<IReadOnlyDictionary<decimal, int>[]> products)
    {
        var first = products.Select(days =>
        {
            var cost = Math.Max(LeastCost, WeeksCost * 7 * days.Sum(day => day.Values.Sum()) / days.Length);
            return Path(days, Prices(days), cost, (posted, price) => price == posted ? 1 : 0);
        }).ToArray();
        var shop = new PriceRatios(null);
        for (var i = 0; i < first.Length; i++)
        {
            shop.Add(products[i], first[i]);
        }

        return [.. products.Select((days, i) =>
        {
            var own = new PriceRatios(shop);
            own.Add(days, first[i]);
            var prices = Prices(days);
            var path = Path(days, prices, Math.Log(DaysBetweenChanges * Math.Max(1, prices.Length - 1)), own.LogChance);
            CentreChanges(path, days);
            return path;
        })];
    }

    private static decimal[] Prices(IReadOnlyDictionary<decimal, int>[] days)
    {
        var totals = new SortedDictionary<decimal, int>();
        foreach (var (price, count) in days.SelectMany(day => day))
        {
            totals[price] = totals.GetValueOrDefault(price) + count;
        }

        return [.. totals.OrderByDescending(one => one.Value).ThenBy(one => one.Key).Take(MostPrices).Select(one => one.Key).Order()];
    }

    private static decimal[] Path(IReadOnlyDictionary<decimal, int>[] days, decimal[] prices, double cost, Func<decimal, decimal, double> gain)
    {
        var from = new int[days.Length, prices.Length];
        var score = new double[prices.Length];
        for (var day = 0; day < days.Length; day++)
        {
            var best = Array.IndexOf(score, score.Max());
            var changed = score[best] - cost;
            for (var state = 0; state < prices.Length; state++)
            {
                from[day, state] = score[state] >= changed ? state : best;
                score[state] = Math.Max(score[state], changed);
                foreach (var (price, count) in days[day])
                {
                    score[state] += count * gain(prices[state], price);
                }
            }
        }

        var path = new decimal[days.Length];
        var last = Array.IndexOf(score, score.Max());
        for (var day = days.Length - 1; day >= 0; day--)
        {
            path[day] = prices[last];
            last = from[day, last];
        }

        return path;
    }

    /// <summary>
    /// The path changes at the first order at the new price. What lies between it and the last order at the old price can belong
    /// to either: it is halved (else the days without orders before a first order would never count against the new price, the
    /// more the rarer its orders are, and elasticities would be pulled to zero).
    /// </summary>
    private static void CentreChanges(decimal[] path, IReadOnlyDictionary<decimal, int>[] days)
    {
        for (var day = 1; day < path.Length; day++)
        {
            var (before, after) = (path[day - 1], path[day]);
            if (before == after)
            {
                continue;
            }

            var lastOld = day - 1;
            while (lastOld > 0 && path[lastOld] == before && !days[lastOld].ContainsKey(before))
            {
                lastOld--;
            }

            for (var i = lastOld + 1 + ((day - lastOld - 1) / 2); i < day; i++)
            {
                path[i] = after;
            }
        }
    }
}

/// <summary>How often orders stand at which ratio to the posted price, in steps of one per cent; a product's own on top of the shop's.</summary>
internal sealed class PriceRatios(PriceRatios? shop)
{
    /// <summary>Orders that the shop's ratios count like, and the chance of a ratio never seen.</summary>
    private const double ShopOrders = 50;
    private const double Never = 0.002;
    private const double StepsPerLog = 100;

    private readonly Dictionary<int, int> _counts = [];
    private int _all;

    public void Add(IReadOnlyDictionary<decimal, int>[] days, decimal[] path)
    {
        for (var day = 0; day < days.Length; day++)
        {
            foreach (var (price, count) in days[day])
            {
                var step = Step(path[day], price);
                _counts[step] = _counts.GetValueOrDefault(step) + count;
                _all += count;
            }
        }
    }

    public double LogChance(decimal posted, decimal price) => Math.Log(Math.Max(Never, Share(Step(posted, price))));

    private double Share(int step)
    {
        var count = _counts.GetValueOrDefault(step);
        return shop is null ? count / (double)Math.Max(1, _all) : (count + (ShopOrders * shop.Share(step))) / (_all + ShopOrders);
    }

    private static int Step(decimal posted, decimal price) => (int)Math.Round(StepsPerLog * Math.Log((double)(price / posted)));
}
