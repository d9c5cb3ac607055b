namespace FbaBench.Scenarios;

/// <summary>
/// Fits shop and products in turns: the shop's months from all products' counts, spreads between products by expectation and
/// maximisation, each product around the shop, its elasticity.
/// </summary>
internal static class ModelFitter
{
    private const int Turns = 2;
    private const int SpreadRounds = 3;
    private const int MostMonths = 36;

    /// <param name="history">The sales.</param>
    /// <param name="last">Day number of the last day that may be looked at.</param>
    /// <param name="products">Products to fit one by one: the first by revenue until then.</param>
    /// <param name="measure">What the price response is measured on.</param>
    public static ShopModel Fit(ShopHistory history, int last, int products, PriceMeasure measure)
    {
        var lastDate = ShopHistory.Day(last);
        var earliest = new SimDate(lastDate.Year - (MostMonths / 12), lastDate.Month, 1).DayNumber;
        var first = Math.Max(history.First.DayNumber, earliest);
        var chosen = history.Sales
            .Select(product => (Product: product, Revenue: product.RevenueUntil(last), Orders: product.Days.Where(sale => sale.Day >= first && sale.Day <= last).Sum(sale => sale.Orders)))
            .Where(one => one.Orders > 0)
            .OrderByDescending(one => one.Revenue).ThenBy(one => one.Product.Sku, StringComparer.Ordinal)
            .Take(products).Select(one => one.Product).ToArray();
        if (chosen.Length == 0)
        {
            throw new ShopDataException(history.Reading.File, null, null, $"it has no sales from {ShopHistory.Day(first)} to {ShopHistory.Day(last)}, the days that are fitted; hold back fewer months, or give a file without such a gap.");
        }

        var orders = OrdersByDay(history.Sales, first, last);
        var time = new Timeline(first, last, ShopCalendar.Of(orders, first));
        var series = ProductSeries.Of(chosen, time, measure);
        var rest = new RestOfShop(history.Sales.Count - chosen.Length, OrdersByDay([.. history.Sales.Except(chosen)], first, last), time);
        return Turn(series, rest, time);
    }

    private static ShopModel Turn(ProductSeries[] series, RestOfShop rest, Timeline time)
    {
        var levels = series.Select(one => Math.Log((one.Pieces.Sum(piece => piece.Orders) + 0.5) / (one.Pieces.Sum(piece => piece.Exposure) + 0.5))).ToArray();
        var spreads = Spreads.Prior(levels.Average());
        ProductFit[] fits = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var rates = MonthlyRates.Of(series, fits, levels, rest, time);
            var seasons = series.Select((_, i) => rates.Without(i, spreads)).ToArray();
            for (var round = 0; round < SpreadRounds; round++)
            {
                var before = fits;
                fits = [.. series.Select((one, i) => FitProduct(one, seasons[i], spreads, before.Length > 0 ? before[i] : null))];
                spreads = Spreads.Next(spreads, fits);
            }

            fits = [.. fits.Select(fit => Refit(fit, spreads))];
        }

        return new ShopModel(time, spreads, fits);
    }

    private static ProductFit Refit(ProductFit fit, Spreads spreads) =>
        FitProduct(fit.Series, fit.Season, spreads, fit, PriceResponse.Of(fit, spreads));

    private static ProductFit FitProduct(ProductSeries series, ShopSeason season, Spreads spreads, ProductFit? before, Elasticity? found = null)
    {
        var elasticity = found ?? before?.Elasticity ?? Elasticity.Prior;
        var model = new CountModel(series, season, spreads, before?.Dispersion ?? spreads.Dispersion, elasticity.Mean, before?.Theta);
        var covariance = model.Curvature.Inverse();
        var cross = new double[model.Theta.Length];
        Span<int> at = stackalloc int[5];
        Span<double> value = stackalloc double[5];
        for (var i = 0; i < series.Pieces.Count; i++)
        {
            model.Row(series.Pieces[i], at, value);
            for (var k = 0; k < 4; k++)
            {
                cross[at[k]] += model.Weight(i) * value[k] * series.Pieces[i].LogPrice;
            }
        }

        var (raw, information) = Moment(series, model);
        var spread = ShopPrior.DispersionSpread * spreads.Dispersion;
        var share = information / (information + (1 / (spread * spread)));
        return new ProductFit
        {
            Series = series,
            Season = season,
            Theta = model.Theta,
            Covariance = covariance,
            PriceSlope = [.. model.Curvature.Solve(cross).Select(slope => -slope)],
            Elasticity = elasticity,
            RawDispersion = raw,
            DispersionInformation = information,
            Dispersion = Math.Max(0.001, (share * raw) + ((1 - share) * spreads.Dispersion)),
            DispersionShare = share,
        };
    }

    /// <summary>Over-dispersion by its moment, Σ((y − m)² − m) / Σ m², parameters paid for; and 1 over its variance.</summary>
    private static (double Raw, double Information) Moment(ProductSeries series, CountModel model)
    {
        var n = series.Pieces.Count;
        var freedom = n / Math.Max(1, n - model.EffectiveParameters());
        double excess = 0;
        double squares = 0;
        double variance = 0;
        for (var i = 0; i < n; i++)
        {
            var (count, mean) = (series.Pieces[i].Orders, model.Means[i]);
            excess += (freedom * (count - mean) * (count - mean)) - mean;
            squares += mean * mean;
            var own = mean + (ShopPrior.Dispersion * mean * mean);
            variance += 2 * own * own;
        }

        return squares <= 0 || variance <= 0 ? (0, 0) : (excess / squares, squares * squares / variance);
    }

    private static int[] OrdersByDay(IReadOnlyList<ProductHistory> products, int first, int last)
    {
        var orders = new int[last - first + 1];
        foreach (var sale in products.SelectMany(product => product.Days))
        {
            if (sale.Day >= first && sale.Day <= last)
            {
                orders[sale.Day - first] += sale.Orders;
            }
        }

        return orders;
    }
}

/// <summary>A fitted shop.</summary>
/// <param name="Time">Days, weeks and months that were fitted.</param>
/// <param name="Spreads">Spreads between products.</param>
/// <param name="Products">The products that were fitted one by one, by revenue.</param>
internal sealed record ShopModel(Timeline Time, Spreads Spreads, IReadOnlyList<ProductFit> Products);
