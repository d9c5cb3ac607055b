using FbaBench.Kernel.Supply;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 8: units that come back today: refunds, fees, resale or write-off.</summary>
internal static class ReturnsPhase
{
    public static void Run(DayContext day)
    {
        var slot = day.Day % WorldLayout.ReturnRingDays;
        foreach (var offer in day.Model.Own)
        {
            Unsellable.FromRework(day, offer);
            var at = (offer.Index * WorldLayout.ReturnRingDays) + slot;
            if (TakeUnits(day, offer, at) is > 0 and var units)
            {
                ComeBack(day, offer, at, units);
            }
        }

        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            Refund(day, seat, (seat * WorldLayout.ReturnRingDays) + slot);
        }
    }

    /// <summary>The units of a ring entry, counted to the months in which they were shipped.</summary>
    private static int TakeUnits(DayContext day, OwnOffer offer, int at)
    {
        var byMonth = day.State.ReturnUnits.Slice(at * WorldLayout.ReturnMonths, WorldLayout.ReturnMonths);
        var units = 0;
        for (var month = day.Month; month > day.Month - WorldLayout.ReturnMonths; month--)
        {
            ref var came = ref byMonth[month % WorldLayout.ReturnMonths];
            day.State.ReturnedOfMonth[(offer.Index * WorldLayout.ShipMonths) + (month % WorldLayout.ShipMonths)] += came;
            units += came;
            came = 0;
        }

        return units;
    }

    private static void ComeBack(DayContext day, OwnOffer offer, int at, int units)
    {
        var state = day.State;
        var resellable = state.ReturnResellable[at];
        var written = state.ReturnCost[at] - state.ReturnStockCost[at];
        day.Post(offer.Seat, TransferReason.ReturnToStock, state.ReturnStockCost[at], offer.Row);
        day.Post(offer.Seat, TransferReason.ReturnWrittenOff, written, offer.Row);
        Unsellable.Add(state, offer.Index, units - resellable, written);
        if (resellable > 0)
        {
            state.UnitsOwned[offer.Index] += resellable;
            Lots.AddReturned(state, offer.Index, resellable, state.ReturnStockCost[at], day.Day);
        }

        day.Emit(EventKind.Returned, offer.Seat, offer.Row, units, resellable, state.ReturnRefund[at]);
        state.Returned[offer.Index] = units;
        state.ReturnedDefective[offer.Index] = state.ReturnDefective[at];
        state.ReturnDefective[at] = 0;
        state.ReturnResellable[at] = 0;
        state.ReturnCost[at] = 0;
        state.ReturnStockCost[at] = 0;
        state.ReturnRefund[at] = 0;
    }

    private static void Refund(DayContext day, int seat, int at)
    {
        var state = day.State;
        var refund = state.RefundCents[at];
        if (refund == 0)
        {
            return;
        }

        day.Post(seat, TransferReason.Refund, refund);
        day.Post(seat, TransferReason.ReferralReturned, state.ReferralBackCents[at]);
        day.Post(seat, TransferReason.RefundAdministration, state.RefundFeeCents[at]);
        state.Available[seat] += state.ReferralBackCents[at] - refund - state.RefundFeeCents[at];
        state.RefundCents[at] = 0;
        state.ReferralBackCents[at] = 0;
        state.RefundFeeCents[at] = 0;
    }
}
