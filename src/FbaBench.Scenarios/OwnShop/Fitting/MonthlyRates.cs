namespace FbaBench.Scenarios;

/// <summary>Products that are not fitted one by one: they count in the shop's months alone.</summary>
internal sealed class RestOfShop
{
    public RestOfShop(int products, int[] ordersByDay, Timeline time)
    {
        Products = products;
        Orders = new double[time.Periods];
        Exposure = new double[time.Periods];
        for (var i = 0; i < ordersByDay.Length; i++)
        {
            var day = time.First + i;
            Orders[time.PeriodOf(day)] += ordersByDay[i];
            Exposure[time.PeriodOf(day)] += time.Calendar.IsOpen(day) ? time.Calendar.Weekday[day % 7] : 0;
        }
    }

    public int Products { get; }

    public double[] Orders { get; }

    public double[] Exposure { get; }
}

/// <summary>
/// What the shop sold in each month against what its products' levels, growth, prices and availability would give: a launch, a
/// stock-out or a sale of one product does not pass for a season of the shop. For each product the rates are those of all others,
/// so that no product is evidence for its own prior (else a large product's price changes pass for the shop's months, and its
/// elasticity is pulled to zero).
/// </summary>
internal sealed class MonthlyRates
{
    private readonly Timeline _time;
    private readonly double[][] _sold;
    private readonly double[][] _expected;
    private readonly int[] _products;

    private MonthlyRates(Timeline time, int parts)
    {
        _time = time;
        (_sold, _expected) = (Enumerable.Range(0, parts).Select(_ => new double[time.Periods]).ToArray(), Enumerable.Range(0, parts).Select(_ => new double[time.Periods]).ToArray());
        _products = [.. Enumerable.Repeat(1, parts)];
    }

    public static MonthlyRates Of(ProductSeries[] series, ProductFit[] fits, double[] levels, RestOfShop rest, Timeline time)
    {
        var rates = new MonthlyRates(time, series.Length + 1);
        for (var i = 0; i < series.Length; i++)
        {
            foreach (var piece in series[i].Pieces)
            {
                var log = fits.Length == 0
                    ? levels[i] + (ShopPrior.Elasticity * piece.LogPrice)
                    : fits[i].Theta[0] + ((fits[i].Theta[1] - fits[i].Season.Center[0]) * piece.Years) + (fits[i].Elasticity.Mean * piece.LogPrice);
                rates._expected[i][piece.Period] += piece.Exposure * Math.Exp(Math.Clamp(log, -30, 30));
                rates._sold[i][piece.Period] += piece.Orders;
            }
        }

        rates.AddRest(rest);
        return rates;
    }

    /// <summary>The shop's months as all products but one show them.</summary>
    public ShopSeason Without(int product, Spreads spreads)
    {
        var logRates = new double[_time.Periods];
        var variances = new double[_time.Periods];
        for (var period = 0; period < logRates.Length; period++)
        {
            double sold = 0;
            double expected = 0;
            double squares = 0;
            for (var i = 0; i < _sold.Length; i++)
            {
                if (i != product)
                {
                    sold += _sold[i][period];
                    expected += _expected[i][period];
                    squares += _expected[i][period] * _expected[i][period] / _products[i];
                }
            }

            var none = expected <= 1e-6;
            logRates[period] = none ? 0 : Math.Log((sold + 0.5) / (expected + 0.5));
            variances[period] = none
                ? double.PositiveInfinity
                : (1 / (sold + 0.5)) + ((spreads.Month + spreads.Noise + (spreads.Dispersion / 4)) * squares / (expected * expected));
        }

        return ShopSeason.Of(_time, logRates, variances);
    }

    /// <summary>The rest sells at one level, the months of the fitted products taken off.</summary>
    private void AddRest(RestOfShop rest)
    {
        var last = _sold.Length - 1;
        _products[last] = Math.Max(1, rest.Products);
        if (rest.Products == 0)
        {
            return;
        }

        double exposure = 0;
        for (var period = 0; period < _time.Periods; period++)
        {
            var (sold, expected) = (_sold.Sum(part => part[period]), _expected.Sum(part => part[period]));
            exposure += rest.Exposure[period] * (sold + 0.5) / (expected + 0.5);
        }

        for (var period = 0; period < _time.Periods; period++)
        {
            _sold[last][period] = rest.Orders[period];
            _expected[last][period] = rest.Exposure[period] * rest.Orders.Sum() / Math.Max(exposure, 1e-9);
        }
    }
}
