namespace FbaBench.Scenarios;

/// <summary>
/// What is believed before the data. Elasticity, months, return rates and minimum orders are those of market-parameters.json
/// and calibration.json; spreads marked so are modelling assumptions.
/// </summary>
internal static class ShopPrior
{
    /// <summary>Own-price elasticity of private-label listings (demand_choice/own_price_elasticity_private_label; sd of calibration.json).</summary>
    public const double Elasticity = -2.6;
    public const double ElasticitySd = 0.8;

    /// <summary>Sd of a shop's log month around the generic index: toys and gifts sell twice and more in their season, staples never (assumption).</summary>
    public const double MonthSd = 0.30;

    /// <summary>Sd of a month of the shop that does not come back next year (assumption).</summary>
    public const double ShopMonthNoise = 0.10;

    /// <summary>Sd of the shop's growth a year, in logs (assumption).</summary>
    public const double GrowthSd = 0.20;

    /// <summary>First guesses of the spreads between products, and how many observations each is worth (assumptions).</summary>
    public const double ProductMonthSd = 0.20;
    public const double ProductMonthNoise = 0.20;
    public const double ProductGrowthSd = 0.30;
    public const double SpreadWeight = 24;

    /// <summary>Sd of log levels between products around the shop's median (assumption: three decades).</summary>
    public const double LevelSd = 1.5;

    /// <summary>Weekly over-dispersion before any data (variance of the factor on the mean), and its spread between products (assumptions).</summary>
    public const double Dispersion = 0.10;
    public const double DispersionWeight = 30;
    public const double DispersionSpread = 0.5;

    /// <summary>Orders with which the shop's weekdays count against a product's own (as in the gift shop).</summary>
    public const double WeekdayOrders = 60;

    /// <summary>Orders with which the shop's order sizes and returns count against a product's own (assumption).</summary>
    public const double SizeOrders = 20;

    /// <summary>Share of sold units that come back when a file shows no returns (returns/rate_by_category, home_kitchen).</summary>
    public const double ReturnRate = 0.07;

    /// <summary>Sales by month, January first, mean 1 (seasonality/month_index_generic).</summary>
    public static readonly double[] Months = [0.92, 0.88, 0.95, 0.93, 0.95, 0.95, 1.05, 0.95, 0.93, 0.98, 1.25, 1.26];
}
