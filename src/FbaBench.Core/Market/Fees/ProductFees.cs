using System.Collections.ObjectModel;

namespace FbaBench.Market;

/// <summary>
/// The fees of one product over a run, worked out once: a list of periods between two changes of the tables. Asking
/// allocates nothing. A table that the run would miss is reported when the world is created, not in mid-run.
/// </summary>
internal sealed class ProductFees
{
    private readonly FeePolicy _policy;
    private readonly Period[] _periods;
    private readonly bool _apparelGroup;
    private readonly FlatFees? _flat;

    public ProductFees(ProductDefinition product, FeePolicy policy, SimDate first, SimDate last, FlatFees? flat = null)
    {
        _policy = policy;
        _apparelGroup = FeeSchedule.IsApparelGroup(product.Category);
        CubicFeet = Package.CubicFeetOf(product.Size);
        _flat = flat;
        _periods = policy.Mode == FeeMode.None ? [] : [.. PeriodStarts(policy, first, last).Select(date => PeriodOf(product, date))];
    }

    public long FulfilmentCents(SimDate date, long price) => On(date)?.Fulfilment(price) ?? _flat?.FulfilmentPerUnit.Cents ?? 0;

    /// <summary>Referral and, for media, closing fee of a unit.</summary>
    public long ReferralCents(SimDate date, long price) => On(date) is { } period ? period.Referral.Cents(price) + period.Closing : FlatReferral(price);

    /// <summary>Storage of a month, and the surcharge on it: together one line, rounded once.</summary>
    /// <param name="monthEnd">The last day of the month.</param>
    /// <param name="unitDays">Units on hand summed over the month's days.</param>
    /// <param name="agedUnitDays">Of them, those older than 30 days.</param>
    /// <param name="surcharge">Dollars a cubic foot on the latter.</param>
    /// <param name="daysInMonth">The month's days.</param>
    public (long Base, long Surcharge) MonthlyStorageCents(SimDate monthEnd, long unitDays, long agedUnitDays, decimal surcharge, int daysInMonth)
    {
        if (On(monthEnd) is not { } period)
        {
            return default;
        }

        var exact = 100 * CubicFeet * unitDays / daysInMonth * period.Storage.For(period.Size, monthEnd.Month);
        var basic = FeeRounding.CentsFromCents(exact);
        return (basic, FeeRounding.CentsFromCents(exact + (100 * CubicFeet * agedUnitDays / daysInMonth * surcharge)) - basic);
    }

    /// <summary>The fee on volume above the limit, at a rate in cents a cubic foot of all the volume and month.</summary>
    public long OverageCents(SimDate monthEnd, long unitDays, decimal centsPerCubicFoot, int daysInMonth)
    {
        return IsCharged(monthEnd) ? FeeRounding.CentsFromCents(CubicFeet * unitDays / daysInMonth * centsPerCubicFoot) : 0;
    }

    /// <summary>Whether fee tables hold on a day.</summary>
    public bool IsCharged(SimDate date) => On(date) is not null;

    /// <summary>Storage of a unit for a whole month at a day's rate, in cents and thousandths; worked out once a period and rate.</summary>
    public double StorageCentsPerUnit(SimDate date) => On(date)?.StoragePerUnit[date.Month >= StorageRates.LastQuarterBegins ? 1 : 0] ?? 0;

    /// <summary>The date whose tables hold on a day of the run.</summary>
    public SimDate TableDate(SimDate date) => _policy.RepeatYear is { } year ? FeeCalendar.InFeeYear(date, year) : date;

    public SizeClass SizeOn(SimDate date) => On(date)?.Size ?? SizeClass.Standard;

    /// <summary>Volume of a unit in cubic feet.</summary>
    public decimal CubicFeet { get; }

    /// <summary>Dollars a cubic foot that a ratio of stock to shipments adds to the month's storage.</summary>
    public decimal UtilisationPerCubicFoot(SimDate date, decimal ratioWeeks) => On(date) is { Utilisation: { } bands } period ? bands.PerCubicFoot(period.Size, ratioWeeks) : 0;

    public UtilisationBands? UtilisationOn(SimDate date) => On(date)?.Utilisation;

