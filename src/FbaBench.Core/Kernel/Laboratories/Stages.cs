using FbaBench.Kernel.Phases;
using FbaBench.World;

namespace FbaBench.Kernel.Laboratories;

/// <summary>
/// A laboratory's supply chain: an order of seat i is a lot of its own that waits until seat i + 1 ships it. Offers of a
/// product stand together by seat, so the stage above is the next own offer.
/// </summary>
internal static class Stages
{
    /// <summary>Whether shoppers come to a listing: of a chain's, to those of its first stage.</summary>
    public static bool HasShoppers(DayContext day, int row) =>
        day.Model.Laboratory.SupplyChain is null || day.Model.OwnOfRow[row] is not (>= 0 and var own) || day.Model.Own[own].Seat == 0;

    /// <summary>Turns a placed order into one of the stage above; orders of the last stage stay with the supplier.</summary>
    public static void Mail(DayContext day, OwnOffer offer, int slot)
    {
        if (day.Model.Laboratory.SupplyChain is { } chain && offer.Seat < day.Model.Seats - 1)
        {
            day.State.LotStates[slot] = (int)LotState.Waiting;
            day.State.LotNextDay[slot] = day.Day + chain.MailDays;
        }
    }

    /// <summary>Evening: each stage serves the orders that have arrived from the stage below, the oldest first, and ships them.</summary>
    public static void Deliver(DayContext day)
    {
        if (day.Model.Laboratory.SupplyChain is not { } chain)
        {
            return;
        }

        foreach (var buyer in day.Model.Own)
        {
            if (buyer.Seat < day.Model.Seats - 1)
            {
                Deliver(day, chain, buyer, day.Model.Own[buyer.Index + 1]);
            }
        }
    }

    /// <summary>Units of orders that have arrived from the stage below up to the evening of a day and are not shipped.</summary>
    public static int Owed(WorldState state, OwnOffer offer, int day)
    {
        if (state.Model.Laboratory.SupplyChain is null || offer.Seat == 0)
        {
            return 0;
        }

        var (first, end) = Lots.OrderSlots(state, offer.Index - 1);
        var units = 0;
        for (var slot = first; slot < end; slot++)
        {
            units += IsDue(state, slot, day) ? state.LotUnits[slot] : 0;
        }

        return units;
    }

    /// <summary>The first morning: units in every day of mail, of shipping, and of the last stage's supply.</summary>
    public static void Open(DayContext day)
    {
        if (day.Model.Laboratory.SupplyChain is not { OpeningUnitsPerDay: > 0 } chain)
        {
            return;
        }

        foreach (var offer in day.Model.Own)
        {
            var isLast = offer.Seat == day.Model.Seats - 1;
            var shipping = isLast ? Lead(offer.Product.Suppliers[0]) : chain.ShippingDays;
            for (var left = 0; left < shipping; left++)
            {
                Open(day, offer, LotState.InTransit, left, left - shipping, chain.OpeningUnitsPerDay);
            }

            for (var left = 0; left < chain.MailDays && !isLast; left++)
            {
                Open(day, offer, LotState.Waiting, left, left - chain.MailDays, chain.OpeningUnitsPerDay);
            }
        }
    }

    private static int Lead(SupplierDefinition supplier) =>
        OwnOffer.Typical(supplier.Production) + OwnOffer.Typical(supplier.Transit) + OwnOffer.Typical(supplier.Receiving);

    private static void Open(DayContext day, OwnOffer offer, LotState stage, int nextDay, int ordered, int units)
    {
        var state = day.State;
        var slot = Lots.FreeSlot(state, offer.Index);
        state.LotStates[slot] = (int)stage;
        state.LotUnits[slot] = units;
        state.LotNextDay[slot] = nextDay;
        state.LotOrderDay[slot] = ordered;
        state.UnitsOwned[offer.Index] += units;
        if (stage == LotState.InTransit)
        {
            state.LotCost[slot] = checked(units * offer.Product.OpeningUnitCost.Cents);
            day.Post(offer.Seat, TransferReason.OpeningStock, state.LotCost[slot], offer.Row);
        }
        else
        {
            state.LotBalance[slot] = checked(units * offer.Quotes[0].LandedCost(Math.Max(units, offer.Quotes[0].MinimumUnits)).Cents);
        }
    }

