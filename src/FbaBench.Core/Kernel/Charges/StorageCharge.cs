using FbaBench.Kernel.Observing;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>
/// Monthly storage by daily average volume, with the utilisation surcharge (fees-us-*.json, storage_utilization_surcharge): of
/// sellers whose first receipt lies more than 365 days back, on volume older than 30 days of a size class of which they
/// store at least 25 cubic feet, by the weeks of shipments that this stock would last; and, of the same sellers, once the
/// run knows 13 weeks, the fee on volume above the account's limit (market-parameters.json, capacity_limit; whom it spares is a modelling assumption).
/// </summary>
internal static class StorageCharge
{
    private const int NewSellerDays = 365;
    private const int FreeAgeDays = 30;
    private const int DaysOfAWeek = 7;
    public const int DaysOfWeeks = 13 * DaysOfAWeek;
    private const int DaysOfAMonth = 30;
    private const decimal LeastCubicFeet = 25;

    /// <summary>A day's stock counts towards its month; call once, at the day's end.</summary>
    public static void Count(DayContext day, OwnOffer offer)
    {
        var state = day.State;
        var slots = new Range(offer.Index * state.Layout.Lots, (offer.Index + 1) * state.Layout.Lots);
        var lots = state.LotStates[slots];
        var units = state.LotUnits[slots];
        var received = state.LotNextDay[slots];
        var (onHand, aged) = (0, 0);
        for (var slot = 0; slot < lots.Length; slot++)
        {
            if (lots[slot] == (int)LotState.Sellable)
            {
                onHand += units[slot];
                aged += day.Day - received[slot] > FreeAgeDays ? units[slot] : 0;
            }
        }

        state.MonthUnitDays[offer.Index] += onHand + state.UnsellableUnits[offer.Index];
        state.MonthAgedUnitDays[offer.Index] += aged;
        state.HistoryOnHand[(offer.Index * WorldLayout.HistoryDays) + (day.Day % WorldLayout.HistoryDays)] = onHand;
    }

