using FbaBench.Contracts;
using FbaBench.Kernel.Laboratories;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Supply;

/// <summary>Orders at suppliers.</summary>
internal static class OrderPlacing
{
    public static Refusal Place(DayContext day, int index, OwnOffer offer, PlaceOrder order)
    {
        if (SupplierRules.Order(index, order, offer.Quotes, day.Definition.Limits.UnitsPerOrder) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        var supplier = order.Supplier.Index;
        var quote = offer.Quotes[supplier];
        var price = SupplierCommands.UnitPrice(day.State, offer, supplier, order.Units, day.Day);
        var deposit = quote.Deposit(order.Units, price).Cents;
        if (AccountRules.Covered(index, deposit, day.Balance(offer.Seat, Account.Cash)) is { Reason: not RefusalReason.None } uncovered)
        {
            return uncovered;
        }

        var slot = Lots.FreeSlot(day.State, offer.Index);
        if (slot < 0)
        {
            return SupplierRules.Place(index, day.State.Layout.Lots - 1, day.State.Layout.Lots);
        }

        var route = SupplierRules.RouteOf(quote, order.Freight);
        day.Post(offer.Seat, TransferReason.Deposit, deposit, offer.Row);
        Fill(day, index, offer, order, slot, route, price, deposit);
        Stages.Mail(day, offer, slot);
        day.Emit(EventKind.OrderPlaced, offer.Seat, offer.Row, order.Units, supplier, deposit);
        LaboratoryPhase.ChargeOrder(day, offer);
        return default;
    }

    private static void Fill(DayContext day, int index, OwnOffer offer, PlaceOrder order, int slot, int route, Money price, long deposit)
    {
        var state = day.State;
        var supplier = order.Supplier.Index;
        var terms = offer.Product.Suppliers[supplier];
        var key = offer.SupplierKeys[supplier];
        var ofToday = Ordered(state, offer, supplier, day.Day).OfToday;
        state.LotStates[slot] = (int)LotState.InProduction;
        state.LotUnits[slot] = order.Units;
        state.UnitsOwned[offer.Index] += order.Units;
        state.LotCost[slot] = deposit;
        state.LotBalance[slot] = checked(((price + terms.InboundPerUnit).Cents * order.Units) - deposit);
        state.LotUnitPrice[slot] = checked((int)price.Cents);
        state.LotRoute[slot] = route;
        state.LotOrderDay[slot] = day.Day;
        state.LotCommand[slot] = index;
        state.LotSupplier[slot] = supplier;
        state.LotDefects[slot] = SupplierCharacter.Defects(day.Draws, key, terms, day.Day, ofToday, order.Units);
        Queue(day, offer, supplier);
    }

    /// <summary>
    /// One of today's orders was rejected: the others move up, so that their defects and the day on which they are ready are those of one order of what
    /// is left, whichever it was.
    /// </summary>
    public static void CloseUp(DayContext day, OwnOffer offer, int supplier)
    {
        var state = day.State;
        var position = 0;
        var (first, end) = Lots.OrderSlots(state, offer.Index);
        for (var slot = first; slot < end; slot++)
        {
            if (IsOfToday(state, slot, supplier, day.Day))
            {
                state.LotDefects[slot] = SupplierCharacter.Defects(day.Draws, offer.SupplierKeys[supplier], offer.Product.Suppliers[supplier], day.Day, position, state.LotUnits[slot]);
                position += state.LotUnits[slot];
            }
        }

        Queue(day, offer, supplier);
    }

    /// <summary>The queue at the supplier: the orders of a day are ready together, after what was ordered before them.</summary>
    private static void Queue(DayContext day, OwnOffer offer, int supplier)
    {
        var (state, terms) = (day.State, offer.Product.Suppliers[supplier]);
        var waiting = terms.UnitsPerDay == 0 ? 0 : (Ordered(state, offer, supplier, day.Day).InProduction - 1L) / terms.UnitsPerDay;
        var ready = day.Day + SupplierCharacter.ProductionDays(day.Draws, offer.SupplierKeys[supplier], terms, day.Day) + (int)waiting;
        var (first, end) = Lots.OrderSlots(state, offer.Index);
        for (var slot = first; slot < end; slot++)
        {
            if (IsOfToday(state, slot, supplier, day.Day))
            {
                state.LotNextDay[slot] = ready;
            }
        }
    }

    /// <summary>Whether a lot was ordered of a supplier today.</summary>
    private static bool IsOfToday(WorldState state, int slot, int supplier, int day) =>
        state.LotStates[slot] == (int)LotState.InProduction && state.LotSupplier[slot] == supplier && state.LotOrderDay[slot] == day;

    /// <summary>Units of the offer that the supplier still makes, and those ordered of it today.</summary>
    private static (int InProduction, int OfToday) Ordered(WorldState state, OwnOffer offer, int supplier, int day)
    {
        var (making, ofToday) = (0, 0);
        var (first, end) = Lots.OrderSlots(state, offer.Index);
        for (var slot = first; slot < end; slot++)
        {
            if (state.LotStates[slot] != (int)LotState.Empty && state.LotSupplier[slot] == supplier)
            {
                making += state.LotStates[slot] == (int)LotState.InProduction ? state.LotUnits[slot] : 0;
                ofToday += state.LotStates[slot] != (int)LotState.Sellable && state.LotOrderDay[slot] == day ? state.LotUnits[slot] : 0;
            }
        }

        return (making, ofToday);
    }
}