    /// <summary>Aged inventory surcharge of a unit, in dollars and fractions.</summary>
    public decimal AgedPerUnit(SimDate date, int ageDays) => On(date) is { Aged: { } bands } ? bands.PerUnit(ageDays, CubicFeet, _apparelGroup) : 0;

    /// <summary>The steps of the aged inventory surcharge for the product, cents a unit.</summary>
    public IReadOnlyList<AgedInventoryStep> AgedSteps(SimDate date) => On(date)?.AgedSteps ?? [];

    /// <summary>The low inventory rates of the product's size, or null where it pays none.</summary>
    public LowInventoryRates? LowInventoryOn(SimDate date) => On(date)?.LowInventory;

    /// <summary>Inbound placement fee of a unit from a supplier.</summary>
    public long PlacementCents(SimDate date, int supplier) => On(date)?.Placement[supplier].Cents ?? 0;

    /// <summary>Inbound placement fees of a unit by supplier.</summary>
    public IReadOnlyList<Money> PlacementOn(SimDate date) => On(date)?.Placement ?? [];

    /// <summary>The rule for returns of units shipped in a month, or null where none is charged.</summary>
    public ReturnsRule? ReturnsOn(SimDate shipped) => On(shipped)?.Returns;

    /// <summary>Fulfilment fee by price, cheapest band first.</summary>
    public IReadOnlyList<FulfilmentStep> FulfilmentSteps(SimDate date) => On(date)?.FulfilmentSteps ?? [];

    /// <summary>Refund administration of a unit, from what its sale paid as referral (and closing) fee.</summary>
    public long RefundAdministrationCents(SimDate date, long referralCents) =>
        On(date) is { Closing: 0 } period ? FeeSchedule.RefundCents(period.Refund, referralCents) : 0;

    public long RemovalCents(SimDate date) => On(date)?.Removal ?? 0;

    private long FlatReferral(long price) => _flat is null ? 0 : (long)Math.Floor((price * _flat.ReferralShare) + 0.5);

    private Period? On(SimDate date)
    {
        if (_periods.Length == 0)
        {
            return null;
        }

        var mapped = TableDate(date);
        var at = _periods.Length - 1;
        while (at > 0 && mapped < _periods[at].From)
        {
            at--;
        }

        return _periods[at];
    }

    private static IEnumerable<SimDate> PeriodStarts(FeePolicy policy, SimDate first, SimDate last)
    {
        if (policy.RepeatYear is { } year)
        {
            (first, last) = (FeeCalendar.First(year), FeeCalendar.Last(year));
        }

        return FeeSchedule.Published.Changes.Where(date => date > first && date <= last).Prepend(first);
    }

    private Period PeriodOf(ProductDefinition product, SimDate date)
    {
        var fees = FeeSchedule.Published;
        var (tier, size, weight) = fees.SizeOf(date, product.Size, product.WeightPounds) ?? throw Missing(FeeAnswer.NoTable("size tier", date, product.Name));
        return new Period
        {
            From = date,
            UnderTen = Fulfilment(fees, product, date, 0),
            Middle = Fulfilment(fees, product, date, PriceBands.TenDollars),
            OverFifty = Fulfilment(fees, product, date, PriceBands.FiftyDollars + 1),
            Referral = fees.ReferralRuleOf(date, product.Category) ?? throw Missing(fees.NoCategory("referral", date, product.Category)),
            Closing = Amount(fees.Closing(date, product.Category)),
            Size = size,
            Storage = FeeTables.Published.Storage.On(date) ?? throw Missing(FeeAnswer.NoTable("monthly storage", date, product.Name)),
            StoragePerUnit = [StoragePerUnit(size, date, 1), StoragePerUnit(size, date, StorageRates.LastQuarterBegins)],
            Refund = fees.RefundCardOn(date) ?? throw Missing(FeeAnswer.NoTable("refund administration", date, product.Name)),
            Removal = Amount(fees.RemovalOf(date, size, weight)),
            Utilisation = fees.UtilisationOn(date),
            Aged = fees.AgedBandsOn(date),
            AgedSteps = AgedStepsOf(fees.AgedBandsOn(date)),
            LowInventory = fees.LowInventoryRatesOn(date, tier, weight),
            Placement = [.. product.Suppliers.Select(supplier => new Money(Amount(fees.PlacementOf(date, tier, weight, supplier.Placement))))],
            Returns = fees.ReturnsProcessingOf(date, tier, weight) is { Kind: FeeAnswerKind.NotInForce } ? null : new(
                Amount(fees.ReturnsProcessingOf(date, tier, weight)),
                FeeSchedule.PaysForEveryReturn(product.Category) ? null : fees.FreeReturnShare(date, product.Category)),
        };
    }

