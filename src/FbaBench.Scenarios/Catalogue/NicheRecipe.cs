namespace FbaBench.Scenarios;

/// <summary>What sales of a niche look like at reference prices.</summary>
/// <param name="OrdersPerDay">Mean orders a day of each product, in the products' order.</param>
/// <param name="MonthIndex">Sales by month against the mean, January first.</param>
/// <param name="WeekdayIndex">Sales by weekday against the mean, Monday first.</param>
/// <param name="LevelSd">Standard deviation of the logarithm of the level between worlds.</param>
internal sealed record NicheSales(IReadOnlyList<double> OrdersPerDay, IReadOnlyList<double> MonthIndex, IReadOnlyList<double> WeekdayIndex, double LevelSd)
{
    /// <summary>Elasticity of this world; null draws it from the literature's prior.</summary>
    public double? Elasticity { get; init; }

    /// <summary>Log deviation of each month between worlds, January first; null for the recipe's.</summary>
    public IReadOnlyList<double>? MonthSds { get; init; }

    /// <summary>Variance of the niche's daily factor; null for the default.</summary>
    public double? FactorVariance { get; init; }

    /// <summary>Shares of orders of one, two and three units; null for the default of 1.15 units.</summary>
    public IReadOnlyList<double>? OrderSizes { get; init; }

    /// <summary>Mean units an order.</summary>
    public double UnitsPerOrder => OrderSizes is { } sizes ? sizes[0] + (2 * sizes[1]) + (3 * sizes[2]) : 1.15;
}

/// <summary>
/// Turns a niche's products and sales into its definition. What differs between worlds is drawn here, by seed and path:
/// level, elasticity and the rivals' prices.
/// </summary>
internal static class NicheRecipe
{
    /// <summary>Where the factories are, for tariffs.</summary>
    private const string Origin = "china";
    private const double ElasticityMean = -2.6;
    private const double ElasticitySd = 0.8;
    private const double ElasticityLow = -4.5;
    private const double ElasticityHigh = -1.2;
    private const double Conversion = 0.12;

    /// <summary>Log deviation of a month between worlds: no year repeats the last one (a modelling assumption).</summary>
    private const double MonthSd = 0.06;
    private const int Rivals = 5;
    private const int LongestTransit = 50;
    private const double RivalAppealSd = 0.25;
    private const int RivalsThatNeverFollow = 1;

    /// <summary>Defects of good and bad lots: 0.015 over all (market-parameters.json, supply_chain/defect_rate); how they spread is a modelling assumption.</summary>
    private const double GoodLotDefects = 0.01;
    private const double BadLots = 0.05;
    private const double BadLotDefects = 0.11;

    /// <summary>Units of 100 that come back because they are defective: part of the published return rates.</summary>
    private const double DefectiveReturns = 0.015 * 0.7;

    /// <summary>What a factory can be talked down at most (a modelling assumption).</summary>
    private const double Bargain = 0.12;

    private const decimal NewcomerDiscount = 0.18m;
    private const double NewcomerCheats = 0.4;

    public static NicheDefinition Define(WorldSeed world, string name, Catalogue catalogue, IReadOnlyList<CatalogueProduct> products, NicheSales sales)
    {
        var level = world.LogNormal(name + "/level", sales.LevelSd);
        var own = sales.OrdersPerDay.Sum();
        var appeals = sales.OrdersPerDay.Select(orders => orders * products.Count / own).ToArray();
        var months = ToMeanOne(sales.MonthIndex.Select((index, month) => index * world.LogNormal(name + "/month", sales.MonthSds?[month] ?? MonthSd, month)));
        var conversion = ToMeanOne(months.Select(Math.Sqrt));
        var traffic = months.Zip(conversion, (index, buying) => index / buying).ToArray();
        var niche = new NicheDefinition(name, own * level / Conversion, Round(sales.Elasticity is { } fitted ? Math.Clamp(fitted, ElasticityLow, ElasticityHigh) : Elasticity(world, name), 3))
        {
            ReferenceConversion = Conversion,
            Products = [.. products.Select((product, i) => Product(product, catalogue, Round(appeals[i], 4), sales.OrdersPerDay[i], sales.UnitsPerOrder))],
            Rivals = [.. Enumerable.Range(0, Rivals).Select(i => Rival(world, name, i, products))],
            TrafficByMonth = [.. ToMeanOne(traffic).Select(value => Round(value, 4))],
            ConversionByMonth = [.. conversion.Select(value => Round(OddsFor(value), 4))],
            TrafficByWeekday = [.. sales.WeekdayIndex.Select(value => Round(value, 4))],
        };
        niche = niche with
        {
            FactorVariance = sales.FactorVariance ?? niche.FactorVariance,
            OrderSizes = sales.OrderSizes ?? niche.OrderSizes,
        };
        return niche with { SessionsPerDay = Round(own * level * traffic.Average() / OwnShare(niche), 3) };
    }

