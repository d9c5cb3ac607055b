using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// Everything that a world is made of, as data. Together with a <see cref="WorldSeed"/> it fixes every run; the run log
/// embeds it. Validated when a <see cref="Simulation"/> is created.
/// </summary>
/// <param name="Name">Scenario name, see <see cref="EntityName"/>.</param>
/// <param name="Start">Date of day 0.</param>
/// <param name="Days">Decision days, 1 to 3,650; the run-off follows them.</param>
/// <param name="Cash">Opening cash of every seat, at least 0.</param>
/// <param name="Niches">The niches, at least one; the order does not matter.</param>
public sealed record WorldDefinition(string Name, SimDate Start, int Days, Money Cash, IReadOnlyList<NicheDefinition> Niches)
{
    /// <summary>Number of sellers, 1 to 64. Every seat sells its own listing of every product. Default 1.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Which fee tables apply. Default: the published tables by date.</summary>
    public FeePolicy Fees { get; init; } = FeePolicy.Published;

    /// <summary>Terms of the seller's account with the marketplace.</summary>
    public AccountTerms Account { get; init; } = new();

    /// <summary>
    /// When the sellers' account was opened, at the latest on <see cref="Start"/>; null means on that day. Accounts of at most a year
    /// are exempt from the low inventory level fee.
    /// </summary>
    public SimDate? AccountOpened { get; init; }

    /// <summary>Hard limits of the kernel for this world.</summary>
    public KernelLimits Limits { get; init; } = new();

    /// <summary>
    /// True for a world outside the realistic ranges (theory laboratories); its results carry the word. Default false.
    /// </summary>
    public bool Laboratory { get; init; }

    /// <summary>Switches of a laboratory; only together with <see cref="Laboratory"/>. Default null: every mechanism is the ordinary one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LaboratoryDefinition? LaboratorySwitches { get; init; }

    /// <summary>Where the numbers come from, shown beside results; at most 2,000 characters.</summary>
    public string Sources { get; init; } = "";
}

/// <summary>Which fee tables a world uses.</summary>
/// <param name="Mode">None charges nothing; Published takes the table in force on each date.</param>
/// <param name="RepeatYear">When set, every date is mapped to the same day of this fee year (15 January to 14 January), so that a run
/// may leave the published tables: 2025, or 2026 for other than apparel. The tables of 2024 are not complete enough to repeat.</param>
public sealed record FeePolicy(FeeMode Mode, int? RepeatYear = null)
{
    /// <summary>The published tables, by date.</summary>
    public static FeePolicy Published { get; } = new(FeeMode.Published);

    /// <summary>No fees at all (laboratories).</summary>
    public static FeePolicy None { get; } = new(FeeMode.None);
}

/// <summary>Whether marketplace fees are charged.</summary>
public enum FeeMode
{
    /// <summary>The published tables, by date.</summary>
    Published,

    /// <summary>No fees.</summary>
    None,
}

/// <summary>
/// A niche: a nest of the choice model with its own traffic. Shoppers choose among its live offers and not buying.
/// At the reference point (every offer live at its reference price) the niche converts <see cref="ReferenceConversion"/> of its sessions.
/// </summary>
/// <param name="Name">Path segment, see <see cref="EntityName"/>; unique in the world.</param>
/// <param name="SessionsPerDay">Mean shopping sessions a day before season, weekday and niche factor; above 0, at most 100,000.</param>
/// <param name="OwnPriceElasticity">Own-price elasticity of each listing at the reference point; realistic range −4.5 to −1.2
/// (market-parameters.json, demand_choice/own_price_elasticity_private_label: median of the literature −2.6).</param>
public sealed record NicheDefinition(string Name, double SessionsPerDay, double OwnPriceElasticity)
{
    /// <summary>The products that every seat may sell in this niche.</summary>
    public IReadOnlyList<ProductDefinition> Products { get; init; } = [];

    /// <summary>The scripted rivals. Products × seats + rivals must be at least five, unless the world is a laboratory.</summary>
    public IReadOnlyList<RivalDefinition> Rivals { get; init; } = [];