    /// <summary>Charges a seat's storage of the month so far.</summary>
    public static void Charge(DayContext day, int seat)
    {
        var standard = Usage.OfMonth(day, seat, SizeClass.Standard);
        var bulky = Usage.OfMonth(day, seat, SizeClass.Bulky);
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            var fees = day.Fees[own];
            var usage = fees.SizeOn(day.Date) == SizeClass.Standard ? standard : bulky;
            var surcharge = usage.Exemption == FeeExemption.None ? fees.UtilisationPerCubicFoot(day.Date, usage.RatioWeeks ?? decimal.MaxValue) : 0;
            Charge(day, day.Model.Own[own], surcharge, usage.OverageShare);
        }
    }

    public static StorageUtilisationPreview Preview(OfferFees fees, MorningStock[] stock, int seat, int seats, double? limitMonths, SizeClass size, int day, SimDate date)
    {
        var usage = Usage.SoFar(fees, stock, seat, seats, limitMonths, size, day, date);
        var bands = usage.AnyOffer is { } own ? fees[own].UtilisationOn(date)?.Of(size) : null;
        return new(
            size,
            bands is null ? FeeExemption.NotInForce : usage.Exemption,
            (double)usage.CubicFeet,
            (double?)usage.RatioWeeks,
            bands is null || usage.Exemption != FeeExemption.None ? 0 : fees[usage.AnyOffer!.Value].UtilisationPerCubicFoot(date, usage.RatioWeeks ?? decimal.MaxValue),
            [.. (bands ?? []).Select(band => new UtilisationStep(band.UpToWeeks == decimal.MaxValue ? null : (double)band.UpToWeeks, band.PerCubicFoot))],
            (double?)usage.LimitCubicFeet);
    }

    private static void Charge(DayContext day, OwnOffer offer, decimal surcharge, decimal overageShare)
    {
        var state = day.State;
        var unitDays = state.MonthUnitDays[offer.Index];
        if (unitDays == 0)
        {
            return;
        }

        var (basic, extra) = day.Fees[offer.Index].MonthlyStorageCents(day.Date, unitDays, state.MonthAgedUnitDays[offer.Index], surcharge, day.Date.DaysInMonth);
        var overage = day.Fees[offer.Index].OverageCents(day.Date, unitDays, overageShare * day.Model.Definition.Account.StorageOverage.Cents, day.Date.DaysInMonth);
        state.MonthUnitDays[offer.Index] = 0;
        state.MonthAgedUnitDays[offer.Index] = 0;
        state.Available[offer.Seat] -= basic + extra + overage;
        day.Charge(offer, TransferReason.Storage, EventKind.Storage, basic);
        day.Charge(offer, TransferReason.StorageUtilisation, EventKind.StorageUtilisation, extra);
        day.Charge(offer, TransferReason.StorageOverage, EventKind.StorageOverage, overage);
    }

    /// <summary>A seat's use of a size class: the month's average volume against the shipments of 13 weeks.</summary>
    private readonly record struct Usage(FeeExemption Exemption, decimal CubicFeet, decimal? RatioWeeks, decimal? LimitCubicFeet, int? AnyOffer)
    {
        /// <summary>The share of the volume that lies above the limit.</summary>
        public decimal OverageShare => LimitCubicFeet is { } limit && CubicFeet > limit ? (CubicFeet - limit) / CubicFeet : 0;

        /// <summary>At the month's end: today is counted.</summary>
        public static Usage OfMonth(DayContext day, int seat, SizeClass size)
        {
            var state = day.State;
            var volume = default(Volume);
            for (var own = seat; own < state.Model.Own.Length; own += state.Model.Seats)
            {
                var fees = day.Fees[own];
                var isOfSize = fees.SizeOn(day.Date) == size;
                volume.Add(own, state.FirstInbound[own], isOfSize, fees.CubicFeet, state.MonthUnitDays[own], isOfSize ? StockHistory.Shipped(state, own, day.Day + 1, DaysOfWeeks) : 0);
            }

            return Of(day.Fees, volume, state.Model.Definition.Account.StorageLimitMonths, day.Day, day.Date, day.Day + 1);
        }

        /// <summary>In the morning, with the stock of now for today.</summary>
        public static Usage SoFar(OfferFees fees, MorningStock[] stock, int seat, int seats, double? limitMonths, SizeClass size, int day, SimDate date)
        {
            var volume = default(Volume);
            for (var i = 0; i < stock.Length; i++)
            {
                var own = seat + (i * seats);
                volume.Add(own, stock[i].FirstInbound, fees[own].SizeOn(date) == size, fees[own].CubicFeet, stock[i].UnitDays, stock[i].ShippedInWeeks);
            }

            return Of(fees, volume, limitMonths, day, date, day);
        }

        private static Usage Of(OfferFees fees, in Volume volume, double? limitMonths, int day, SimDate date, int end)
        {
            // Averages are over the days that the run knows: what went before it is neither stock nor a lack of sales.
            var cubicFeet = volume.UnitDays / Math.Min(date.DayOfMonth, day + 1);
            decimal? ratio = volume.Shipped == 0 ? null : cubicFeet * Math.Min(DaysOfWeeks, end) / volume.Shipped / DaysOfAWeek;
            var exemption = day - (long)(volume.FirstInbound ?? int.MaxValue) <= NewSellerDays ? FeeExemption.NewSeller : cubicFeet < LeastCubicFeet ? FeeExemption.SmallVolume : FeeExemption.None;
            var isLimited = volume.AnyOffer is { } one && fees[one].IsCharged(date) && exemption != FeeExemption.NewSeller && end >= DaysOfWeeks;
            return new(exemption, cubicFeet, ratio, isLimited && limitMonths is { } months ? Math.Max(LeastCubicFeet, (decimal)months * DaysOfAMonth * volume.Shipped / DaysOfWeeks) : null, volume.AnyOffer);
        }
    }

    /// <summary>Cubic feet of a seat's offers of one size class.</summary>
    private record struct Volume(decimal UnitDays, decimal Shipped, int? AnyOffer, int? FirstInbound)
    {
        public void Add(int own, int firstInbound, bool isOfSize, decimal cubicFeet, long unitDays, long shipped)
        {
            // Whether a seller is new goes by all its offers.
            FirstInbound = Math.Min(FirstInbound ?? int.MaxValue, firstInbound);
            if (isOfSize)
            {
                AnyOffer ??= own;
                UnitDays += cubicFeet * unitDays;
                Shipped += cubicFeet * shipped;
            }
        }
    }
}