    /// <summary>
    /// Share of sessions that order from the own listings in the long run at reference prices. Listings that begin without reviews count
    /// as established ones: their level is what they come to.
    /// </summary>
    private static double OwnShare(NicheDefinition niche)
    {
        var market = new MarketTerms();
        var established = niche with { Products = [.. niche.Products.Select(product => product with { OpeningReviews = Math.Max(product.OpeningReviews, market.Reviews.ReferenceCount) })] };
        return ReferenceSales.Shares(established, market).Sum();
    }

    private static double[] ToMeanOne(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return [.. all.Select(value => value / mean)];
    }

    /// <summary>The odds factor that multiplies the conversion at the reference point by a factor.</summary>
    private static double OddsFor(double factor) => factor * (1 - Conversion) / (1 - (Conversion * factor));

    /// <summary>The literature's prior for private label (market-parameters.json: −2.6; calibration: sd 0.8), within its range.</summary>
    private static double Elasticity(WorldSeed world, string name) =>
        Math.Clamp(ElasticityMean + (ElasticitySd * world.Normal(name + "/elasticity")), ElasticityLow, ElasticityHigh);

    private static RivalDefinition Rival(WorldSeed world, string niche, int i, IReadOnlyList<CatalogueProduct> products)
    {
        var around = products[i % products.Count].ReferencePrice;
        var path = $"{niche}/rival-{i + 1}";
        var ceiling = Math.Round(around * (decimal)(0.9 + (0.3 * world.Uniform(path + "/ceiling"))), 2);
        return new RivalDefinition($"rival-{i + 1}", Money.Dollars(ceiling), i < RivalsThatNeverFollow ? RivalPolicy.Hold : RivalPolicy.Follow)
        {
            Appeal = Round(world.LogNormal(path + "/appeal", RivalAppealSd), 4),
        };
    }

    private static ProductDefinition Product(CatalogueProduct product, Catalogue catalogue, double appeal, double ordersPerDay, double unitsPerOrder)
    {
        var size = new Dimensions(product.SidesInches[0], product.SidesInches[1], product.SidesInches[2]);
        var freight = (decimal)size.CubicFeet * catalogue.FreightPerCubicFoot;
        var inbound = Cents(freight + (catalogue.DutyShare * product.UnitCost));
        var factory = Factory(product, inbound, catalogue.DutyShare) with
        {
            UnitsPerDay = Math.Max(1, product.MinimumUnits / 2),
            DefectRate = GoodLotDefects,
            BadLotChance = BadLots,
            BadLotDefectRate = BadLotDefects,
            Bargain = Bargain,
        };
        return new ProductDefinition(product.Name, product.Category, Money.Dollars(product.ReferencePrice))
        {
            Size = size,
            WeightPounds = product.WeightPounds,
            Appeal = appeal,
            ReturnRate = Round(Math.Max(0, product.ReturnRate - DefectiveReturns), 4),
            OpeningStock = (int)Math.Round(product.OpeningDays * ordersPerDay * unitsPerOrder),
            OpeningReviews = IsSold(product, catalogue) ? Reviews(catalogue, ordersPerDay) : 0,
            OpeningVelocity = IsSold(product, catalogue) ? catalogue.OpeningVelocity : 0,
            FirstInbound = catalogue.FirstInbound is { } first ? SimDate.Parse(first) : null,
            OpeningUnitCost = product.OpeningDays == 0 ? Money.Zero : Money.Dollars(product.UnitCost) + inbound,
            Suppliers = [factory, Wholesaler(product), Newcomer(factory)],
        };
    }

    /// <summary>Whether the product was sold before the start.</summary>
    private static bool IsSold(CatalogueProduct product, Catalogue catalogue) => product.OpeningDays > 0 || catalogue.FirstInbound is not null;

