namespace FbaBench.Scenarios;

/// <summary>The products of the world with their figures, each with its interval and origin.</summary>
internal static class FittedProducts
{
    private const double Tail = 1.6448536269514722;
    private const int WeekDraws = 200;

    public static IReadOnlyList<FittedProduct> Of(ShopHistory history, ShopModel model, OrderSizes[] sizes, ShopFitOptions options, WorldSeed seed)
    {
        var total = history.Revenue;
        var returns = Returns(model);
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. model.Products.Take(options.Top).Select((fit, i) =>
        {
            var sold = fit.Series.History;
            var (facts, assumed) = OwnShopWorld.Complete(history.Facts.GetValueOrDefault(sold.Sku), fit.Series, sizes[i], options);
            var (returnRate, returnShare) = returns(sold);
            return new FittedProduct(sold.Sku, OwnShopWorld.NameOf(sold.Sku, names))
            {
                Orders = fit.Series.Orders,
                RevenueShare = Math.Round((double)(sold.Revenue / total), 4),
                ReferencePrice = fit.Series.ReferencePrice,
                Level = Level(model, fit),
                Months = [.. Enumerable.Range(0, 12).Select(month => Month(model, fit, month))],
                Weekdays = [.. fit.Series.Weekday.Select(value => Round(value))],
                WeekdayShare = Round(fit.Series.Orders / (fit.Series.Orders + ShopPrior.WeekdayOrders)),
                Growth = Growth(model, fit),
                Elasticity = Normal(fit.Elasticity.Mean, fit.Elasticity.Sd, fit.Elasticity.DataShare),
                ElasticityOfData = fit.Elasticity.Estimate is { } estimate ? Round(estimate) : null,
                ElasticityError = fit.Elasticity.StandardError is { } error ? Round(error) : null,
                Weeks = fit.Elasticity.Weeks,
                PricePoints = fit.Elasticity.PricePoints,
                Dispersion = Dispersion(model, fit),
                MonthNoise = Round(model.Spreads.Noise),
                UnitsPerOrder = Round(sizes[i].Mean),
                OrderSizes = Sizes(sizes[i]),
                OrderSizeShare = Round(sizes[i].OwnShare),
                ReturnRate = Round(returnRate),
                ReturnShare = Round(returnShare),
                DaysOut = fit.Series.DaysOut,
                Facts = facts,
                Assumed = assumed,
                History = Weeks(model, fit, seed),
            };
        })];
    }

    /// <summary>Log-normal: the posterior of the log level is Gaussian.</summary>
    private static Estimated Level(ShopModel model, ProductFit fit)
    {
        var weights = new double[fit.Theta.Length];
        (weights[0], weights[1]) = (1, model.Time.End);
        Array.Fill(weights, 1 / 12.0, ProductFit.FirstMonth, 12);
        return LogNormal(fit.Mean(weights), fit.Variance(weights), 1 - (fit.Variance(fit.Unit(0)) / (ShopPrior.LevelSd * ShopPrior.LevelSd)));
    }

    private static Estimated Month(ShopModel model, ProductFit fit, int month)
    {
        var weights = new double[fit.Theta.Length];
        Array.Fill(weights, -1 / 12.0, ProductFit.FirstMonth, 12);
        weights[ProductFit.FirstMonth + month] += 1;
        var prior = fit.Season.Prior(model.Spreads)[1 + month][1 + month];
        return LogNormal(fit.Mean(weights), fit.Variance(weights), 1 - (fit.Variance(fit.Unit(ProductFit.FirstMonth + month)) / prior));
    }

    private static Estimated Growth(ShopModel model, ProductFit fit)
    {
        var variance = fit.Variance(fit.Unit(1));
        return Normal(fit.Theta[1], Math.Sqrt(variance), 1 - (variance / fit.Season.Prior(model.Spreads)[0][0]));
    }

    private static Estimated Dispersion(ShopModel model, ProductFit fit)
    {
        var spread = ShopPrior.DispersionSpread * model.Spreads.Dispersion;
        var sd = Math.Sqrt(1 / (fit.DispersionInformation + (1 / (spread * spread))));
        return new(Round(fit.Dispersion), Round(Math.Max(0, fit.Dispersion - (Tail * sd))), Round(fit.Dispersion + (Tail * sd)), Round(fit.DispersionShare));
    }

    private static Estimated LogNormal(double mean, double variance, double share)
    {
        var sd = Math.Sqrt(variance);
        return new(Round(Math.Exp(mean)), Round(Math.Exp(mean - (Tail * sd))), Round(Math.Exp(mean + (Tail * sd))), Round(Math.Clamp(share, 0, 1)));
    }

    private static Estimated Normal(double mean, double sd, double share) =>
        new(Round(mean), Round(mean - (Tail * sd)), Round(mean + (Tail * sd)), Round(Math.Clamp(share, 0, 1)));

    private static double[] Sizes(OrderSizes sizes)
    {
        var (one, two) = (Round(1 - sizes.AtLeast(2)), Round(sizes.AtLeast(2) - sizes.AtLeast(3)));
        return [one, two, Round(1 - one - two)];
    }

    /// <summary>
    /// Orders that come back against orders, the shop's rate counting like twenty orders; by lines and not by units, so that one
    /// cancelled wholesale order is one return.
    /// </summary>
    private static Func<ProductHistory, (double Rate, double Share)> Returns(ShopModel model)
    {
        var back = model.Products.Sum(fit => fit.Series.History.ReturnLines);
        var sold = model.Products.Sum(fit => (long)fit.Series.History.Orders);
        if (back == 0)
        {
            return _ => (ShopPrior.ReturnRate, -1);
        }

        var shop = back / (double)sold;
        return product => (
            Math.Min(0.5, (product.ReturnLines + (ShopPrior.SizeOrders * shop)) / (product.Orders + ShopPrior.SizeOrders)),
            product.Orders / (product.Orders + ShopPrior.SizeOrders));
    }

    private static FittedWeek[] Weeks(ShopModel model, ProductFit fit, WorldSeed seed)
    {
        var draws = new ShopDraws(seed, $"weeks/{fit.Series.History.Sku}");
        return [.. fit.Series.Pieces.GroupBy(piece => piece.Week).OrderBy(week => week.Key).Select(week =>
        {
            double expected = 0;
            var futures = new int[WeekDraws];
            foreach (var piece in week)
            {
                var row = new double[fit.Theta.Length];
                (row[0], row[1], row[ProductFit.FirstMonth + piece.Month], row[ProductFit.FirstPeriod + piece.Period]) = (1, piece.Years, 1, 1);
                var log = fit.Season.Noise[piece.Period] + fit.Mean(row) + (fit.Elasticity.Mean * piece.LogPrice);
                var sd = Math.Sqrt(fit.Variance(row, piece.LogPrice));
                expected += piece.Exposure * Math.Exp(log);
                for (var i = 0; i < WeekDraws; i++)
                {
                    futures[i] += draws.Poisson(piece.Exposure * Math.Exp(log + (sd * draws.Normal())) * draws.Factor(fit.Dispersion));
                }
            }

            Array.Sort(futures);
            return new FittedWeek(
                ShopHistory.Day(model.Time.WeekStart(week.Key)), week.Sum(piece => piece.Orders), Math.Round(expected, 3),
                futures[WeekDraws / 20], futures[WeekDraws - 1 - (WeekDraws / 20)], week.MaxBy(piece => piece.Exposure).Price);
        })];
    }

    private static double Round(double value) => Math.Round(value, 6);
}
