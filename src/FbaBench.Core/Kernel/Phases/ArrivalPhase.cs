using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Supply;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 2: goods move one stage on when their day has come; a balance is paid before goods leave the supplier.</summary>
internal static class ArrivalPhase
{
    public static void Run(DayContext day)
    {
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            Run(day, seat);
        }
    }

    /// <summary>Moves a seat's lots as far as today and its cash allow; safe to call again on the same day.</summary>
    public static void Run(DayContext day, int seat)
    {
        var (anyReady, balances) = (false, 0L);
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            if (Lots.AnyUnderWay(day.State, own))
            {
                Finish(day, day.Model.Own[own], ref anyReady, ref balances);
                Receive(day, day.Model.Own[own]);
            }
        }

        if (anyReady)
        {
            PayBalances(day, seat, balances);
        }
    }

    /// <summary>Ends productions whose day has come, and adds up the balances of all goods that are ready.</summary>
    private static void Finish(DayContext day, OwnOffer offer, ref bool anyReady, ref long balances)
    {
        var state = day.State;
        var (first, end) = Lots.OrderSlots(state, offer.Index);
        for (var slot = first; slot < end; slot++)
        {
            if (state.LotStates[slot] == (int)LotState.InProduction && state.LotNextDay[slot] <= day.Day)
            {
                if (IsSwindle(day, offer, slot))
                {
                    Adversaries.Count(state, offer.Seat, (int)AdversaryKind.SupplierFraud, Reaction.FellFor);
                    SupplierCommands.Cancel(day, offer, slot, TransferReason.DepositLost);
                    continue;
                }

                state.LotStates[slot] = (int)LotState.Ready;

                // The carrier's price is that of the day on which the goods are ready: who pays late does not wait for a better one.
                state.LotBalance[slot] += FreightCharge.Freight(state, offer, slot, day.Date);
                day.Emit(EventKind.OrderReady, offer.Seat, offer.Row, state.LotUnits[slot], 0, state.LotBalance[slot]);
            }

            if (state.LotStates[slot] == (int)LotState.Ready)
            {
                anyReady = true;
                balances += state.LotBalance[slot];
            }
        }
    }

    /// <summary>Whether there was never a factory: nothing gets ready, and the deposit is gone.</summary>
    private static bool IsSwindle(DayContext day, OwnOffer offer, int slot)
    {
        var supplier = day.State.LotSupplier[slot];
        return SupplierCharacter.Of(day.Draws, offer.SupplierKeys[supplier], offer.Product.Suppliers[supplier]) == SupplierFinding.NoFactory;
    }

    /// <summary>
    /// Pays and ships what is ready. Where cash does not cover everything, the oldest order goes first whichever offer it is
    /// for; one that is not covered waits and lets younger ones pass.
    /// </summary>
    private static void PayBalances(DayContext day, int seat, long balances)
    {
        if (balances <= day.Balance(seat, Account.Cash))
        {
            PayAll(day, seat);
            return;
        }

        var (afterDay, afterCommand) = (-1, -1);
        while (OldestReady(day, seat, afterDay, afterCommand) is var slot && slot >= 0)
        {
            (afterDay, afterCommand) = (day.State.LotOrderDay[slot], day.State.LotCommand[slot]);
            if (day.State.LotBalance[slot] <= day.Balance(seat, Account.Cash))
            {
                Ship(day, day.Model.Own[slot / day.State.Layout.Lots], slot);
            }
        }
    }

    private static void PayAll(DayContext day, int seat)
    {
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            var (first, end) = Lots.OrderSlots(day.State, own);
            for (var slot = first; slot < end; slot++)
            {
                if (day.State.LotStates[slot] == (int)LotState.Ready)
                {
                    Ship(day, day.Model.Own[own], slot);
                }
            }
        }
    }

    /// <summary>The slot of the oldest ready order after one of a day and command, or −1.</summary>
    private static int OldestReady(DayContext day, int seat, int afterDay, int afterCommand)
    {
        var state = day.State;
        var oldest = -1;
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            var (first, end) = Lots.OrderSlots(state, own);
            for (var slot = first; slot < end; slot++)
            {
                if (state.LotStates[slot] == (int)LotState.Ready && IsBefore(afterDay, afterCommand, slot) && (oldest < 0 || IsBefore(state.LotOrderDay[slot], state.LotCommand[slot], oldest)))
                {
                    oldest = slot;
                }
            }
        }

        return oldest;

        bool IsBefore(int orderDay, int command, int other) =>
            orderDay < state.LotOrderDay[other] || (orderDay == state.LotOrderDay[other] && command < state.LotCommand[other]);
    }

    private static void Ship(DayContext day, OwnOffer offer, int slot)
    {
        var state = day.State;
        var balance = state.LotBalance[slot];
        day.Post(offer.Seat, TransferReason.DepositApplied, state.LotCost[slot], offer.Row);
        day.Post(offer.Seat, TransferReason.Balance, balance, offer.Row);
        state.LotCost[slot] += balance;
        state.LotBalance[slot] = 0;
        state.LotStates[slot] = (int)LotState.InTransit;
        var supplier = state.LotSupplier[slot];
        CountBusiness(TalkState.Of(state, offer.Index, supplier), state.LotOrderDay[slot] + 1);
        var uniform = day.Draws.Uniform(Mechanism.Transit, offer.SupplierKeys[supplier], day.Day);
        state.LotNextDay[slot] = day.Day + FreightCharge.TransitDays(state, offer, slot, day.Date, uniform);
        day.Emit(EventKind.OrderShipped, offer.Seat, offer.Row, state.LotUnits[slot], supplier, balance);
        Receive(day, offer, slot);
    }

    /// <summary>Repeat business: the orders of a day are one.</summary>
    private static void CountBusiness(TalkState talk, int orderDay)
    {
        if (orderDay > talk.LastOrderDay)
        {
            talk.LastOrderDay = orderDay;
            talk.OrdersShipped++;
        }
    }

    private static void Receive(DayContext day, OwnOffer offer)
    {
        var (first, end) = Lots.OrderSlots(day.State, offer.Index);
        for (var slot = first; slot < end; slot++)
        {
            Receive(day, offer, slot);
        }
    }

    private static void Receive(DayContext day, OwnOffer offer, int slot)
    {
        var state = day.State;
        if (state.LotStates[slot] == (int)LotState.InTransit && state.LotNextDay[slot] <= day.Day)
        {
            var supplier = offer.Product.Suppliers[state.LotSupplier[slot]];
            var uniform = day.Draws.Uniform(Mechanism.Receiving, offer.ProductKey, day.Day);
            state.LotStates[slot] = (int)LotState.Receiving;
            state.LotArrivedDay[slot] = day.Day;
            FreightCharge.PayDuty(day, offer, slot);
            state.LotNextDay[slot] = day.Day + Durations.Days(supplier.Receiving, uniform);
        }

        if (state.LotStates[slot] == (int)LotState.Receiving && state.LotNextDay[slot] <= day.Day)
        {
            Receipt.Put(day, offer, slot);
        }
    }
}
