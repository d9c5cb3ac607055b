namespace FbaBench.Market;

/// <summary>
/// The fees of one product over a run, worked out once: a list of periods between two changes of the tables. Asking
/// allocates nothing. A table that the run would miss is reported when the world is created, not in mid-run.
/// </summary>
internal sealed class ProductFees
{
    private readonly FeePolicy _policy;
    private readonly Period[] _periods;
    private readonly FlatFees? _flat;

    public ProductFees(ProductDefinition product, FeePolicy policy, SimDate first, SimDate last, FlatFees? flat = null)
    {
        _policy = policy;
        _flat = flat;
        _periods = policy.Mode == FeeMode.None ? [] : [.. PeriodStarts(policy, first, last).Select(date => PeriodOf(product, date))];
    }

    public long FulfilmentCents(SimDate date, long price) => On(date)?.Fulfilment(price) ?? _flat?.FulfilmentPerUnit.Cents ?? 0;

    /// <summary>Referral and, for media, closing fee of a unit.</summary>
    public long ReferralCents(SimDate date, long price) => On(date) is { } period ? period.Referral.Cents(price) + period.Closing : FlatReferral(price);

    /// <summary>Storage of a month.</summary>
    /// <param name="monthEnd">The last day of the month.</param>
    /// <param name="unitDays">Units on hand summed over the month's days.</param>
    /// <param name="daysInMonth">The month's days.</param>
    public long MonthlyStorageCents(SimDate monthEnd, long unitDays, int daysInMonth) => On(monthEnd) is { } period
        ? FeeRounding.CentsFromCents(100 * period.CubicFeet * unitDays / daysInMonth * period.Storage.For(period.Size, monthEnd.Month))
        : 0;

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

        var mapped = _policy.RepeatYear is { } year ? FeeCalendar.InFeeYear(date, year) : date;
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

    private static Period PeriodOf(ProductDefinition product, SimDate date)
    {
        var fees = FeeSchedule.Published;
        var (size, weight) = fees.SizeOf(date, product.Size, product.WeightPounds) ?? throw Missing(FeeAnswer.NoTable("size tier", date, product.Name));
        return new Period(
            date,
            Fulfilment(fees, product, date, 0),
            Fulfilment(fees, product, date, PriceBands.TenDollars),
            Fulfilment(fees, product, date, PriceBands.FiftyDollars + 1),
            fees.ReferralRuleOf(date, product.Category) ?? throw Missing(fees.NoCategory("referral", date, product.Category)),
            Amount(fees.Closing(date, product.Category)),
            size,
            Package.CubicFeetOf(product.Size),
            FeeTables.Published.Storage.On(date) ?? throw Missing(FeeAnswer.NoTable("monthly storage", date, product.Name)),
            fees.RefundCardOn(date) ?? throw Missing(FeeAnswer.NoTable("refund administration", date, product.Name)),
            Amount(fees.RemovalOf(date, size, weight)));
    }

    private static long Fulfilment(FeeSchedule fees, ProductDefinition product, SimDate date, long price) =>
        Amount(fees.Fulfilment(date, product.Size, product.WeightPounds, new Money(price), FeeSchedule.IsApparel(product.Category)).Fee);

    private static long Amount(FeeAnswer answer) => answer.Kind == FeeAnswerKind.NoTable ? throw Missing(answer) : answer.Amount.Cents;

    private static FeeTableMissingException Missing(FeeAnswer answer) => new(answer.Error!);

    private sealed record Period(
        SimDate From,
        long UnderTen,
        long Middle,
        long OverFifty,
        ReferralRule Referral,
        long Closing,
        SizeClass Size,
        decimal CubicFeet,
        StorageRates Storage,
        RefundCard Refund,
        long Removal)
    {
        public long Fulfilment(long price) => price < PriceBands.TenDollars ? UnderTen : price <= PriceBands.FiftyDollars ? Middle : OverFifty;
    }
}
