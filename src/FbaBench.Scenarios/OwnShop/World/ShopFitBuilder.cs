namespace FbaBench.Scenarios;

/// <summary>From a history to a fit: the check first, on a shop that has not seen the last months, then the fit of all.</summary>
internal static class ShopFitBuilder
{
    private const int LeastDays = 56;
    private const int WholeMonthDays = 4;

    public static ShopFit Build(ShopHistory history, ShopFitOptions options)
    {
        options.Check();
        var (currency, rate) = CurrencyOf(history.Reading, options);
        var last = history.Last.DayNumber;
        if (last - history.First.DayNumber + 1 < LeastDays)
        {
            throw new ShopDataException(history.Reading.File, null, null, $"its sales run from {history.First} to {history.Last}; at least {LeastDays} days are needed to tell level from chance.");
        }

        var seed = SeedOf(history.Reading);
        var pool = Math.Max(options.Top, options.Fitted);
        var check = options.HeldBackMonths > 0 ? Check(history, options, pool, seed) : null;
        var model = ModelFitter.Fit(history, last, pool, options.Measure);
        var sizes = Sizes(model);
        var products = FittedProducts.Of(history, model, sizes, options, seed);
        var time = model.Time;
        var total = history.Sales.Sum(product => product.Revenue);
        var cash = options.OpeningCash ?? OwnShopWorld.Cash(products, rate);
        return new ShopFit
        {
            Reading = history.Reading,
            First = ShopHistory.Day(time.First),
            Last = history.Last,
            Currency = currency,
            UsdRate = rate,
            ShiftDays = OwnShopWorld.ShiftDays(history.Last),
            ClosedWeekdays = [.. Enumerable.Range(0, 7).Where(weekday => time.Calendar.Weekday[weekday] == 0)],
            ClosedDays = time.Calendar.ClosedDays,
            RevenueShare = Math.Round((double)(model.Products.Take(products.Count).Sum(fit => fit.Series.History.Revenue) / total), 4),
            ProductsInFile = history.Products,
            OpeningCash = cash,
            OpeningDays = options.OpeningDays,
            Products = products,
            HeldBack = check,
            Sources = OwnShopWorld.SourcesOf(history, options, currency, rate),
        };
    }

    /// <summary>Seed of the draws of a fit: of the file's digest, so that the same file gives the same intervals.</summary>
    public static WorldSeed SeedOf(ShopReading reading) => new(Convert.ToUInt64(reading.Digest[..16], 16));

    public static OrderSizes[] Sizes(ShopModel model)
    {
        var own = model.Products.Select(fit => OrderSizes.Of(fit.Series.History.OrdersBySize, Timeline.MonthNumber(model.Time.First), Timeline.MonthNumber(model.Time.Last))).ToArray();
        int[] shop = [.. own.SelectMany(sizes => sizes)];
        return [.. own.Select(sizes => new OrderSizes(sizes, shop))];
    }

    private static HeldBackCheck Check(ShopHistory history, ShopFitOptions options, int pool, WorldSeed seed)
    {
        // A month is whole when the file ends within three days of its end (a weekend, a holiday); a begun one is held back as
        // well, but not judged.
        var end = history.Last.AddDays(WholeMonthDays);
        var month = (end.Year * 12) + end.Month - 1 - options.HeldBackMonths;
        var from = new SimDate(month / 12, (month % 12) + 1, 1);
        if (from.DayNumber - history.First.DayNumber < LeastDays)
        {
            throw new ShopDataException(history.Reading.File, null, null, $"its sales run from {history.First} to {history.Last}; with {options.HeldBackMonths} months held back fewer than {LeastDays} days are left to fit. Hold back fewer (--held-back).");
        }

        var model = ModelFitter.Fit(history, from.DayNumber - 1, pool, options.Measure);
        var first = model.Time.PeriodOf(from.DayNumber);
        return HeldBack.Check(model, Sizes(model), [.. Enumerable.Range(first, options.HeldBackMonths)], seed);
    }

    private static (string Currency, decimal Rate) CurrencyOf(ShopReading reading, ShopFitOptions options)
    {
        var told = options.Currency?.Trim().ToUpperInvariant();
        if (told is not null && (told.Length != 3 || !told.All(char.IsAsciiLetterUpper)))
        {
            throw new ArgumentException($"'{options.Currency}' is not a currency; give three letters, for example GBP.", nameof(options));
        }

        if (told is not null && reading.Currency is { } named && named != told)
        {
            throw new ArgumentException($"{reading.File} names the currency {named}, but {told} was given.", nameof(options));
        }

        var currency = told ?? reading.Currency ?? throw new ArgumentException($"{reading.File} does not name the currency of its prices; give it (--currency; ShopFitOptions.Currency), for example USD, or GBP with its rate in dollars.", nameof(options));
        if (currency == "USD")
        {
            return options.UsdRate is null or 1 ? (currency, 1) : throw new ArgumentException($"The prices are in USD, but a rate of {options.UsdRate} was given.", nameof(options));
        }

        return (currency, options.UsdRate ?? throw new ArgumentException($"The prices are in {currency}: give the rate in US dollars for one {currency} (--usd-rate; ShopFitOptions.UsdRate); there is no built-in one.", nameof(options)));
    }
}
