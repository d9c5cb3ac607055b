using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>Terms of a seller's account.</summary>
public sealed record AccountTerms
{
    /// <summary>Days after delivery until the funds of a sale are available, plus one; default 7 (DD+7, market-parameters.json, payments).</summary>
    public int ReserveDays { get; init; } = 7;

    /// <summary>Days between payouts; default 14.</summary>
    public int PayoutEveryDays { get; init; } = 14;

    /// <summary>Chances that a unit is delivered 1, 2, 3 or 4 days after the sale; sum 1 (market-parameters.json, payments/delivery_days_fba).</summary>
    public IReadOnlyList<double> DeliveryDays { get; init; } = [0.35, 0.40, 0.15, 0.10];

    /// <summary>Fee on dues that cannot be paid, as a share of what is unpaid, each day; default 0.001 (36.5 % a year without compounding, a fifth above the 30 % of a dear credit), a modelling assumption.</summary>
    public double LateFeeShare { get; init; } = 0.001;

    /// <summary>Days in a row with unpaid dues that make a seller insolvent; default 3.</summary>
    public int InsolventAfterDays { get; init; } = 3;

    /// <summary>
    /// By how much the run-off's price has fallen on its last selling day, as a share: on day k of n it is r · (1 − 0.4 · k / n),
    /// r being the reference price or, if lower, the median price of the own units sold 30 to 89 days before the last decision day.
    /// </summary>
    public const double RunOffPriceFall = 0.4;

    /// <summary>Days the run-off sells after the last decision day; default 60. What is left is liquidated at most at a quarter of its landed cost.</summary>
    public int RunOffSellingDays { get; init; } = 60;

    /// <summary>Days from the last decision day to the final settlement; default 105 (60 selling days plus the last 45-day return).</summary>
    public int RunOffDays { get; init; } = 105;

    /// <summary>
    /// Months of shipments, 1 to 24, that a seller may store of a size class, at least 25 cubic feet; null, the default, is no limit. By the shipments of 13 weeks, once the run knows
    /// them, and of sellers whose first receipt lies more than 365 days back (market-parameters.json, capacity_limit: five to six months; whom it spares is a modelling assumption).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? StorageLimitMonths { get; init; }

    /// <summary>Fee a cubic foot and month on volume above the limit, 0 to 100 dollars; default 10 (market-parameters.json, capacity_limit). It changes nothing without a limit.</summary>
    public Money StorageOverage { get; init; } = Money.Dollars(10);

    /// <summary>Whether the seller pays what <see cref="FbaBench.ChargeInference"/> writes down, a due in whole cents; default false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ChargeInference { get; init; }
}

/// <summary>Bounds of the kernel, fixed when a world is created. A bound that is hit is a typed refusal.</summary>
public sealed record KernelLimits
{
    /// <summary>Commands a seat may give a day; the rest of a longer batch is refused. 1 to 10,000, default 256.</summary>
    public int CommandsPerDay { get; init; } = 256;

    /// <summary>Lots (open orders and stock on hand) an offer may have at once, 2 to 255, default 16.</summary>
    public int LotsPerOffer { get; init; } = 16;

    /// <summary>Units in one order, 1 to 10,000,000 (in a laboratory 1,000,000,000), default 1,000,000.</summary>
    public int UnitsPerOrder { get; init; } = 1_000_000;

    /// <summary>Refusals reported to a seat a day, 1 to 1,000, default 32; more are counted.</summary>
    public int RefusalsPerDay { get; init; } = 32;

    /// <summary>Forecasts that a seat may have open at once, 1 to 1,000, default 64.</summary>
    public int ForecastsPerSeat { get; init; } = 64;
}