    private double StoragePerUnit(SizeClass size, SimDate date, int month) =>
        FeeRounding.CentsFromCents(100_000 * CubicFeet * FeeTables.Published.Storage.On(date)!.For(size, month)) / 1000.0;

    private ReadOnlyCollection<AgedInventoryStep> AgedStepsOf(AgedBands? bands)
    {
        var steps = new List<AgedInventoryStep>();
        foreach (var band in bands?.Bands ?? [])
        {
            var cents = (double)(100 * band.PerUnit(CubicFeet, _apparelGroup));
            if (cents != (steps.Count == 0 ? 0 : steps[^1].CentsPerUnit))
            {
                steps.Add(new(band.FromDays, cents));
            }
        }

        return steps.AsReadOnly();
    }

    private static long Fulfilment(FeeSchedule fees, ProductDefinition product, SimDate date, long price) =>
        Amount(fees.Fulfilment(date, product.Size, product.WeightPounds, new Money(price), FeeSchedule.IsApparel(product.Category)).Fee);

    private static long Amount(FeeAnswer answer) => answer.Kind == FeeAnswerKind.NoTable ? throw Missing(answer) : answer.Amount.Cents;

    private static FeeTableMissingException Missing(FeeAnswer answer) => new(answer.Error!);

    private sealed class Period
    {
        public required SimDate From { get; init; }

        public required long UnderTen { get; init; }

        public required long Middle { get; init; }

        public required long OverFifty { get; init; }

        public required ReferralRule Referral { get; init; }

        public required long Closing { get; init; }

        public required SizeClass Size { get; init; }

        public required StorageRates Storage { get; init; }

        /// <summary>Cents a unit and month: January to September, October to December.</summary>
        public required double[] StoragePerUnit { get; init; }

        public required RefundCard Refund { get; init; }

        public required long Removal { get; init; }

        public required UtilisationBands? Utilisation { get; init; }

        public required AgedBands? Aged { get; init; }

        public required IReadOnlyList<AgedInventoryStep> AgedSteps { get; init; }

        public required LowInventoryRates? LowInventory { get; init; }

        public required IReadOnlyList<Money> Placement { get; init; }

        public required ReturnsRule? Returns { get; init; }

        public IReadOnlyList<FulfilmentStep> FulfilmentSteps => field ??= Steps();

        private ReadOnlyCollection<FulfilmentStep> Steps()
        {
            var steps = new List<FulfilmentStep> { new(new Money(1), new Money(UnderTen)) };
            foreach (var (from, fee) in ((long, long)[])[(PriceBands.TenDollars, Middle), (PriceBands.FiftyDollars + 1, OverFifty)])
            {
                if (fee != steps[^1].Fee.Cents)
                {
                    steps.Add(new(new Money(from), new Money(fee)));
                }
            }

            return steps.AsReadOnly();
        }

        public long Fulfilment(long price) => price < PriceBands.TenDollars ? UnderTen : price <= PriceBands.FiftyDollars ? Middle : OverFifty;
    }
}

/// <summary>What units of a month of shipment pay when they come back.</summary>
/// <param name="CentsPerUnit">Fee of a unit beyond the free ones.</param>
/// <param name="FreeShare">Share of the month's shipments that is free; null when every return pays.</param>
internal sealed record ReturnsRule(long CentsPerUnit, decimal? FreeShare)
{
    /// <summary>Returned units that pay.</summary>
    public long UnitsCharged(long shipped, long returned) => FreeShare is { } share ? FeeSchedule.ReturnsBeyond(share, shipped, returned) : returned;
}
