using System.Diagnostics.CodeAnalysis;

namespace FbaBench;

/// <summary>
/// The fees that hang on what a seller does with an offer, as they stand this morning, with the steps at which they jump. What is
/// not charged (no table in force, size or seller exempt, world without fees) stands with amount zero and its reason.
/// </summary>
public readonly record struct FeePreview
{
    private readonly StockFees? _byStock;
    private readonly int _at;

    [SetsRequiredMembers]
    internal FeePreview(IReadOnlyList<FulfilmentStep> fulfilmentByPrice, IReadOnlyList<Money> placementPerUnit, StockFees byStock, int at = 0)
    {
        FulfilmentByPrice = fulfilmentByPrice;
        PlacementPerUnit = placementPerUnit;
        _byStock = byStock;
        _at = at;
    }

    /// <summary>Fulfilment fee of a unit by price, where it changes: each step holds from its price to the next. Empty where no published fees are charged.</summary>
    public required IReadOnlyList<FulfilmentStep> FulfilmentByPrice { get; init; }

    /// <summary>Inbound placement fee of a unit received today, by supplier in the order of <see cref="OfferInfo.Quotes"/>; taken 45 days after receipt. Empty where no published fees are charged.</summary>
    public required IReadOnlyList<Money> PlacementPerUnit { get; init; }

    /// <summary>The low inventory level fee.</summary>
    public required LowInventoryPreview LowInventory { get => _byStock?.LowInventory(_at) ?? default; init => _byStock = new GivenStockFees(value, AgedInventory, Returns); }

    /// <summary>The aged inventory surcharge.</summary>
    public required AgedInventoryPreview AgedInventory { get => _byStock?.AgedInventory(_at) ?? default; init => _byStock = new GivenStockFees(LowInventory, value, Returns); }

    /// <summary>The returns processing fee.</summary>
    public required ReturnsPreview Returns { get => _byStock?.Returns(_at) ?? default; init => _byStock = new GivenStockFees(LowInventory, AgedInventory, value); }

    /// <summary>Whether both show the same.</summary>
    public bool Equals(FeePreview other) =>
        Equals(FulfilmentByPrice, other.FulfilmentByPrice) && Equals(PlacementPerUnit, other.PlacementPerUnit)
        && ((ReferenceEquals(_byStock, other._byStock) && _at == other._at) || (LowInventory == other.LowInventory && AgedInventory == other.AgedInventory && Returns == other.Returns));

    /// <inheritdoc/>
    public override int GetHashCode() => LowInventory.GetHashCode();
}

/// <summary>A price from which a fulfilment fee holds.</summary>
/// <param name="FromPrice">Lowest price of the step.</param>
/// <param name="Fee">Fee of a unit.</param>
public readonly record struct FulfilmentStep(Money FromPrice, Money Fee);

/// <summary>An age from which a surcharge holds.</summary>
/// <param name="FromDays">Lowest age of the step in days since receipt.</param>
/// <param name="CentsPerUnit">Surcharge of a unit at each assessment, in cents and fractions of cents.</param>
public readonly record struct AgedInventoryStep(int FromDays, double CentsPerUnit);

/// <summary>Why a fee is not charged.</summary>
public enum FeeExemption
{
    /// <summary>It is charged where its rule says so.</summary>
    None,

    /// <summary>The fee is not in force, does not list the size, or the world has no fees.</summary>
    NotInForce,

    /// <summary>The seller's account, or first shipment, is too young.</summary>
    NewSeller,

    /// <summary>The product's first receipt was too recent.</summary>
    NewProduct,

    /// <summary>Too little was shipped, or is stored, for the fee to apply.</summary>
    SmallVolume,
}

