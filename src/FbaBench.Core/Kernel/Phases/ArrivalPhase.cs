using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 2: goods move one stage on when their day has come; a balance is paid before goods leave the supplier.</summary>
internal static class ArrivalPhase
{
    public static void Run(DayContext day)
    {
        foreach (var offer in day.Model.Own)
        {
            if (Lots.AnyUnderWay(day.State, offer.Index))
            {
                Advance(day, offer);
            }
        }
    }

    /// <summary>Moves an offer's lots as far as today allows. Lots of the same stage go in order of order day and slot.</summary>
    public static void Advance(DayContext day, OwnOffer offer)
    {
        var state = day.State;
        var first = offer.Index * state.Layout.Lots;
        for (var slot = first; slot < first + state.Layout.Lots - 1; slot++)
        {
            var lot = (LotState)state.LotStates[slot];
            if (lot is LotState.Empty or LotState.Sellable || state.LotNextDay[slot] > day.Day)
            {
                continue;
            }

            if (lot == LotState.InProduction)
            {
                state.LotStates[slot] = (int)LotState.Ready;
                day.Emit(EventKind.OrderReady, offer.Seat, offer.Row, state.LotUnits[slot], 0, state.LotBalance[slot]);
            }

            if (state.LotStates[slot] == (int)LotState.Ready && !Ship(day, offer, slot))
            {
                continue;
            }

            if (state.LotStates[slot] == (int)LotState.InTransit && state.LotNextDay[slot] <= day.Day)
            {
                var supplier = offer.Product.Suppliers[state.LotSupplier[slot]];
                var uniform = day.Draws.Uniform(Mechanism.Receiving, offer.ProductKey, day.Day);
                state.LotStates[slot] = (int)LotState.Receiving;
                state.LotNextDay[slot] = day.Day + Durations.Days(supplier.Receiving, uniform);
            }

            if (state.LotStates[slot] == (int)LotState.Receiving && state.LotNextDay[slot] <= day.Day)
            {
                state.LotStates[slot] = (int)LotState.Sellable;
                state.LotNextDay[slot] = day.Day;
                day.Emit(EventKind.OrderReceived, offer.Seat, offer.Row, state.LotUnits[slot], 0, state.LotCost[slot]);
            }
        }
    }

    /// <summary>Pays the balance and ships; false when cash does not cover it, and the goods stay where they are.</summary>
    private static bool Ship(DayContext day, OwnOffer offer, int slot)
    {
        var state = day.State;
        var balance = state.LotBalance[slot];
        if (balance > day.Balance(offer.Seat, Account.Cash))
        {
            return false;
        }

        day.Post(offer.Seat, TransferReason.DepositApplied, state.LotCost[slot], offer.Row);
        day.Post(offer.Seat, TransferReason.Balance, balance, offer.Row);
        state.LotCost[slot] += balance;
        state.LotBalance[slot] = 0;
        state.LotStates[slot] = (int)LotState.InTransit;
        var supplier = state.LotSupplier[slot];
        var uniform = day.Draws.Uniform(Mechanism.Transit, offer.SupplierKeys[supplier], day.Day);
        state.LotNextDay[slot] = day.Day + Durations.Days(offer.Product.Suppliers[supplier].Transit, uniform);
        day.Emit(EventKind.OrderShipped, offer.Seat, offer.Row, state.LotUnits[slot], supplier, balance);
        return true;
    }
}
