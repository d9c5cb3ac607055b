using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Inbox;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Supply;

/// <summary>
/// Goods go on the shelf: what the supplier did not pack is missing, some units are lost, some damaged. Which ones is a fixed set for product and
/// day, so that split shipments lose what one would.
/// </summary>
internal static class Receipt
{
    public static void Put(DayContext day, OwnOffer offer, int slot)
    {
        var state = day.State;
        var supplier = state.LotSupplier[slot];
        state.LotStates[slot] = (int)LotState.Sellable;
        state.LotNextDay[slot] = day.Day;
        state.FirstInbound[offer.Index] = Math.Min(state.FirstInbound[offer.Index], day.Day);
        state.InvoiceDay[offer.Index] = state.LotOrderDay[slot] + 1;
        Pack(day, offer, slot, Character(day, offer, supplier));
        var units = state.LotUnits[slot];
        var (lost, damaged) = Fate(day, offer, day.ReceivedToday[offer.Index], units);
        day.ReceivedToday[offer.Index] += units;
        day.Emit(EventKind.OrderReceived, offer.Seat, offer.Row, units, lost + damaged, state.LotCost[slot]);
        PlacementCharge.Run(day, offer, supplier, units);
        TakeOut(day, offer, slot, lost, damaged);
    }

    /// <summary>What the supplier is like. Who took the goods of a cheat fell for it, whatever its way.</summary>
    private static SupplierFinding Character(DayContext day, OwnOffer offer, int supplier)
    {
        var character = SupplierCharacter.Of(day.Draws, offer.SupplierKeys[supplier], offer.Product.Suppliers[supplier]);
        if (character != SupplierFinding.Sound)
        {
            Adversaries.Count(day.State, offer.Seat, (int)AdversaryKind.SupplierFraud, Reaction.FellFor);
        }

        return character;
    }

    /// <summary>A supplier that packs fewer than were paid for.</summary>
    private static void Pack(DayContext day, OwnOffer offer, int slot, SupplierFinding character)
    {
        var state = day.State;
        var units = state.LotUnits[slot];
        var packed = SupplierCharacter.Packed(character, units);
        if (packed < units)
        {
            state.LotDefects[slot] = (int)((long)state.LotDefects[slot] * packed / units);
            state.LotUnits[slot] = packed;
            state.UnitsOwned[offer.Index] -= units - packed;
            day.Emit(EventKind.ShippedShort, offer.Seat, offer.Row, units - packed, state.LotSupplier[slot]);
        }
    }

    private static void TakeOut(DayContext day, OwnOffer offer, int slot, int lost, int damaged)
    {
        var state = day.State;
        if (damaged > 0)
        {
            var cost = Lots.Take(state, slot, damaged);
            state.UnitsOwned[offer.Index] -= damaged;
            day.Post(offer.Seat, TransferReason.StockLost, cost, offer.Row);
            Unsellable.Add(state, offer.Index, damaged, cost);
        }

        if (lost > 0)
        {
            var cost = Lots.Take(state, slot, lost);
            state.UnitsOwned[offer.Index] -= lost;
            day.Post(offer.Seat, TransferReason.StockLost, cost, offer.Row);
            Mailbox.Send(day, offer.Seat, MailKind.Receiving, offer.Index, lost, cost);
        }
    }

    /// <summary>How many units are lost and damaged, by their positions among all that come today.</summary>
    private static (int Lost, int Damaged) Fate(DayContext day, OwnOffer offer, int before, int units)
    {
        var terms = day.Definition.Supply;
        var share = terms.LostShare + terms.DamagedShare;
        if (share == 0)
        {
            return default;
        }

        var (lost, damaged, end) = (0, 0, (long)before + units);
        var marked = new MarkedUnits(day.Draws, Mechanism.ReceivingFate, offer.ProductKey, day.Day, share);
        for (marked.Next(); marked.Position < end; marked.Next())
        {
            var isLost = marked.Uniform * share < terms.LostShare;
            lost += marked.Position >= before && isLost ? 1 : 0;
            damaged += marked.Position >= before && !isLost ? 1 : 0;
        }

        return (lost, damaged);
    }
}
