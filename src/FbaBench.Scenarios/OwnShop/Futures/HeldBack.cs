namespace FbaBench.Scenarios;

/// <summary>
/// The months that the fit was not shown: units of each product and month against what the fitted shop says they will be.
/// A future draws everything that is not known (level, growth, months, elasticity, order sizes) as well as what is random, so
/// that the intervals hold both. What the check is told of the held-back
/// months are the prices that were asked; not which days the shop was shut, nor what was out of stock.
/// </summary>
internal static class HeldBack
{
    private const int Futures = 2_000;

    /// <param name="model">The shop, fitted until the held-back months.</param>
    /// <param name="sizes">Units an order of each product.</param>
    /// <param name="periods">The months, counted like those of the model's time.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static HeldBackCheck Check(ShopModel model, IReadOnlyList<OrderSizes> sizes, IReadOnlyList<int> periods, WorldSeed seed)
    {
        var found = new List<HeldBackMonth>();
        for (var i = 0; i < model.Products.Count; i++)
        {
            found.AddRange(Product(model, model.Products[i], sizes[i], periods, seed));
        }

        return HeldBackCheck.Of(ShopHistory.Day(model.Time.PeriodStart(periods[0])), ShopHistory.Day(model.Time.PeriodStart(periods[^1] + 1) - 1), found);
    }

    private static IEnumerable<HeldBackMonth> Product(ShopModel model, ProductFit fit, OrderSizes sizes, IReadOnlyList<int> periods, WorldSeed seed)
    {
        var rows = periods.Select(period => Row(model, fit, period)).ToArray();
        var covariance = Symmetric.Square(rows.Length);
        for (var a = 0; a < rows.Length; a++)
        {
            for (var b = 0; b < rows.Length; b++)
            {
                covariance[a][b] = Cross(fit.Covariance, rows[a], rows[b]) + (a == b ? 1e-9 : 0);
            }
        }

        var factor = Symmetric.Factor(covariance);
        var weeks = periods.Select(period => Weeks(model, fit, period)).ToArray();
        var prices = periods.Select(period => LogPrice(model, fit, period)).ToArray();
        var drawn = periods.Select(_ => new long[Futures]).ToArray();
        var noise = Math.Sqrt(model.Spreads.Noise + (ShopPrior.ShopMonthNoise * ShopPrior.ShopMonthNoise));
        var draws = new ShopDraws(seed, $"held-back/{fit.Series.History.Sku}");
        for (var future = 0; future < Futures; future++)
        {
            var off = fit.Elasticity.Sd * draws.Normal();
            var own = factor.Times(draws.Normals(rows.Length));
            for (var k = 0; k < rows.Length; k++)
            {
                var log = fit.Mean(rows[k]) + own[k] + (off * ShopSeason.Dot(rows[k], fit.PriceSlope))
                    + ((fit.Elasticity.Mean + off) * prices[k]) + (noise * draws.Normal());
                var mean = Math.Exp(Math.Min(log, 20)) * weeks[k].Sum(exposure => exposure * draws.Factor(fit.Dispersion));
                drawn[k][future] = sizes.Sum(draws.Poisson(mean), draws);
            }
        }

        return periods.Select((period, k) => HeldBackMonth.Of(fit.Series.History.Sku, ShopHistory.Day(model.Time.PeriodStart(period)), Units(model, fit, period), drawn[k]));
    }

    private static double[] Row(ShopModel model, ProductFit fit, int period)
    {
        var row = new double[fit.Theta.Length];
        row[0] = 1;
        row[1] = model.Time.Years(((model.Time.PeriodStart(period) + model.Time.PeriodStart(period + 1)) / 2.0) - model.Time.First);
        row[ProductFit.FirstMonth + model.Time.MonthOf(period)] = 1;
        return row;
    }

    private static double Cross(double[][] matrix, double[] left, double[] right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; left[i] != 0 && j < right.Length; j++)
            {
                sum += left[i] * right[j] * matrix[i][j];
            }
        }

        return sum;
    }

    private static double[] Weeks(ShopModel model, ProductFit fit, int period)
    {
        var weeks = new SortedDictionary<int, double>();
        for (var day = model.Time.PeriodStart(period); day < model.Time.PeriodStart(period + 1); day++)
        {
            var week = model.Time.WeekOf(day);
            weeks[week] = weeks.GetValueOrDefault(week) + fit.Series.Weekday[day % 7];
        }

        return [.. weeks.Values.Where(exposure => exposure > 0)];
    }

    /// <summary>The modal price of the month's orders; without orders the last posted one.</summary>
    private static double LogPrice(ShopModel model, ProductFit fit, int period)
    {
        var sales = Sales(model, fit, period);
        var price = sales.Length == 0
            ? fit.Series.Prices[^1]
            : sales.GroupBy(sale => sale.Price).OrderByDescending(group => group.Sum(sale => sale.Orders)).ThenBy(group => group.Key).First().Key;
        return Math.Log((double)(price / fit.Series.ReferencePrice));
    }

    private static long Units(ShopModel model, ProductFit fit, int period) => Sales(model, fit, period).Sum(sale => (long)sale.Units);

    private static DaySale[] Sales(ShopModel model, ProductFit fit, int period) =>
        [.. fit.Series.History.Days.Where(sale => sale.Day >= model.Time.PeriodStart(period) && sale.Day < model.Time.PeriodStart(period + 1))];
}
