using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// Everything that a world is made of, as data. Together with a <see cref="WorldSeed"/> it fixes every run; the run log
/// embeds it. Validated when a <see cref="Simulation"/> is created.
/// </summary>
/// <param name="Name">Scenario name, see <see cref="EntityName"/>.</param>
/// <param name="Start">Date of day 0.</param>
/// <param name="Days">
/// Decision days, 1 to 3,650; the run-off follows them. A laboratory without published fees may have 1,000,000, if it starts before
/// the year 7001: its days count periods.
/// </param>
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

    /// <summary>How shoppers find, judge and choose offers.</summary>
    public MarketTerms Market { get; init; } = new();

    /// <summary>The sellers' line of credit.</summary>
    public CreditTerms Credit { get; init; } = new();

    /// <summary>Prices of freight, disruptions and tariffs.</summary>
    public FreightTerms Freight { get; init; } = new();

    /// <summary>Receiving, defects and what becomes of unsellable units.</summary>
    public SupplyTerms Supply { get; init; } = new();

    /// <summary>Who wants to harm or to use sellers.</summary>
    public AdversaryTerms Adversaries { get; init; } = new();

    /// <summary>Health of the sellers' accounts.</summary>
    public HealthTerms Health { get; init; } = new();

    /// <summary>The marketplace's deal events, in any order, none overlapping another; default none.</summary>
    public IReadOnlyList<DealEvent> DealEvents { get; init; } = [];

    /// <summary>
    /// What shakes the market for a time, in any order; default none. Shocks that overlap multiply, within the range of one. Where there is none the field is not
    /// written, and not missed when read.
    /// </summary>
    public IReadOnlyList<MarketShock> Shocks { get => field ?? []; init; }

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

    /// <summary>Checks every part; a <see cref="Simulation"/> does so when it is created.</summary>
    /// <exception cref="WorldDefinitionException">Something cannot be simulated; the message says what, its value and what would be right.</exception>
    public void Validate() => WorldDefinitionValidator.Validate(this);
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

/// <summary>Days on which the whole marketplace draws more shoppers, and rivals bid more for sponsored slots.</summary>
/// <param name="Name">What it is called, see <see cref="EntityName"/>.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, at most 30 days later.</param>
/// <param name="Traffic">Sessions against a day without it, 1 to 4 (market-parameters.json, seasonality: 2.5 for Prime Day and for Black Friday to Cyber Monday).</param>
public sealed record DealEvent(string Name, SimDate First, SimDate Last, double Traffic);

/// <summary>
/// A shock: for some days a niche draws more or fewer shoppers, a product is in everybody's mouth, or rivals fight a price war. Sellers read of it once
/// it has begun, and are not told how long it lasts.
/// </summary>
/// <param name="Name">What it is called in the news, see <see cref="EntityName"/>; unique in the world, and the identity of its draw.</param>
/// <param name="First">First day; it may lie before the start.</param>
/// <param name="Last">Last day, at most 3,650 days later.</param>
public sealed record MarketShock(string Name, SimDate First, SimDate Last)
{
    internal const double LeastTraffic = 0.2;
    internal const double MostTraffic = 4;
    internal const double LeastRivalPrices = 0.5;

    /// <summary>The niche it concerns; null, the default, is all.</summary>
    public string? Niche { get; init; }

    /// <summary>The product of that niche which it concerns, on all its listings; null, the default, is the whole niche.</summary>
    public string? Product { get; init; }

    /// <summary>
    /// Sessions against a day without it; with a product, the attraction of its listings, which then draw from their neighbours and from not buying. 0.2 to 4,
    /// default 1; a range as of deal events (market-parameters.json, seasonality), downward a modelling assumption.
    /// </summary>
    public double Traffic { get; init; } = 1;

    /// <summary>
    /// Rivals' ceilings and floors against a day without it; with a product, which must be shared, those of the rivals on its listing. 0.5 to 1, default 1, a modelling
    /// assumption. It holds rivals down from its first day on; afterwards they go back to their ceilings as they look.
    /// </summary>
    public double RivalPrices { get; init; } = 1;

    /// <summary>Chance that it happens in a world, 0 to 1, default 1: one draw by its name, so that no other shock and no seller moves it.</summary>
    public double Chance { get; init; } = 1;
}
