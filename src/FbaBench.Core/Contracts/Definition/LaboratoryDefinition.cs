using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// Switches that turn the ordinary engine into a world of theory: mechanisms that a theory has not are off, and what it has
/// and the marketplace has not is charged through the ordinary ledger. Refused unless <see cref="WorldDefinition.Laboratory"/>
/// is true. Every default is the ordinary mechanism.
/// </summary>
public sealed record LaboratoryDefinition
{
    /// <summary>
    /// Most units that shoppers want of a listing on a day, in engine units. It lies above what any stock can serve beside
    /// its other lots, so that no sale is cut by it; only the count of lost units ends there. Drawn isoelastic demand ends at a
    /// mean of 100,000,000, where a price is far below the reference price.
    /// </summary>
    public const int HighestDailyDemand = 2_000_000_000;

    /// <summary>Where demand comes from. Default: the choice model.</summary>
    public DemandSource Demand { get; init; } = DemandSource.Choice;

    /// <summary>
    /// Standard deviation of <see cref="DemandSource.Normal"/> and <see cref="DemandSource.Ar1"/> demand in units of the theory,
    /// 1e-9 to 1e6; 0 for all other sources.
    /// </summary>
    public double DemandDeviation { get; init; }

    /// <summary>Correlation of <see cref="DemandSource.Ar1"/> demand from one day to the next, −0.999 to 0.999; 0 for all other sources.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double DemandCorrelation { get; init; }

    /// <summary>
    /// Shape r of <see cref="DemandSource.NegativeBinomial"/> demand, 0.01 to 1,000: its variance is mean + mean²/r. 0 for all
    /// other sources.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double DemandShape { get; init; }

    /// <summary>
    /// <see cref="DemandSource.Table"/> demand by day, from day 0, in units of the theory, each 0 to 1e9; the last one holds for
    /// all later days. 1 to 10,000 numbers; null for all other sources.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? DemandTable { get; init; }

    /// <summary>Whether demand is drawn. Default: it is.</summary>
    public DemandDraws Draws { get; init; } = DemandDraws.On;

    /// <summary>
    /// Engine units that one unit of the theory (or one session of the choice model) stands for, 1 to 1e9; default 1. Fractions
    /// of a unit, and shares of one shopper, become whole engine units.
    /// </summary>
    public int QuantityScale { get; init; } = 1;

    /// <summary>Cents that one unit of money of the theory stands for, 1e-6 to 1e12; default 100.</summary>
    public double MoneyScale { get; init; } = 100;

    /// <summary>
    /// Utility lost per unit of the theory's money, 1e-6 to 1e6 (1/μ of a logit); the same for every listing. Null, the
    /// default, takes the niche's <see cref="NicheDefinition.OwnPriceElasticity"/> instead. Of the choice model alone.
    /// </summary>
    public double? PriceSensitivity { get; init; }

    /// <summary>False: every shopper sees every offer, in no order, and there are no sponsored slots. Default true.</summary>
    public bool Search { get; init; } = true;

    /// <summary>False: nobody reviews, and reviews move no demand. Default true.</summary>
    public bool Reviews { get; init; } = true;

    /// <summary>False: no price is too high for the featured offer. Default true.</summary>
    public bool Suppression { get; init; } = true;

    /// <summary>
    /// The most that shoppers pay for a unit: above it a listing sells nothing, to those who wait either. Of every demand but the choice model, most of which no price
    /// moves otherwise. Default 0: whatever is asked.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Money ReservationPrice { get; init; }

    /// <summary>What becomes of orders that meet an empty shelf. Default: they choose once more.</summary>
    public ShortageRule Shortage { get; init; } = ShortageRule.Rechoice;

    /// <summary>
    /// Paid to shoppers: with <see cref="ShortageRule.Lost"/> for each engine unit wanted and not there, with
    /// <see cref="ShortageRule.Backlog"/> for each that is waited for at the day's end. Default 0.
    /// </summary>
    public Money ShortagePenalty { get; init; }

    /// <summary>Charged for each engine unit on hand at the day's end. Default 0.</summary>
    public Money CarryingCost { get; init; }

    /// <summary>Charged for each order that is placed, whatever its size. Default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Money OrderFixedCost { get; init; }

    /// <summary>The seats as stages of one supply chain; null, the default, lets every seat buy of suppliers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SupplyChainDefinition? SupplyChain { get; init; }

    /// <summary>Fees at one flat rate, where <see cref="WorldDefinition.Fees"/> is none; null, the default, charges nothing.</summary>
    public FlatFees? Fees { get; init; }

