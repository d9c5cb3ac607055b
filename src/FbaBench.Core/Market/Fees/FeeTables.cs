namespace FbaBench.Market;

/// <summary>Which fulfilment card: its kind as the tables name it, for apparel or not, in or out of the holiday peak.</summary>
internal readonly record struct CardKey(string Kind, bool Apparel, bool Peak)
{
    public const string Standard = "standard";
    public const string LowPrice = "low_price_under_10";
    public const string ByPriceBand = "by_price_band";
}

/// <summary>Fulfilment rates by size tier.</summary>
internal sealed record FulfilmentCard(IReadOnlyDictionary<string, RateRows> ByTier);

/// <summary>Dollars a cubic foot and month, out of and in the last quarter.</summary>
internal sealed record StorageRates(decimal Standard, decimal StandardLastQuarter, decimal Bulky, decimal BulkyLastQuarter)
{
    public const int LastQuarterBegins = 10;

    public decimal For(SizeClass size, int month) => (size, month >= LastQuarterBegins) switch
    {
        (SizeClass.Standard, false) => Standard,
        (SizeClass.Standard, true) => StandardLastQuarter,
        (_, false) => Bulky,
        _ => BulkyLastQuarter,
    };
}

/// <summary>A band of the utilisation surcharge, up to and including <see cref="UpToWeeks"/>.</summary>
internal readonly record struct UtilisationBand(decimal UpToWeeks, decimal PerCubicFoot);

internal sealed record UtilisationBands(IReadOnlyList<UtilisationBand> Standard, IReadOnlyList<UtilisationBand> Bulky)
{
    public decimal PerCubicFoot(SizeClass size, decimal weeks)
    {
        var bands = Of(size);
        var at = 0;
        while (weeks > bands[at].UpToWeeks)
        {
            at++;
        }

        return bands[at].PerCubicFoot;
    }

    public IReadOnlyList<UtilisationBand> Of(SizeClass size) => size == SizeClass.Standard ? Standard : Bulky;
}

/// <summary>A band of the aged inventory surcharge; both ends included.</summary>
internal readonly record struct AgedBand(int FromDays, int ToDays, decimal PerCubicFoot, decimal MinimumPerUnit, bool ApparelGroupExempt)
{
    /// <summary>Dollars a unit of a volume in this band.</summary>
    public decimal PerUnit(decimal cubicFeet, bool apparelGroup) =>
        apparelGroup && ApparelGroupExempt ? 0 : Math.Max(PerCubicFoot * cubicFeet, MinimumPerUnit);
}

internal sealed record AgedBands(IReadOnlyList<AgedBand> Bands)
{
    /// <summary>Dollars a unit of an age.</summary>
    public decimal PerUnit(int ageDays, decimal cubicFeet, bool apparelGroup)
    {
        for (var i = 0; i < Bands.Count; i++)
        {
            if (Bands[i].FromDays <= ageDays && ageDays <= Bands[i].ToDays)
            {
                return Bands[i].PerUnit(cubicFeet, apparelGroup);
            }
        }

        return 0;
    }
}

/// <summary>Dollars a unit shipped, by days of supply: below 14, below 21, below 28.</summary>
internal readonly record struct LowInventoryRates(decimal Below14, decimal Below21, decimal Below28)
{
    public decimal For(decimal daysOfSupply) => daysOfSupply switch
    {
        < 14 => Below14,
        < 21 => Below21,
        < 28 => Below28,
        _ => 0,
    };
}

internal sealed record LowInventoryCard(IReadOnlyDictionary<string, LowInventoryRates> ByGroup);

/// <summary>Shares of a month's shipped units that may come back free of charge, and the fee of a unit beyond, by size.</summary>
internal sealed record ReturnsCard(IReadOnlyDictionary<string, decimal> ByCategory, decimal Default, IReadOnlyDictionary<string, RateRows> RatesByGroup)
{
    private const string BulkyGroup = "bulky";

    /// <summary>Fee of a returned unit, or null where the card ends below the weight.</summary>
    public decimal? RateOf(string tier, decimal weight)
    {
        var row = RatesByGroup.GetValueOrDefault(tier, RatesByGroup[BulkyGroup]).For(weight);
        return row?.Charge(row.Middle, weight);
    }
}

