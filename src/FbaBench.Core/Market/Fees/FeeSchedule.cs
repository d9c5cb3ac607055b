using FbaBench.Market;

namespace FbaBench;

/// <summary>
/// The marketplace's published fees by date. Sources: the yearly files embedded in this package (US, fee years 2024 to 2026;
/// nothing is known after 2027-01-14), each table with its own sources and confidence. The date alone picks the table. A line is rounded once, half up, to the cent.
/// </summary>
/// <remarks>
/// Every answer is one of four: an amount; not in force (before the fee was introduced); no table (the fee exists on that
/// date but no table of it is published here); none (a world without fees, see <see cref="FeePolicy"/>). Wrong input, such as a
/// negative price, throws <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public sealed partial class FeeSchedule
{
    private const string ApparelCategory = "clothing_accessories";

    private readonly FeeTables _tables;
    private IReadOnlyList<SimDate>? _changes;

    private FeeSchedule(FeeTables tables) => _tables = tables;

    /// <summary>The published tables.</summary>
    public static FeeSchedule Published { get; } = new(FeeTables.Published);

    /// <summary>No fees at all: every question is answered with <see cref="FeeAnswerKind.None"/>.</summary>
    public static FeeSchedule None { get; } = new(new FeeTables());

    /// <summary>Names of the categories that a referral table exists for on a date, in ordinal order; empty without a table.</summary>
    public IReadOnlyList<string> Categories(SimDate date) =>
        _tables.Referral.On(date) is { } card ? [.. card.ByCategory.Keys.Order(StringComparer.Ordinal)] : [];

    /// <summary>Whether a category pays the fulfilment card for apparel.</summary>
    public static bool IsApparel(string category) => category == ApparelCategory;

    /// <summary>Fulfilment fee of one unit, with its size tier and shipping weight.</summary>
    /// <param name="date">The date of the sale.</param>
    /// <param name="size">Package sides in inches, in any order, each above 0.</param>
    /// <param name="weightPounds">Weight of the packaged unit in pounds, above 0.</param>
    /// <param name="price">Price of the unit, at least 0.</param>
    /// <param name="apparel">Whether the card for apparel applies.</param>
    public FulfilmentAnswer Fulfilment(SimDate date, Dimensions size, double weightPounds, Money price, bool apparel)
    {
        var package = Package.Of(size, weightPounds);
        FeeInput.NotNegative(price, nameof(price));
        if (_tables.SizeTiers.On(date) is not { } tiers)
        {
            return new(NoTable("size tier", date, "any size"), "", SizeClass.Standard, 0, Money.Zero);
        }

        var (tier, weight) = package.In(tiers.Tiers);
        var card = _tables.FulfilmentOn(date, apparel, price);
        if (card is null || !card.ByTier.TryGetValue(tier.Name, out var rows) || rows.For(weight) is not { } row)
        {
            return new(NoTable("fulfilment", date, $"{(apparel ? "apparel" : "other than apparel")}, {tier.Name}, price {price}"), tier.Name, tier.Class, weight, Money.Zero);
        }

        var fee = FeeRounding.FromDollars(row.Charge(PriceBands.Pick(row, price), weight));
        var surcharge = _tables.Surcharge.On(date) is { } extra ? FeeRounding.FromDollars(fee.Cents / 100m * extra.ShareOfFulfilment) : Money.Zero;
        return new(FeeAnswer.Of(fee + surcharge), tier.Name, tier.Class, weight, surcharge);
    }

    /// <summary>Tier, size class and shipping weight of a package, or null when no size tiers are published for the date.</summary>
    internal (string Tier, SizeClass Class, decimal ShippingWeight)? SizeOf(SimDate date, Dimensions size, double weightPounds)
    {
        if (_tables.SizeTiers.On(date) is not { } tiers)
        {
            return null;
        }

        var (tier, weight) = Package.Of(size, weightPounds).In(tiers.Tiers);
        return (tier.Name, tier.Class, weight);
    }

    /// <summary>Referral fee of a sale.</summary>
    /// <param name="date">The date of the sale.</param>
    /// <param name="category">Category as the tables name it, for example <c>home_kitchen</c>.</param>
    /// <param name="price">Total sales price without tax, at least 0.</param>
    public FeeAnswer Referral(SimDate date, string category, Money price)
    {
        FeeInput.NotNegative(price, nameof(price));
        return ReferralRuleOf(date, category) is { } rule ? FeeAnswer.Of(new(rule.Cents(price.Cents))) : NoCategory("referral", date, category);
    }

    internal ReferralRule? ReferralRuleOf(SimDate date, string category) => _tables.Referral.On(date)?.ByCategory.GetValueOrDefault(category);

    /// <summary>
    /// Storage of a month: base rate on the average volume, plus the utilisation surcharge on the volume older than 30 days
    /// (which a caller who is exempt hands in as 0). One line, rounded once.
    /// </summary>
    /// <param name="date">A day of the month stored.</param>
    /// <param name="size">Size class.</param>
    /// <param name="unitCubicFeet">Volume of a unit in cubic feet, above 0.</param>
    /// <param name="averageUnits">Average of the month's daily units, at least 0.</param>
    /// <param name="ratioWeeks">Volume stored over volume shipped in the last 13 weeks, in weeks, at least 0.</param>
    /// <param name="agedCubicFeet">Average volume older than 30 days in cubic feet, at least 0.</param>
    public FeeAnswer MonthlyStorage(SimDate date, SizeClass size, double unitCubicFeet, double averageUnits, double ratioWeeks, double agedCubicFeet) =>
        Storage(
            date,
            size,
            FeeInput.Positive(unitCubicFeet, nameof(unitCubicFeet)) * FeeInput.NotNegative(averageUnits, nameof(averageUnits)),
            FeeInput.NotNegative(ratioWeeks, nameof(ratioWeeks)),
            FeeInput.NotNegative(agedCubicFeet, nameof(agedCubicFeet)));

    /// <summary>As the other overload, with the volume computed from the package's sides in exact decimals.</summary>
    public FeeAnswer MonthlyStorage(SimDate date, SizeClass size, Dimensions package, double averageUnits, double ratioWeeks, double agedCubicFeet) =>
        Storage(
            date,
            size,
            Package.CubicFeetOf(package) * FeeInput.NotNegative(averageUnits, nameof(averageUnits)),
            FeeInput.NotNegative(ratioWeeks, nameof(ratioWeeks)),
            FeeInput.NotNegative(agedCubicFeet, nameof(agedCubicFeet)));

    private FeeAnswer Storage(SimDate date, SizeClass size, decimal cubicFeet, decimal ratioWeeks, decimal agedCubicFeet)
    {
        if (_tables.Storage.On(date) is not { } rates)
        {
            return NoTable("monthly storage", date, $"{size} size");
        }

        var surcharge = _tables.Utilisation.On(date)?.PerCubicFoot(size, ratioWeeks) ?? 0;
        return FeeAnswer.Of(FeeRounding.FromDollars((cubicFeet * rates.For(size, date.Month)) + (agedCubicFeet * surcharge)));
    }

    /// <summary>Removal or disposal of one unit. Standard units below one pound are weighed in tenths of a pound, all others in whole pounds.</summary>
    /// <param name="date">The date of removal.</param>
    /// <param name="size">Size class.</param>
    /// <param name="shippingWeightPounds">Shipping weight in pounds, above 0.</param>
    public FeeAnswer Removal(SimDate date, SizeClass size, double shippingWeightPounds) =>
        RemovalOf(date, size, FeeInput.Positive(shippingWeightPounds, nameof(shippingWeightPounds)));

    internal FeeAnswer RemovalOf(SimDate date, SizeClass size, decimal weight)
    {
        var standard = size == SizeClass.Standard;
        var billed = standard && weight < 1 ? decimal.Ceiling(weight * 10) / 10 : decimal.Ceiling(weight);
        return _tables.Removal.On(date) is { } card && (standard ? card.Standard : card.Bulky).For(billed) is { } row
            ? FeeAnswer.Of(FeeRounding.FromDollars(row.Charge(row.Middle, billed)))
            : NoTable("removal", date, $"{size} size");
    }

    /// <summary>Refund administration fee of one refund: a share of the referral fee paid back, up to a cap.</summary>
    /// <param name="date">The date of the refund.</param>
    /// <param name="referralRate">Referral rate of the sale, 0 to 1.</param>
    /// <param name="refunded">Amount refunded, at least 0.</param>
    public FeeAnswer RefundAdministration(SimDate date, double referralRate, Money refunded)
    {
        var referral = FeeInput.Share(referralRate, nameof(referralRate)) * FeeInput.NotNegative(refunded, nameof(refunded)).Cents;
        return _tables.RefundAdministration.On(date) is { } card
            ? FeeAnswer.Of(new(RefundCents(card, referral)))
            : NoTable("refund administration", date, "any category");
    }

    internal static long RefundCents(RefundCard card, decimal referralCents) =>
        FeeRounding.CentsFromCents(Math.Min(card.Cap * 100, card.ShareOfReferral * referralCents));

    internal RefundCard? RefundCardOn(SimDate date) => _tables.RefundAdministration.On(date);

    /// <summary>Closing fee of one unit: media categories pay it, others pay 0.</summary>
    /// <param name="date">The date of the sale.</param>
    /// <param name="category">Category as the tables name it.</param>
    public FeeAnswer Closing(SimDate date, string category)
    {
        if (_tables.Closing.On(date) is not { } card)
        {
            return NoTable("closing", date, $"category '{category}'");
        }

        if (card.Categories.Contains(category))
        {
            return FeeAnswer.Of(FeeRounding.FromDollars(card.PerItem));
        }

        var known = _tables.Referral.On(date);
        return known is null || known.ByCategory.ContainsKey(category)
            ? FeeAnswer.Of(Money.Zero)
            : NoCategory("closing", date, category);
    }

    /// <summary>The answer where no table is in force: a schedule without any charges nothing.</summary>
    private FeeAnswer NoTable(string fee, SimDate date, string category) =>
        ReferenceEquals(this, None) ? FeeAnswer.None : FeeAnswer.NoTable(fee, date, category);

    /// <summary>The answer for a category without a rule: an unknown one is told from a date without tables.</summary>
    internal FeeAnswer NoCategory(string fee, SimDate date, string category) => _tables.Referral.On(date) is null
        ? NoTable(fee, date, $"category '{category}'")
        : new(FeeAnswerKind.NoTable, Money.Zero, $"There is no category '{category}' in the {fee} table of {date}; known are {string.Join(", ", Categories(date))}.");

    /// <summary>The professional selling plan of a month.</summary>
    public FeeAnswer SellingPlan(SimDate date) => _tables.SellingPlan.On(date) is { } card
        ? FeeAnswer.Of(FeeRounding.FromDollars(card.PerMonth))
        : NoTable("selling plan", date, "the professional plan");

    /// <summary>Digest of the embedded tables: run logs name it, so that a corrected table is told from a changed rule.</summary>
    internal static string Digest => FeeTablesReader.Digest.Value;

    /// <summary>Days on which an amount may change, in order.</summary>
    internal IReadOnlyList<SimDate> Changes => _changes ??= _tables.Changes;

    /// <summary>The day from which funds of a sale are available: delivery date + reserve days + 1.</summary>
    /// <param name="delivered">Date of delivery.</param>
    /// <param name="reserveDays">Reserve days, 0 to 90.</param>
    public static SimDate AvailableFrom(SimDate delivered, int reserveDays) => reserveDays is >= 0 and <= 90
        ? delivered.AddDays(reserveDays + 1)
        : throw new ArgumentOutOfRangeException(nameof(reserveDays), $"{nameof(reserveDays)} is {reserveDays}; allowed is 0 to 90.");
}
