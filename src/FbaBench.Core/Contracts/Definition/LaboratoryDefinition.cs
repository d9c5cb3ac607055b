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

    /// <summary>Standard deviation of <see cref="DemandSource.Normal"/> demand in units of the theory, 1e-9 to 1e6; 0 for all other sources.</summary>
    public double DemandDeviation { get; init; }

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

    /// <summary>What becomes of orders that meet an empty shelf. Default: they choose once more.</summary>
    public ShortageRule Shortage { get; init; } = ShortageRule.Rechoice;

    /// <summary>Paid to shoppers for each engine unit wanted and not there, with <see cref="ShortageRule.Lost"/>. Default 0.</summary>
    public Money ShortagePenalty { get; init; }

    /// <summary>Charged for each engine unit on hand at the day's end. Default 0.</summary>
    public Money CarryingCost { get; init; }

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
}

/// <summary>Fees of a laboratory: the same for every product and date.</summary>
/// <param name="ReferralShare">Share of the price, 0 to below 1, rounded half up to a cent for each engine unit.</param>
/// <param name="FulfilmentPerUnit">Fulfilment of an engine unit, at least 0.</param>
public sealed record FlatFees(double ReferralShare, Money FulfilmentPerUnit);
