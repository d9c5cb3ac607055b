using FbaBench.Market;

namespace FbaBench;

/// <content>The fees on how stock is held, received and returned.</content>
public sealed partial class FeeSchedule
{
    private const string ShoesCategory = "footwear";
    private const int ShippedWithoutReturnsFee = 25;

    /// <summary>Aged inventory surcharge of units of one age.</summary>
    /// <param name="date">Date of the snapshot (the marketplace takes it on the 15th).</param>
    /// <param name="units">Units, at least 0.</param>
    /// <param name="package">Package sides in inches.</param>
    /// <param name="ageDays">Days since the units were received, at least 0; below 181 nothing is due.</param>
    /// <param name="apparelGroup">Apparel, shoes, bags, jewelry and watches, which some bands exempt.</param>
    public FeeAnswer AgedInventory(SimDate date, long units, Dimensions package, int ageDays, bool apparelGroup)
    {
        FeeInput.NotNegative(units, nameof(units));
        FeeInput.NotNegative(ageDays, nameof(ageDays));
        var cubicFeet = Package.CubicFeetOf(package);
        if (_tables.Aged.On(date) is not { } table)
        {
            return NoTable("aged inventory", date, $"an age of {ageDays} days");
        }

        return FeeAnswer.Of(FeeRounding.FromDollars(units * table.PerUnit(ageDays, cubicFeet, apparelGroup)));
    }

    /// <summary>Low inventory level fee of the units shipped. The band follows the greater of the two days of supply; from 28 days on nothing is due.</summary>
    /// <param name="date">The date of shipment.</param>
    /// <param name="tier">Size tier as the tables name it. Tiers that the date's table does not list pay nothing.</param>
    /// <param name="shippingWeightPounds">Shipping weight in pounds, above 0.</param>
    /// <param name="daysOfSupply30">Historical days of supply over 30 days, at least 0.</param>
    /// <param name="daysOfSupply90">Historical days of supply over 90 days, at least 0.</param>
    /// <param name="unitsShipped">Units shipped, at least 0.</param>
    /// <exception cref="ArgumentException">No size tier of the date has that name.</exception>
    public FeeAnswer LowInventoryLevel(SimDate date, string tier, double shippingWeightPounds, double daysOfSupply30, double daysOfSupply90, long unitsShipped)
    {
        var weight = FeeInput.Positive(shippingWeightPounds, nameof(shippingWeightPounds));
        var days = Math.Max(FeeInput.NotNegative(daysOfSupply30, nameof(daysOfSupply30)), FeeInput.NotNegative(daysOfSupply90, nameof(daysOfSupply90)));
        FeeInput.NotNegative(unitsShipped, nameof(unitsShipped));
        if (_tables.LowInventory.On(date) is not { } card)
        {
            return _tables.LowInventory.IsBeforeFirst(date) ? FeeAnswer.NotInForce : NoTable("low inventory level", date, $"tier '{tier}'");
        }

        RequireTier(date, tier);
        var rate = card.ByGroup.TryGetValue(LowInventoryGroup(tier, weight), out var rates) ? rates.For(days) : 0;
        return FeeAnswer.Of(FeeRounding.FromDollars(rate * unitsShipped));
    }

    /// <summary>
    /// Returned units of a month's shipments that pay the returns processing fee: those beyond threshold × shipped (a unit
    /// counts once it lies wholly above), none when fewer than 25 were shipped; of apparel and shoes every returned unit.
    /// </summary>
    /// <param name="date">A day of the month of shipment.</param>
    /// <param name="category">Category as the tables name it.</param>
    /// <param name="unitsShipped">Units shipped in the month, at least 0.</param>
    /// <param name="unitsReturned">Units of them that came back in that and the next two months, at least 0.</param>
    /// <param name="threshold">A threshold of the caller's own, 0 to 1, instead of the table's; then the category need not be known.</param>
    /// <exception cref="ArgumentException">The category is unknown and no threshold is given.</exception>
    public ReturnedUnitsAnswer ReturnsProcessingUnits(SimDate date, string category, long unitsShipped, long unitsReturned, double? threshold = null)
    {
        FeeInput.NotNegative(unitsShipped, nameof(unitsShipped));
        FeeInput.NotNegative(unitsReturned, nameof(unitsReturned));
        if (unitsReturned > unitsShipped)
        {
            throw new ArgumentOutOfRangeException(nameof(unitsReturned), $"{nameof(unitsReturned)} is {unitsReturned}; allowed is at most the {unitsShipped} that were shipped.");
        }

        if (_tables.Returns.On(date) is not { } table)
        {
            return new(_tables.Returns.IsBeforeFirst(date) ? FeeAnswerKind.NotInForce : NoTable("returns processing", date, category).Kind, 0);
        }

        if (threshold is null && PaysForEveryReturn(category))
        {
            return new(FeeAnswerKind.Amount, unitsReturned);
        }

        var share = threshold is { } own ? FeeInput.Share(own, nameof(threshold)) : ThresholdOf(table, date, category);
        return new(FeeAnswerKind.Amount, ReturnsBeyond(share, unitsShipped, unitsReturned));
    }

    /// <summary>Returned units beyond a share of those shipped.</summary>
    internal static long ReturnsBeyond(decimal share, long shipped, long returned) =>
        shipped < ShippedWithoutReturnsFee ? 0 : Math.Max(0, returned - (long)decimal.Floor(share * shipped));

    private decimal ThresholdOf(ReturnsCard table, SimDate date, string category)
    {
        if (table.ByCategory.TryGetValue(category, out var share))
        {
            return share;
        }

        return ReferralRuleOf(date, category) is not null
            ? table.Default
            : throw new ArgumentException($"There is no category '{category}' on {date}; known are {string.Join(", ", Categories(date))}.", nameof(category));
    }