    /// <summary>Share of sessions that buy in this niche at the reference point; realistic range 0.08 to 0.18 (market-parameters.json, traffic_conversion/unit_session_pct_established).</summary>
    public double ReferenceConversion { get; init; } = 0.12;

    /// <summary>Correlation of tastes within the niche (nested logit σ), 0 to 0.95; realistic range 0.3 to 0.85, default 0.6.</summary>
    public double NestSigma { get; init; } = 0.6;

    /// <summary>Traffic by month, January first, twelve values with mean 1.</summary>
    public IReadOnlyList<double> TrafficByMonth { get; init; } = Flat(12);

    /// <summary>Odds of buying by month, January first, twelve values, 1 at the reference point: multiplies the attraction of all offers against not buying.</summary>
    public IReadOnlyList<double> ConversionByMonth { get; init; } = Flat(12);

    /// <summary>Traffic by weekday, Monday first, seven values with mean 1.</summary>
    public IReadOnlyList<double> TrafficByWeekday { get; init; } = Flat(7);

    /// <summary>Variance of the niche's daily log-traffic factor ξ, a stationary AR(1); default 0.10 (economics: "variance about .10").</summary>
    public double FactorVariance { get; init; } = 0.10;

    /// <summary>Daily autocorrelation of ξ, 0 to below 1; default 0.9, a modelling assumption that gives weekly sales the autocorrelation seen in real shops.</summary>
    public double FactorPersistence { get; init; } = 0.9;

    /// <summary>Shares of orders of one, two and three units; sum 1. Default gives 1.15 units an order.</summary>
    public IReadOnlyList<double> OrderSizes { get; init; } = [0.88, 0.09, 0.03];

    private static double[] Flat(int count) => [.. Enumerable.Repeat(1.0, count)];
}

/// <summary>A product of the catalogue; every seat has one private-label listing of it, closed at the start.</summary>
/// <param name="Name">Path segment, unique in its niche.</param>
/// <param name="Category">Fee category as the fee tables name it, for example <c>home_kitchen</c>.</param>
/// <param name="ReferencePrice">The price at which the niche's elasticity and conversion hold. A property of the world: no seller's price ever moves it.</param>
public sealed record ProductDefinition(string Name, string Category, Money ReferencePrice)
{
    /// <summary>Package sides in inches, in any order.</summary>
    public required Dimensions Size { get; init; }

    /// <summary>Weight of the packaged unit in pounds, above 0.</summary>
    public required double WeightPounds { get; init; }

    /// <summary>Suppliers, 1 to 8.</summary>
    public required IReadOnlyList<SupplierDefinition> Suppliers { get; init; }

    /// <summary>Attraction relative to the niche's other listings at reference prices; above 0, default 1.</summary>
    public double Appeal { get; init; } = 1;

    /// <summary>Share of sold units that come back, 0 to 0.5 (market-parameters.json, returns/rate_by_category).</summary>
    public required double ReturnRate { get; init; }

    /// <summary>Share of returned units that can be sold again, 0 to 1; default 0.5 (market-parameters.json, returns/resellable_share).</summary>
    public double ResellableShare { get; init; } = 0.5;

    /// <summary>Units on hand at the start, at least 0, valued at <see cref="OpeningUnitCost"/>.</summary>
    public int OpeningStock { get; init; }

    /// <summary>Landed cost of a unit of opening stock. Required when there is opening stock.</summary>
    public Money OpeningUnitCost { get; init; }

    /// <summary>Days since the opening stock was received, 0 to 3,650; default 0. Stock of more than 180 days pays the aged inventory surcharge.</summary>
    public int OpeningAgeDays { get; init; }

    /// <summary>
    /// When the first units of the product were received, before the start. Null means with the opening stock, or, without
    /// any, with the first order of the run. Products of at most 180 days are exempt from the low inventory level fee, and a seller's first
    /// 365 days from the storage utilisation surcharge.
    /// </summary>
    public SimDate? FirstInbound { get; init; }
}

