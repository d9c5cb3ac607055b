using FbaBench.Kernel.Laboratories;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Supply;

/// <summary>Orders at suppliers.</summary>
internal static class OrderPlacing
{
    public static Refusal Place(DayContext day, int index, OwnOffer offer, PlaceOrder order)
    {
        var supplier = order.Supplier.Index;
        if (supplier < 0 || supplier >= offer.Quotes.Length)
        {
            return new(index, RefusalReason.UnknownSupplier, supplier, 0, offer.Quotes.Length - 1);
        }

        var quote = offer.Quotes[supplier];
        var highest = day.Definition.Limits.UnitsPerOrder;
        if (order.Units < 1 || order.Units > highest)
        {
            return new(index, RefusalReason.UnitsOutOfRange, order.Units, quote.MinimumUnits, highest);
        }

        if (order.Units < quote.MinimumUnits)
        {
            return new(index, RefusalReason.BelowMinimumUnits, order.Units, quote.MinimumUnits, highest);
        }

        var routes = offer.Product.Suppliers[supplier].Routes;
        var route = RouteOf(routes, order.Freight);
        if (route < 0)
        {
            return new(index, RefusalReason.FreightNotOffered, (int)order.Freight, 0, Offered(routes));
        }

        var price = SupplierCommands.UnitPrice(day.State, offer, supplier, order.Units, day.Day);
        var deposit = quote.Deposit(order.Units, price).Cents;
        var cash = day.Balance(offer.Seat, Account.Cash);
        if (deposit > cash)
        {
            return new(index, RefusalReason.NotEnoughCash, deposit, 0, Math.Max(0, cash));
        }

        var slot = Lots.FreeSlot(day.State, offer.Index);
        if (slot < 0)
        {
            return new(index, RefusalReason.TooManyLots, day.State.Layout.Lots, 0, day.State.Layout.Lots - 1);
        }

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

    /// <summary>Index of the route of a mode, 0 for the quoted one, −1 when the supplier has none.</summary>
    private static int RouteOf(IReadOnlyList<FreightRoute> routes, FreightMode mode)
    {
        for (var i = 0; i < routes.Count; i++)
        {
            if (routes[i].Mode == mode)
            {
                return i;
            }
        }

        return mode == FreightMode.Quoted ? 0 : -1;
    }

    /// <summary>The modes offered, a bit each.</summary>
    private static long Offered(IReadOnlyList<FreightRoute> routes)
    {
        long modes = 0;
        for (var i = 0; i < routes.Count; i++)
        {
            modes |= 1L << (int)routes[i].Mode;
        }

        return modes;
    }
}