    /// <summary>
    /// Returns processing fee of one unit that pays it, see <see cref="ReturnsProcessingUnits"/>. The published amounts of 2024
    /// were not seen: the tables carry the marketplace's older card of returns processing as a stand-in.
    /// </summary>
    /// <param name="date">A day of the month of shipment.</param>
    /// <param name="tier">Size tier as the tables name it; all but the standard ones pay the bulky rate.</param>
    /// <param name="shippingWeightPounds">Shipping weight in pounds, above 0.</param>
    /// <exception cref="ArgumentException">No size tier of the date has that name.</exception>
    public FeeAnswer ReturnsProcessing(SimDate date, string tier, double shippingWeightPounds)
    {
        var weight = FeeInput.Positive(shippingWeightPounds, nameof(shippingWeightPounds));
        RequireTier(date, tier);
        return ReturnsProcessingOf(date, tier, weight);
    }

    internal FeeAnswer ReturnsProcessingOf(SimDate date, string tier, decimal weight)
    {
        if (_tables.Returns.On(date) is not { } card)
        {
            return _tables.Returns.IsBeforeFirst(date) ? FeeAnswer.NotInForce : NoTable("returns processing", date, $"tier '{tier}'");
        }

        return card.RateOf(tier, weight) is { } rate ? FeeAnswer.Of(FeeRounding.FromDollars(rate)) : NoTable("returns processing", date, $"tier '{tier}', {weight} lb");
    }

    /// <summary>Whether a category pays the returns processing fee on every returned unit, without a free share.</summary>
    internal static bool PaysForEveryReturn(string category) => category is ApparelCategory or ShoesCategory;

    /// <summary>The share of a month's shipments that may come back free of charge; null before the fee was introduced.</summary>
    internal decimal? FreeReturnShare(SimDate date, string category) => _tables.Returns.On(date) is { } card ? ThresholdOf(card, date, category) : null;

    /// <summary>Inbound placement fee of one unit received. Extra-large units pay none.</summary>
    /// <param name="date">The date of receipt.</param>
    /// <param name="tier">Size tier as the tables name it.</param>
    /// <param name="shippingWeightPounds">Shipping weight in pounds, above 0.</param>
    /// <param name="placement">How the shipment was split. Of ranges (until 2025-02-19) the middle is taken.</param>
    /// <exception cref="ArgumentException">No size tier of the date has that name.</exception>
    public FeeAnswer InboundPlacementFee(SimDate date, string tier, double shippingWeightPounds, InboundPlacement placement)
    {
        var weight = FeeInput.Positive(shippingWeightPounds, nameof(shippingWeightPounds));
        RequireTier(date, tier);
        return PlacementOf(date, tier, weight, placement);
    }

    internal FeeAnswer PlacementOf(SimDate date, string tier, decimal weight, InboundPlacement placement)
    {
        if (_tables.Placement.On(date) is not { } card)
        {
            return _tables.Placement.IsBeforeFirst(date) ? FeeAnswer.NotInForce : NoTable("inbound placement", date, $"tier '{tier}'");
        }

        if (placement == InboundPlacement.Optimised || tier.StartsWith("extra_large", StringComparison.Ordinal))
        {
            return FeeAnswer.Of(Money.Zero);
        }

        return card.FeeOf(tier, weight, placement) is { } fee
            ? FeeAnswer.Of(FeeRounding.FromDollars(fee))
            : NoTable("inbound placement", date, $"tier '{tier}', {weight} lb, {placement} splits");
    }

    /// <summary>Whether a category belongs to the group that the first bands of the aged inventory surcharge exempt.</summary>
    internal static bool IsApparelGroup(string category) =>
        category is ApparelCategory or ShoesCategory or "backpacks_handbags_luggage" or "jewelry" or "watches";

    /// <summary>The surcharge's bands, or null before it was introduced.</summary>
    /// <exception cref="FeeTableMissingException">It is in force, but no table is published.</exception>
    internal AgedBands? AgedBandsOn(SimDate date) => InForce(_tables.Aged, "aged inventory", date);

    /// <inheritdoc cref="AgedBandsOn"/>
    internal UtilisationBands? UtilisationOn(SimDate date) => InForce(_tables.Utilisation, "storage utilisation", date);

    /// <summary>The fee's rates for a size, or null before it was introduced and for sizes that it does not list.</summary>
    /// <exception cref="FeeTableMissingException">It is in force, but no table is published.</exception>
    internal LowInventoryRates? LowInventoryRatesOn(SimDate date, string tier, decimal weight) =>
        InForce(_tables.LowInventory, "low inventory level", date)?.ByGroup is { } groups && groups.TryGetValue(LowInventoryGroup(tier, weight), out var rates) ? rates : null;

    private static T? InForce<T>(DatedTables<T> tables, string fee, SimDate date)
        where T : class =>
        tables.On(date) ?? (tables.IsBeforeFirst(date) ? null : throw new FeeTableMissingException(FeeTableMissingException.Describe(fee, date, "any size")));

    /// <summary>A schedule without tables knows no tier, and asks for none.</summary>
    private void RequireTier(SimDate date, string tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        if (_tables.SizeTiers.On(date)?.Tiers is { } tiers && !tiers.Any(known => known.Name == tier))
        {
            throw new ArgumentException($"There is no size tier '{tier}' on {date}; known are {string.Join(", ", tiers.Select(known => known.Name))}.", nameof(tier));
        }
    }

    private static string LowInventoryGroup(string tier, decimal weight) =>
        tier == "large_standard" ? (weight <= 3 ? "large_standard_up_to_3lb" : "large_standard_over_3lb") : tier;
}