/// <summary>A row of the inbound placement card, up to and including a weight; null where no amount of that kind is published.</summary>
internal readonly record struct PlacementRow(decimal MaxPounds, decimal Minimal, decimal? Partial);

/// <summary>Dollars a unit received, by size tier.</summary>
internal sealed record PlacementCard(IReadOnlyDictionary<string, IReadOnlyList<PlacementRow>> ByTier)
{
    /// <summary>The fee of a unit, or null where none is published.</summary>
    public decimal? FeeOf(string tier, decimal weight, InboundPlacement placement)
    {
        foreach (var row in ByTier.GetValueOrDefault(tier, []))
        {
            if (weight <= row.MaxPounds)
            {
                return placement == InboundPlacement.Minimal ? row.Minimal : row.Partial;
            }
        }

        return null;
    }
}

internal sealed record ReferralCard(IReadOnlyDictionary<string, ReferralRule> ByCategory);

internal sealed record ClosingCard(decimal PerItem, IReadOnlySet<string> Categories);

internal sealed record RefundCard(decimal Cap, decimal ShareOfReferral);

internal sealed record PlanCard(decimal PerMonth);

internal sealed record RemovalCard(RateRows Standard, RateRows Bulky);

internal sealed record SurchargeCard(decimal ShareOfFulfilment);

internal sealed record SizeTierTable(IReadOnlyList<SizeTier> Tiers);

/// <summary>Every published table by date.</summary>
internal sealed class FeeTables
{
    private static readonly Lazy<FeeTables> Loaded = new(FeeTablesReader.ReadEmbedded);

    public static FeeTables Published => Loaded.Value;

    public DatedTables<SizeTierTable> SizeTiers { get; } = new();

    public Dictionary<CardKey, DatedTables<FulfilmentCard>> Fulfilment { get; } = [];

    public DatedTables<SurchargeCard> Surcharge { get; } = new();

    public DatedTables<StorageRates> Storage { get; } = new();

    public DatedTables<UtilisationBands> Utilisation { get; } = new();

    public DatedTables<AgedBands> Aged { get; } = new();

    public DatedTables<LowInventoryCard> LowInventory { get; } = new();

    public DatedTables<ReturnsCard> Returns { get; } = new();

    public DatedTables<PlacementCard> Placement { get; } = new();

    public DatedTables<ReferralCard> Referral { get; } = new();

    public DatedTables<ClosingCard> Closing { get; } = new();

    public DatedTables<RefundCard> RefundAdministration { get; } = new();

    public DatedTables<PlanCard> SellingPlan { get; } = new();

    public DatedTables<RemovalCard> Removal { get; } = new();

    /// <summary>Days on which an amount of a product may change, in order, without repeats.</summary>
    public IReadOnlyList<SimDate> Changes =>
    [
        .. Fulfilment.Values.SelectMany(tables => tables.Changes)
            .Concat(SizeTiers.Changes).Concat(Surcharge.Changes).Concat(Storage.Changes).Concat(Referral.Changes)
            .Concat(Closing.Changes).Concat(RefundAdministration.Changes).Concat(SellingPlan.Changes).Concat(Removal.Changes)
            .Concat(Utilisation.Changes).Concat(Aged.Changes).Concat(LowInventory.Changes).Concat(Returns.Changes).Concat(Placement.Changes)
            .Distinct().Order(),
    ];

    /// <summary>
    /// The fulfilment card for a product at a price. Price-banded cards hold for every price. Otherwise items below ten
    /// dollars have cards of their own, and a season has a card of its own where any card of that kind is published for it:
    /// where only the other clothing class has one, there is no table.
    /// </summary>
    public FulfilmentCard? FulfilmentOn(SimDate date, bool apparel, Money price)
    {
        if (Seasonal(CardKey.ByPriceBand, apparel, date) is { } banded)
        {
            return banded;
        }

        return Seasonal(price.Cents < PriceBands.TenDollars ? CardKey.LowPrice : CardKey.Standard, apparel, date);
    }

    private FulfilmentCard? Seasonal(string kind, bool apparel, SimDate date)
    {
        var peak = Card(new(kind, true, true), date) ?? Card(new(kind, false, true), date);
        return Card(new(kind, apparel, peak is not null), date);
    }

    private FulfilmentCard? Card(CardKey key, SimDate date) => Fulfilment.GetValueOrDefault(key)?.On(date);
}
