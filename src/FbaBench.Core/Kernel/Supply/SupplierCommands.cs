using FbaBench.Contracts;
using FbaBench.Kernel.Inbox;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Supply;

/// <summary>Commands on suppliers: orders, negotiation, inspection, rejection.</summary>
internal static class SupplierCommands
{
    public static Refusal Propose(DayContext day, int index, OwnOffer offer, MakeSupplierOffer proposal)
    {
        if (SupplierRules.Known(index, proposal.Supplier, offer.Quotes) is { Reason: not RefusalReason.None } unknown)
        {
            return unknown;
        }

        var from = TalkState.Of(day.State, offer.Index, proposal.Supplier.Index).TalksFrom;
        if (SupplierRules.Proposal(index, proposal, offer.Quotes, day.Day, from, day.Definition.Limits.UnitsPerOrder) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        Answer(day, offer, proposal, offer.Quotes[proposal.Supplier.Index].UnitPrice(proposal.Units).Cents);
        return default;
    }

    public static Refusal Accept(DayContext day, int index, OwnOffer offer, AcceptSupplierOffer accept)
    {
        if (SupplierRules.Known(index, accept.Supplier, offer.Quotes) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        var talk = TalkState.Of(day.State, offer.Index, accept.Supplier.Index);
        if (SupplierRules.Asked(index, accept.Supplier, talk.AskPrice > 0 && day.Day <= talk.AskUntil) is { Reason: not RefusalReason.None } silent)
        {
            return silent;
        }

        Agree(day, offer, accept.Supplier.Index, talk.AskUnits, talk.AskPrice);
        return default;
    }

    public static Refusal Inspect(DayContext day, int index, OwnOffer offer, InspectSupplier inspect)
    {
        if (SupplierRules.Known(index, inspect.Supplier, offer.Quotes) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        var fee = day.Definition.Supply.InspectionFee.Cents;
        if (AccountRules.Covered(index, fee, day.Balance(offer.Seat, Account.Cash)) is { Reason: not RefusalReason.None } uncovered)
        {
            return uncovered;
        }

        var (state, supplier) = (day.State, inspect.Supplier.Index);
        var finding = SupplierCharacter.Of(day.Draws, offer.SupplierKeys[supplier], offer.Product.Suppliers[supplier]);
        var talk = TalkState.Of(state, offer.Index, supplier);
        if (finding != SupplierFinding.Sound && talk.Finding != (int)finding)
        {
            Adversaries.Count(state, offer.Seat, (int)AdversaryKind.SupplierFraud, Reaction.Reported);
        }

        talk.Finding = (int)finding;
        talk.FindingDay = day.Day;
        var (first, end) = Lots.OrderSlots(state, offer.Index);
        for (var slot = first; slot < end; slot++)
        {
            if (state.LotSupplier[slot] == supplier && state.LotStates[slot] is (int)LotState.InProduction or (int)LotState.Ready)
            {
                state.LotInspected[slot] = 1;
            }
        }

        day.Charge(offer, TransferReason.Inspection, EventKind.SupplierInspected, fee, 0, (int)finding);
        return default;
    }

    public static Refusal Reject(DayContext day, int seat, int index, OrderId order)
    {
        if (order.Seat.Index == seat && Find(day, seat, order) is var (offer, slot))
        {
            var state = day.State;
            var isBad = state.LotInspected[slot] == 1 && IsBad(day, offer, slot);
            var supplier = state.LotSupplier[slot];
            Cancel(day, offer, slot, isBad ? TransferReason.DepositReturned : TransferReason.DepositLost);
            if (order.Day == day.Day)
            {
                OrderPlacing.CloseUp(day, offer, supplier);
            }

            return default;
        }

        return SupplierRules.UnknownOrder(index, order);
    }

    /// <summary>Cancels an order that is not shipped.</summary>
    public static void Cancel(DayContext day, OwnOffer offer, int slot, TransferReason deposit)
    {
        var state = day.State;
        day.Post(offer.Seat, deposit, state.LotCost[slot], offer.Row);
        day.Emit(deposit == TransferReason.DepositReturned ? EventKind.OrderCancelled : EventKind.DepositLost, offer.Seat, offer.Row, state.LotUnits[slot], state.LotSupplier[slot], state.LotCost[slot]);
        state.UnitsOwned[offer.Index] -= state.LotUnits[slot];
        Lots.Clear(state, slot);
    }

    /// <summary>The price of a unit in an order today: the ladder's, or a lower one that was agreed for such a size.</summary>
    public static Money UnitPrice(WorldState state, OwnOffer offer, int supplier, int units, int day)
    {
        var ladder = offer.Quotes[supplier].UnitPrice(units);
        var talk = TalkState.Of(state, offer.Index, supplier);
        return talk.AgreedPrice > 0 && day <= talk.AgreedUntil && units >= talk.AgreedUnits ? Money.Min(ladder, new(talk.AgreedPrice)) : ladder;
    }

    /// <summary>Agrees to a price that a supplier offers, unless a lower one stands already.</summary>
    public static void Confirm(DayContext day, OwnOffer offer, int supplier, int units, int price)
    {
        var talk = TalkState.Of(day.State, offer.Index, supplier);
        if (talk.AgreedPrice == 0 || day.Day > talk.AgreedUntil || price < talk.AgreedPrice)
        {
            Agree(day, offer, supplier, units, price);
        }
    }

    private static void Agree(DayContext day, OwnOffer offer, int supplier, int units, int price)
    {
        var talk = TalkState.Of(day.State, offer.Index, supplier);
        (talk.AgreedPrice, talk.AgreedUnits, talk.AgreedUntil) = (price, units, day.Day + SupplierRules.AgreementDays);
        (talk.AskPrice, talk.AskUnits, talk.AskUntil, talk.Rounds) = (0, 0, 0, 0);
        talk.TalksFrom = talk.AgreedUntil + 1;
        day.Emit(EventKind.PriceAgreed, offer.Seat, offer.Row, units, supplier, price);
    }

    private static void Answer(DayContext day, OwnOffer offer, MakeSupplierOffer proposal, long ladder)
    {
        var supplier = proposal.Supplier.Index;
        var key = offer.SupplierKeys[supplier];
        var talk = TalkState.Of(day.State, offer.Index, supplier);
        var reservation = Bargaining.Reservation(day.Draws, key, offer.Product.Suppliers[supplier], ladder, talk.OrdersShipped);
        var round = ++talk.Rounds;
        var ask = Bargaining.Ask(day.Draws, key, ladder, reservation, round);
        talk.TalksFrom = day.Day + 1;
        if (proposal.UnitPrice.Cents >= ask)
        {
            Agree(day, offer, supplier, proposal.Units, (int)proposal.UnitPrice.Cents);
        }
        else if (round > Bargaining.Patience(day.Draws, key) || proposal.UnitPrice.Cents < Bargaining.Insult * reservation)
        {
            (talk.AskPrice, talk.AskUnits, talk.AskUntil, talk.Rounds) = (0, 0, 0, 0);
            talk.TalksFrom = day.Day + Bargaining.SilentDays;
            day.Emit(EventKind.TalksEnded, offer.Seat, offer.Row, proposal.Units, supplier, proposal.UnitPrice.Cents);
        }
        else
        {
            (talk.AskPrice, talk.AskUnits, talk.AskUntil) = ((int)ask, proposal.Units, day.Day + Bargaining.AskDays);
            day.Emit(EventKind.PriceAsked, offer.Seat, offer.Row, proposal.Units, supplier, ask);
        }
    }

    private static bool IsBad(DayContext day, OwnOffer offer, int slot)
    {
        var state = day.State;
        var supplier = state.LotSupplier[slot];
        var character = SupplierCharacter.Of(day.Draws, offer.SupplierKeys[supplier], offer.Product.Suppliers[supplier]);
        return character is not SupplierFinding.NoFactory
            && (character == SupplierFinding.ShortCounts || state.LotDefects[slot] > day.Definition.Supply.ToleratedDefects * state.LotUnits[slot]);
    }

    /// <summary>The lot of an order that is not shipped, or null.</summary>
    private static (OwnOffer Offer, int Slot)? Find(DayContext day, int seat, OrderId order)
    {
        var state = day.State;
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            var (first, end) = Lots.OrderSlots(state, own);
            for (var slot = first; slot < end; slot++)
            {
                if (state.LotStates[slot] is (int)LotState.InProduction or (int)LotState.Ready && state.LotOrderDay[slot] == order.Day && state.LotCommand[slot] == order.CommandIndex)
                {
                    return (day.Model.Own[own], slot);
                }
            }
        }

        return null;
    }
}