/// <summary>Sides of a package in inches.</summary>
/// <param name="Length">One side, above 0.</param>
/// <param name="Width">Another side, above 0.</param>
/// <param name="Height">The third side, above 0.</param>
public readonly record struct Dimensions(double Length, double Width, double Height)
{
    /// <summary>Volume in cubic feet.</summary>
    public double CubicFeet => Length * Width * Height / 1728;
}

/// <summary>A supplier's standing offer for a product.</summary>
/// <param name="Name">Supplier name: path segment, unique for the product.</param>
/// <param name="Ladder">Price ladder in ascending units; the first step's units are the minimum quantity.</param>
public sealed record SupplierDefinition(string Name, IReadOnlyList<PriceStep> Ladder)
{
    /// <summary>Freight, insurance and duty of a unit, owed with the balance.</summary>
    public required Money InboundPerUnit { get; init; }

    /// <summary>
    /// How the shipments are split over the marketplace's warehouses: <see cref="InboundPerUnit"/> is the freight for it, and the
    /// inbound placement fee follows from it. Default: one destination.
    /// </summary>
    public InboundPlacement Placement { get; init; } = InboundPlacement.Minimal;

    /// <summary>Share paid at the order, 0 to 1; default 0.3 (usual 30/70 terms). The balance is owed before shipment.</summary>
    public double DepositShare { get; init; } = 0.3;

    /// <summary>Days from order to goods ready.</summary>
    public LeadTime Production { get; init; } = new(25, 0.3, 15, 45);

    /// <summary>Days from shipment to the warehouse door.</summary>
    public LeadTime Transit { get; init; } = new(40, 0.15, 33, 60);

    /// <summary>Days from the door to sellable stock.</summary>
    public LeadTime Receiving { get; init; } = new(6, 0.6, 2, 30);
}

/// <summary>How inbound shipments are split over warehouses.</summary>
public enum InboundPlacement
{
    /// <summary>One destination: the marketplace distributes the units for the full placement fee.</summary>
    Minimal,

    /// <summary>A few destinations, for a lower placement fee.</summary>
    Partial,

    /// <summary>As many destinations as the marketplace asks for (usually five or more), without a placement fee.</summary>
    Optimised,
}

/// <summary>One step of a price ladder.</summary>
/// <param name="Units">Order size from which the price holds.</param>
/// <param name="UnitPrice">Supplier's price of a unit, freight and duty apart.</param>
public readonly record struct PriceStep(int Units, Money UnitPrice);

/// <summary>A lognormal duration rounded to whole days and held within its published range.</summary>
/// <param name="MedianDays">Median in days, at least 0; 0 with sigma 0 means at once.</param>
/// <param name="Sigma">Standard deviation of the logarithm, 0 to 1.</param>
/// <param name="MinimumDays">Shortest duration.</param>
/// <param name="MaximumDays">Longest duration.</param>
public readonly record struct LeadTime(double MedianDays, double Sigma, int MinimumDays, int MaximumDays);

/// <summary>A scripted rival: one live offer in the niche that never runs out.</summary>
/// <param name="Name">Path segment, unique in its niche.</param>
/// <param name="Ceiling">Its reference price. It never asks more.</param>
/// <param name="Policy">How it reacts to the seats' prices.</param>
public sealed record RivalDefinition(string Name, Money Ceiling, RivalPolicy Policy)
{
    /// <summary>Attraction relative to the niche's other listings at reference prices; above 0, default 1.</summary>
    public double Appeal { get; init; } = 1;

    /// <summary>The lowest share of its ceiling it will ask, 0.05 to 1; default 0.75, a modelling assumption (about its cost).</summary>
    public double FloorShare { get; init; } = 0.75;

    /// <summary>Chance a day that it looks at yesterday's prices, 0 to 1; default 0.35 (a reaction delay of about three days).</summary>
    public double LookChance { get; init; } = 0.35;
}

/// <summary>How a scripted rival prices. No rival ever moves above its ceiling, and none follows a price upward beyond it.</summary>
public enum RivalPolicy
{
    /// <summary>Always asks its ceiling.</summary>
    Hold,

    /// <summary>Moves its price in proportion to the deepest discount a seat gives against its product's reference price, between floor and ceiling.</summary>
    Follow,
}

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
}