    /// <summary>False: unpaid dues wait without late fee, and nobody becomes insolvent. Default true.</summary>
    public bool Insolvency { get; init; } = true;

    /// <summary>False: the funds of a sale are available the same evening, without delivery and reserve; every return rate must be 0. Default true.</summary>
    public bool SettlementDelay { get; init; } = true;
}

/// <summary>Where the demand of a laboratory comes from.</summary>
public enum DemandSource
{
    /// <summary>Shoppers choose among the niche's offers, as in every world.</summary>
    Choice,

    /// <summary>
    /// Every open listing, with stock or without, is wanted a Poisson number of units a day, its mean the niche's sessions;
    /// each stands for <see cref="LaboratoryDefinition.QuantityScale"/> engine units.
    /// </summary>
    Poisson,

    /// <summary>
    /// Every open listing, with stock or without, is wanted a normal quantity a day, its mean the niche's sessions and its
    /// deviation <see cref="LaboratoryDefinition.DemandDeviation"/>: rounded to an engine unit, and 0 where it were negative.
    /// </summary>
    Normal,

    /// <summary>
    /// Every open listing, with stock or without, is wanted sessions · (price / reference price)^elasticity units a day;
    /// Poisson where demand is drawn.
    /// </summary>
    Isoelastic,

    /// <summary>
    /// Every open listing, with stock or without, is wanted the day's quantity of <see cref="LaboratoryDefinition.DemandTable"/>,
    /// rounded to an engine unit. Nothing is drawn.
    /// </summary>
    Table,

    /// <summary>
    /// As <see cref="Poisson"/>, with a geometric number on 0, 1, 2, …: P(k) = (1 − q) · qᵏ, q = mean/(1 + mean).
    /// </summary>
    Geometric,

    /// <summary>
    /// As <see cref="Poisson"/>, with a negative binomial number of shape <see cref="LaboratoryDefinition.DemandShape"/>. Sessions are at
    /// most 600, and so is the mean with season and niche factor on top.
    /// </summary>
    NegativeBinomial,

    /// <summary>
    /// As <see cref="Normal"/>, each seller's listing with a deviation of its own that is correlated from day to day:
    /// D(t) = mean + ρ · (D(t−1) − mean) + ε, stationary from the first day, ρ being
    /// <see cref="LaboratoryDefinition.DemandCorrelation"/>. The deviations run on while a listing is closed.
    /// </summary>
    Ar1,
}

/// <summary>Whether a laboratory's demand is drawn.</summary>
public enum DemandDraws
{
    /// <summary>Drawn by keys, as in every world.</summary>
    On,

    /// <summary>The mean itself, rounded half up to an engine unit.</summary>
    Expected,
}

/// <summary>What becomes of an order that meets an empty shelf.</summary>
public enum ShortageRule
{
    /// <summary>The shopper chooses once more, as in every world.</summary>
    Rechoice,

    /// <summary>The order is lost.</summary>
    Lost,

    /// <summary>
    /// Shoppers wait, and are served from the next stock before the day's own demand, at the price of that day. Of a seller that
    /// trades; when its run-off begins, who waits leaves. Needs a demand other than the choice model.
    /// </summary>
    Backlog,
}

/// <summary>
/// A supply chain of sellers: the orders of seat i are served by seat i + 1 from its stock of the same product, those of the last seat
/// by the product's supplier. What the next stage has not in stock stays an open order and is shipped as its stock allows,
/// the oldest first. The buyer pays the quoted price when goods are shipped, and the next stage receives it. Demand other than
/// the choice model's comes to seat 0 alone.
/// </summary>
public sealed record SupplyChainDefinition
{
    /// <summary>Days from the command to the day on which the next stage can serve the order, 0 to 60; default 1.</summary>
    public int MailDays { get; init; } = 1;

    /// <summary>Days from shipment by the next stage to the shelf, 1 to 60; default 2.</summary>
    public int ShippingDays { get; init; } = 2;

    /// <summary>
    /// Units in every day of mail, of shipping, and of the last stage's supply at the start, 0 to 1,000,000, valued at
    /// <see cref="ProductDefinition.OpeningUnitCost"/> where they are shipped. Default 0: nothing is under way.
    /// </summary>
    public int OpeningUnitsPerDay { get; init; }
}

/// <summary>Fees of a laboratory: the same for every product and date.</summary>
/// <param name="ReferralShare">Share of the price, 0 to below 1, rounded half up to a cent for each engine unit.</param>
/// <param name="FulfilmentPerUnit">Fulfilment of an engine unit, at least 0.</param>
public sealed record FlatFees(double ReferralShare, Money FulfilmentPerUnit);