/// <summary>
/// The low inventory level fee: due on every unit shipped on a day before which both days of supply were below 28, by the greater of the two.
/// Days of supply are average units on hand over average units shipped.
/// </summary>
/// <param name="Exemption">Why it is not charged today whatever the stock, if so.</param>
/// <param name="DaysOfSupply30">Over the last 30 days, or null when nothing was shipped.</param>
/// <param name="DaysOfSupply90">Over the last 90 days, or null when nothing was shipped.</param>
/// <param name="PerUnitToday">What each unit shipped today pays.</param>
/// <param name="Below14">What a unit pays below 14 days of supply.</param>
/// <param name="Below21">From 14 to below 21 days.</param>
/// <param name="Below28">From 21 to below 28 days.</param>
public readonly record struct LowInventoryPreview(
    FeeExemption Exemption, double? DaysOfSupply30, double? DaysOfSupply90, Money PerUnitToday, Money Below14, Money Below21, Money Below28);

/// <summary>The aged inventory surcharge: assessed on the 15th of a month on the units then on hand, by the days since their receipt.</summary>
/// <param name="NextAssessment">The next assessment: today, when today is the 15th.</param>
/// <param name="DueThen">What would be due then if nothing left the shelf until then.</param>
/// <param name="Stock">Units on hand by age, oldest first.</param>
/// <param name="Steps">Ages at which the surcharge of a unit changes; empty where none is charged.</param>
public readonly record struct AgedInventoryPreview(SimDate NextAssessment, Money DueThen, IReadOnlyList<StockAge> Stock, IReadOnlyList<AgedInventoryStep> Steps);

/// <summary>Units on hand of one age.</summary>
/// <param name="Units">Units.</param>
/// <param name="AgeDays">Days since receipt.</param>
public readonly record struct StockAge(int Units, int AgeDays);

/// <summary>
/// The returns processing fee: units of a month's shipments that come back beyond a free share pay, on the 7th of the third month
/// after. Months with fewer than 25 units shipped are free; some categories have no free share.
/// </summary>
/// <param name="PerUnit">Fee of a unit that pays.</param>
/// <param name="FreeShare">Free share of a month's shipments, or null when every returned unit pays.</param>
/// <param name="ShippedThisMonth">Units shipped this month so far.</param>
/// <param name="ReturnedOfThisMonth">Units of them that came back so far.</param>
/// <param name="DueSoFar">What this and the last three months' shipments would pay if no further unit came back.</param>
public readonly record struct ReturnsPreview(Money PerUnit, double? FreeShare, long ShippedThisMonth, long ReturnedOfThisMonth, Money DueSoFar);

/// <summary>The two size classes by which storage and removal are charged.</summary>
public enum SizeClass
{
    /// <summary>Small and large standard.</summary>
    Standard,

    /// <summary>Bulky, extra-large and (before February 2024) oversize.</summary>
    Bulky,
}

/// <summary>
/// The storage utilisation surcharge of a size class: charged at the month's end on volume older than 30 days when the month's average
/// volume is large against what was shipped in the last 13 weeks.
/// </summary>
/// <param name="Size">The size class.</param>
/// <param name="Exemption">Why it is not charged, if so.</param>
/// <param name="AverageCubicFeet">Average daily volume of the month so far, this morning's stock counted for today; of the days that the run knows.</param>
/// <param name="RatioWeeks">That volume over the volume shipped a week in the last 13 weeks, or as many days as the run knows, today not included; null when nothing was shipped.</param>
/// <param name="DollarsPerCubicFoot">Surcharge at this ratio on the volume older than 30 days.</param>
/// <param name="Steps">Ratios at which it changes; empty where none is charged.</param>
/// <param name="LimitCubicFeet">Average daily volume of a month above which <see cref="AccountTerms.StorageOverage"/> is charged; null where there is no limit yet, or none at all.</param>
public readonly record struct StorageUtilisationPreview(
    SizeClass Size, FeeExemption Exemption, double AverageCubicFeet, double? RatioWeeks, decimal DollarsPerCubicFoot, IReadOnlyList<UtilisationStep> Steps, double? LimitCubicFeet = null);

/// <summary>A ratio up to which a surcharge holds.</summary>
/// <param name="UpToWeeks">Highest ratio of the step in weeks, or null for the last one.</param>
/// <param name="DollarsPerCubicFoot">Surcharge a cubic foot and month.</param>
public readonly record struct UtilisationStep(double? UpToWeeks, decimal DollarsPerCubicFoot);