    private static void Deliver(DayContext day, SupplyChainDefinition chain, OwnOffer buyer, OwnOffer seller)
    {
        var (afterDay, afterCommand) = (int.MinValue, -1);
        var left = Lots.OnHand(day.State, seller.Index);
        while (left > 0 && OldestDue(day, buyer, afterDay, afterCommand) is var slot && slot >= 0)
        {
            (afterDay, afterCommand) = (day.State.LotOrderDay[slot], day.State.LotCommand[slot]);
            left -= Ship(day, chain, buyer, seller, slot, Math.Min(left, day.State.LotUnits[slot]));
        }
    }

    private static bool IsDue(WorldState state, int slot, int day) => state.LotStates[slot] == (int)LotState.Waiting && state.LotNextDay[slot] <= day;

    /// <summary>The slot of the oldest order due after one of a day and command, or −1.</summary>
    private static int OldestDue(DayContext day, OwnOffer buyer, int afterDay, int afterCommand)
    {
        var state = day.State;
        var (first, end) = Lots.OrderSlots(state, buyer.Index);
        var oldest = -1;
        for (var slot = first; slot < end; slot++)
        {
            if (IsDue(state, slot, day.Day) && IsBefore(afterDay, afterCommand, slot) && (oldest < 0 || IsBefore(state.LotOrderDay[slot], state.LotCommand[slot], oldest)))
            {
                oldest = slot;
            }
        }

        return oldest;

        bool IsBefore(int orderDay, int command, int other) =>
            orderDay < state.LotOrderDay[other] || (orderDay == state.LotOrderDay[other] && command < state.LotCommand[other]);
    }

    /// <summary>
    /// Ships units of an order and returns them; 0 where the buyer's cash does not cover them, or a part has no free lot. The
    /// buyer pays suppliers, as ever, and their pocket pays the seller: deposit and balance of the units together.
    /// </summary>
    private static int Ship(DayContext day, SupplyChainDefinition chain, OwnOffer buyer, OwnOffer seller, int slot, int units)
    {
        var state = day.State;
        var isWhole = units == state.LotUnits[slot];
        var balance = Share(state.LotBalance[slot], units, state.LotUnits[slot]);
        var deposit = Share(state.LotCost[slot], units, state.LotUnits[slot]);
        var shipped = isWhole ? slot : Lots.FreeSlot(state, buyer.Index);
        if (shipped < 0 || balance > day.Balance(buyer.Seat, Account.Cash))
        {
            return 0;
        }

        day.Post(buyer.Seat, TransferReason.DepositApplied, deposit, buyer.Row);
        day.Post(buyer.Seat, TransferReason.Balance, balance, buyer.Row);
        day.Post(seller.Seat, TransferReason.StageSale, checked(deposit + balance), seller.Row);
        day.Post(seller.Seat, TransferReason.CostOfSale, FulfilmentPhase.TakeFromLots(state, seller.Index, units), seller.Row);
        state.UnitsOwned[seller.Index] -= units;
        state.UnitsEver[seller.Seat] += units;
        state.LotUnits[slot] -= units;
        state.LotCost[slot] -= deposit;
        state.LotBalance[slot] -= balance;
        state.LotUnits[shipped] = units;
        state.LotCost[shipped] = deposit + balance;
        state.LotBalance[shipped] = 0;
        state.LotStates[shipped] = (int)LotState.InTransit;
        state.LotNextDay[shipped] = day.Day + chain.ShippingDays;
        state.LotOrderDay[shipped] = state.LotOrderDay[slot];
        state.LotCommand[shipped] = state.LotCommand[slot];
        state.LotSupplier[shipped] = state.LotSupplier[slot];
        day.Emit(EventKind.StageShipped, seller.Seat, seller.Row, units, buyer.Seat, deposit + balance);
        day.Emit(EventKind.OrderShipped, buyer.Seat, buyer.Row, units, 0, balance);
        return units;
    }

    /// <summary>The share rounded down, and the whole rest with the last unit.</summary>
    private static long Share(long cents, int units, int of) => units == of ? cents : (long)((Int128)cents * units / of);
}