    /// <summary>Reviews of a listing that has sold for some years: as many as the usual share of its orders.</summary>
    private static int Reviews(Catalogue catalogue, double ordersPerDay) =>
        (int)Math.Round(ordersPerDay * 365 * catalogue.OpeningYears * new ReviewTerms().Rate);

    private static SupplierDefinition Factory(CatalogueProduct product, Money inbound, decimal dutyShare)
    {
        if (product.LeadTimeDays is not { } days)
        {
            return new("factory", Ladder(product))
            {
                InboundPerUnit = Money.Zero,
                Origin = Origin,
                DutyShare = (double)dutyShare,
                Routes = [FreightRoute.Sea, FreightRoute.Air, FreightRoute.Express],
            };
        }

        var factory = new SupplierDefinition("factory", Ladder(product)) { InboundPerUnit = inbound };

        // The usual split of 25 days of production and 40 of transit, with the spreads of each.
        var transit = Math.Min(LongestTransit, days * 40 / 65);
        return factory with { Production = Around(days - transit, 0.3), Transit = Around(transit, 0.15) };
    }

    /// <summary>
    /// Additional United States duties on goods from China in 2025, by the day from which they held (market-parameters.json, supply_chain/tariff_shock_timeline).
    /// </summary>
    public static FreightTerms Freight { get; } = new()
    {
        Tariffs =
        [
            new(Origin, new(2025, 2, 4), 0.10),
            new(Origin, new(2025, 3, 4), 0.20),
            new(Origin, new(2025, 4, 5), 0.54),
            new(Origin, new(2025, 4, 9), 1.04),
            new(Origin, new(2025, 4, 10), 1.45),
            new(Origin, new(2025, 5, 14), 0.30),
        ],
    };

    private static LeadTime Around(int days, double sigma) =>
        new(days, days == 0 ? 0 : sigma, (int)(days * (1 - (2 * sigma))), Math.Max(days, Math.Min((int)Math.Ceiling(days * (1 + (2 * sigma))), days <= LongestTransit ? LongestTransit : int.MaxValue)));

    /// <summary>
    /// A factory like the other that nobody has checked: much cheaper, and with a fair chance a swindle (a modelling assumption). Its prices are fixed.
    /// </summary>
    private static SupplierDefinition Newcomer(SupplierDefinition factory) => factory with
    {
        Name = "newcomer",
        Ladder = [.. factory.Ladder.Select(step => step with { UnitPrice = Cents(step.UnitPrice.Cents * (1 - NewcomerDiscount) / 100) })],
        Bargain = 0,
        IsVerified = false,
        DishonestChance = NewcomerCheats,
    };

    /// <summary>Storage is limited as the marketplace limits it.</summary>
    public static AccountTerms Account { get; } = new() { StorageLimitMonths = 6 };

    /// <summary>Losses in the warehouse (modelling assumptions), and the share of false returns of market-parameters.json (returns/fraud_share).</summary>
    public static SupplyTerms Supply { get; } = new() { LostShare = 0.004, DamagedShare = 0.004, FalseReturnShare = 0.137 };

    /// <summary>Price breaks of market-parameters.json (supply_chain/price_breaks), counted in minimum orders.</summary>
    private static PriceStep[] Ladder(CatalogueProduct product) =>
    [
        new(product.MinimumUnits, Cents(product.UnitCost)),
        new(product.MinimumUnits * 2, Cents(product.UnitCost * 0.94m)),
        new(product.MinimumUnits * 6, Cents(product.UnitCost * 0.87m)),
        new(product.MinimumUnits * 20, Cents(product.UnitCost * 0.80m)),
    ];

    /// <summary>A domestic wholesaler: dear, in small lots, within a fortnight (a modelling assumption).</summary>
    private static SupplierDefinition Wholesaler(CatalogueProduct product) =>
        new("wholesaler", [new PriceStep(Math.Max(1, product.MinimumUnits / 10), Cents(product.UnitCost * 2))])
        {
            InboundPerUnit = Cents(0.35m + (0.15m * (decimal)product.WeightPounds)),
            DepositShare = 1,
            DefectRate = GoodLotDefects,
            Production = new(2, 0.3, 1, 5),
            Transit = new(5, 0.3, 3, 9),
            Receiving = new(6, 0.6, 2, 30),
        };

    private static Money Cents(decimal dollars) => Money.Dollars(Math.Round(dollars, 2, MidpointRounding.AwayFromZero));

    private static double Round(double value, int decimals) => Math.Round(value, decimals);
}
