using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Inbox;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Supply;

/// <summary>
/// Goods go on the shelf: what the supplier did not pack is missing, some units are lost, some damaged. Lost and damaged units follow from the product, the day
/// and the number received that day, so that split shipments lose no less.
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
        Pack(day, offer, slot);
        var units = state.LotUnits[slot];
        var terms = day.Definition.Supply;
        var before = day.ReceivedToday[offer.Index];
        day.ReceivedToday[offer.Index] += units;
        var lost = Of(day, Mechanism.ReceivingLoss, offer, terms.LostShare, before, units);
        var damaged = Math.Min(units - lost, Of(day, Mechanism.ReceivingDamage, offer, terms.DamagedShare, before, units));
        day.Emit(EventKind.OrderReceived, offer.Seat, offer.Row, units, lost + damaged, state.LotCost[slot]);
        PlacementCharge.Run(day, offer, supplier, units);
        TakeOut(day, offer, slot, lost, damaged);
    }

    /// <summary>A supplier that packs fewer than were paid for.</summary>
    private static void Pack(DayContext day, OwnOffer offer, int slot)
    {
        var state = day.State;
        var supplier = state.LotSupplier[slot];
        var character = SupplierCharacter.Of(day.Draws, offer.SupplierKeys[supplier], offer.Product.Suppliers[supplier]);
        var units = state.LotUnits[slot];
        var packed = SupplierCharacter.Packed(character, units);
        if (packed < units)
        {
            state.LotDefects[slot] = (int)((long)state.LotDefects[slot] * packed / units);
            state.LotUnits[slot] = packed;
            state.UnitsOwned[offer.Index] -= units - packed;
            Adversaries.Count(state, offer.Seat, (int)AdversaryKind.SupplierFraud, Reaction.FellFor);
            day.Emit(EventKind.ShippedShort, offer.Seat, offer.Row, units - packed, supplier);
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

    /// <summary>What a day takes of all units received, less what it took of those before: a Poisson quantile in the number received.</summary>
    private static int Of(DayContext day, Mechanism mechanism, OwnOffer offer, double share, int before, int units)
    {
        if (share == 0)
        {
            return 0;
        }

        var uniform = day.Draws.Uniform(mechanism, offer.ProductKey, day.Day);
        return Math.Clamp(PoissonQuantile.Of(uniform, share * ((double)before + units)) - (before == 0 ? 0 : PoissonQuantile.Of(uniform, share * before)), 0, units);
    }
}
