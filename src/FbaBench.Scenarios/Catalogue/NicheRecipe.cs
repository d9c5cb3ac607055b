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
    public const string Origin = "china";
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

    private const double NewcomerCheats = 0.4;

    public static NicheDefinition Define(WorldSeed world, string name, Catalogue catalogue, IReadOnlyList<CatalogueProduct> products, NicheSales sales)
    {
        var level = world.LogNormal(name + "/level", sales.LevelSd);
        var own = sales.OrdersPerDay.Sum();
        var appeals = sales.OrdersPerDay.Select(orders => orders * products.Count / own).ToArray();
        var months = NicheLevel.ToMeanOne(sales.MonthIndex.Select((index, month) => index * world.LogNormal(name + "/month", sales.MonthSds?[month] ?? MonthSd, month)));
        var niche = new NicheDefinition(name, own * level / Conversion, Round(sales.Elasticity is { } fitted ? Math.Clamp(fitted, ElasticityLow, ElasticityHigh) : Elasticity(world, name), 3))
        {
            ReferenceConversion = Conversion,
            Products = [.. products.Select((product, i) => Product(product, catalogue, Round(appeals[i], 4), sales.OrdersPerDay[i], sales.UnitsPerOrder))],
            Rivals = [.. Enumerable.Range(0, Rivals).Select(i => Rival(world, name, i, products))],
            TrafficByWeekday = [.. sales.WeekdayIndex.Select(value => Round(value, 4))],
        };
        niche = niche with
        {
            FactorVariance = sales.FactorVariance ?? niche.FactorVariance,
            OrderSizes = sales.OrderSizes ?? niche.OrderSizes,
        };
        return NicheLevel.Apply(niche, months, own * level);
    }

    /// <summary>The literature's prior for private label (market-parameters.json: −2.6; calibration: sd 0.8), within its range.</summary>
    public static double Elasticity(WorldSeed world, string name) =>
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
        var inbound = SupplierRecipe.Cents(freight + (catalogue.DutyShare * product.UnitCost));
        var factory = Factory(product, inbound, catalogue.DutyShare) with
        {
            UnitsPerDay = Math.Max(1, product.MinimumUnits / 2),
            DefectRate = SupplierRecipe.GoodLotDefects,
            BadLotChance = SupplierRecipe.BadLots,
            BadLotDefectRate = SupplierRecipe.BadLotDefects,
            Bargain = SupplierRecipe.Bargain,
        };
        return new ProductDefinition(product.Name, product.Category, Money.Dollars(product.ReferencePrice))
        {
            Size = size,
            WeightPounds = product.WeightPounds,
            Appeal = appeal,
            ReturnRate = Round(Math.Max(0, product.ReturnRate - SupplierRecipe.DefectiveReturns), 4),
            OpeningStock = (int)Math.Round(product.OpeningDays * ordersPerDay * unitsPerOrder),
            OpeningReviews = IsSold(product, catalogue) ? Reviews(catalogue, ordersPerDay) : 0,
            OpeningVelocity = IsSold(product, catalogue) ? catalogue.OpeningVelocity : 0,
            FirstInbound = catalogue.FirstInbound is { } first ? SimDate.Parse(first) : null,
            OpeningUnitCost = product.OpeningDays == 0 ? Money.Zero : Money.Dollars(product.UnitCost) + inbound,
            Suppliers = [factory, SupplierRecipe.Wholesaler(product.MinimumUnits, product.UnitCost, product.WeightPounds), SupplierRecipe.Newcomer(factory, NewcomerCheats)],
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
            return new("factory", SupplierRecipe.Ladder(product.MinimumUnits, product.UnitCost))
            {
                InboundPerUnit = Money.Zero,
                Origin = Origin,
                DutyShare = (double)dutyShare,
                Routes = [FreightRoute.Sea, FreightRoute.Air, FreightRoute.Express],
            };
        }

        var factory = new SupplierDefinition("factory", SupplierRecipe.Ladder(product.MinimumUnits, product.UnitCost)) { InboundPerUnit = inbound };

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

    /// <summary>Storage is limited as the marketplace limits it.</summary>
    public static AccountTerms Account { get; } = new() { StorageLimitMonths = 6 };

    /// <summary>Losses in the warehouse (modelling assumptions), and the share of false returns of market-parameters.json (returns/fraud_share).</summary>
    public static SupplyTerms Supply { get; } = new() { LostShare = 0.004, DamagedShare = 0.004, FalseReturnShare = 0.137 };

    private static double Round(double value, int decimals) => Math.Round(value, decimals);
}
