using FbaBench.Kernel.Observing;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>
/// The returns processing fee (fees-us-*.json, returns_processing_fee): units of a month's shipments that came back beyond the free share
/// pay on the 7th of the third month after.
/// </summary>
internal static class ReturnsCharge
{
    private const int ChargedOn = 7;
    private const int MonthsLater = 3;

    /// <summary>A count of months that never ends, so that a ring of months needs no start.</summary>
    public static int MonthOf(SimDate date) => (date.Year * 12) + date.Month - 1;

    public static void Run(DayContext day)
    {
        if (day.Date.DayOfMonth != ChargedOn)
        {
            return;
        }

        foreach (var offer in day.Model.Own)
        {
            Charge(day, offer, MonthOf(day.Date) - MonthsLater);
        }
    }

    /// <summary>The last evening: every month that is still to be charged.</summary>
    public static void Settle(DayContext day, OwnOffer offer)
    {
        for (var month = MonthOf(day.Date) - MonthsLater; month <= MonthOf(day.Date); month++)
        {
            Charge(day, offer, month);
        }
    }

    public static ReturnsPreview Preview(ProductFees fees, MonthsOfReturns months, SimDate date)
    {
        var month = MonthOf(date);
        long due = 0;
        for (var earlier = month - MonthsLater; earlier <= month; earlier++)
        {
            due += Due(fees, earlier, months.Of(earlier)).Cents;
        }

        var rule = fees.ReturnsOn(date);
        var (shipped, returned) = months.Of(month);
        return new(new(rule?.CentsPerUnit ?? 0), (double?)rule?.FreeShare, shipped, returned, new(due));
    }

    private static void Charge(DayContext day, OwnOffer offer, int month)
    {
        var at = Slot(offer.Index, month);
        var (units, cents) = Due(day.Fees[offer.Index], month, (day.State.ShippedInMonth[at], day.State.ReturnedOfMonth[at]));
        day.State.ShippedInMonth[at] = 0;
        day.State.ReturnedOfMonth[at] = 0;
        if (cents > 0)
        {
            day.State.Available[offer.Seat] -= cents;
            day.Charge(offer, TransferReason.ReturnsProcessing, EventKind.ReturnsProcessing, cents, (int)units, (month % 12) + 1);
        }
    }

    private static (long Units, long Cents) Due(ProductFees fees, int month, (long Shipped, long Returned) of)
    {
        if (of.Returned == 0 || fees.ReturnsOn(new SimDate(month / 12, (month % 12) + 1, 1)) is not { } rule)
        {
            return default;
        }

        var units = rule.UnitsCharged(of.Shipped, of.Returned);
        return (units, units * rule.CentsPerUnit);
    }

    private static int Slot(int own, int month) => (own * WorldLayout.ShipMonths) + (month % WorldLayout.ShipMonths);
}
