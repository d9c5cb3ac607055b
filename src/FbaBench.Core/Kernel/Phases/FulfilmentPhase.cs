using FbaBench.Kernel.Charges;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// Phase 7: units leave their lots, oldest first; revenue and fees go to the marketplace receivable, not to cash. Every
/// unit's delivery, and whether and when it comes back, is drawn here by sale day and unit ordinal.
/// </summary>
internal static class FulfilmentPhase
{
    public static void Run(DayContext day)
    {
        var state = day.State;
        var today = day.Day % WorldLayout.HistoryDays;
        foreach (var offer in day.Model.Own)
        {
            var units = state.Units[offer.Row];
            state.HistoryUnits[(offer.Index * WorldLayout.HistoryDays) + today] = units;
            if (state.Lost[offer.Index] > 0)
            {
                day.Emit(EventKind.StockOut, offer.Seat, offer.Row, state.Lost[offer.Index]);
            }

            if (units > 0)
            {
                Sell(day, offer, units);
            }
        }
    }

    private static void Sell(DayContext day, OwnOffer offer, int units)
    {
        var state = day.State;
        var price = (long)state.Price[offer.Row];
        var fees = day.Fees[offer.Index];
        var referral = fees.ReferralCents(day.Date, price);
        var fulfilment = fees.FulfilmentCents(day.Date, price);
        var lowInventory = LowInventoryCharge.CentsPerUnit(state, fees, offer, day.Day, day.Date);
        var cost = TakeFromLots(state, offer.Index, units);
        var revenue = checked(price * units);
        day.Post(offer.Seat, TransferReason.Sale, revenue, offer.Row);
        day.Post(offer.Seat, TransferReason.ReferralFee, referral * units, offer.Row);
        day.Post(offer.Seat, TransferReason.FulfilmentFee, fulfilment * units, offer.Row);
        day.Post(offer.Seat, TransferReason.CostOfSale, cost, offer.Row);
        day.Charge(offer, TransferReason.LowInventory, EventKind.LowInventory, lowInventory * units, units);
        state.Revenue[offer.Index] = revenue;
        state.UnitsEver[offer.Seat] += units;
        state.UnitsOwned[offer.Index] -= units;
        state.ShippedInMonth[(offer.Index * WorldLayout.ShipMonths) + (day.Month % WorldLayout.ShipMonths)] += units;
        day.Emit(EventKind.Sale, offer.Seat, offer.Row, units, state.Orders[offer.Row], revenue);
        var net = price - referral - fulfilment - lowInventory;
        if (day.Model.Laboratory.SettlementDelay)
        {
            AfterSale(day, offer, units, price, referral, net, cost / units);
        }
        else
        {
            state.Available[offer.Seat] += checked(net * units);
        }
    }

    /// <summary>Takes units that are on hand from the oldest lots and returns their cost.</summary>
    public static long TakeFromLots(WorldState state, int own, int units)
    {
        long cost = 0;
        while (units > 0)
        {
            var slot = Lots.Oldest(state, own);
            if (slot < 0)
            {
                throw new InvariantException($"{units} units were sold that were not on hand.");
            }

            var take = Math.Min(units, state.LotUnits[slot]);
            cost += Lots.Take(state, slot, take);
            units -= take;
        }

        return cost;
    }

    private static void AfterSale(DayContext day, OwnOffer offer, int units, long price, long referral, long net, long unitCost)
    {
        var state = day.State;
        var account = day.Definition.Account;
        var funds = state.Funds.Slice(offer.Seat * WorldLayout.FundsRingDays, WorldLayout.FundsRingDays);
        var orders = state.Orders[offer.Row];
        for (var unit = 0; unit < units; unit++)
        {
            // One unit of each order speaks for it: the first ones, as many as there were orders.
            var bits = day.Draws.Bits(Mechanism.AfterSale, offer.Key, day.Day, unit);
            var isLate = day.Model.Laboratory.Reviews && ReviewPhase.IsLate(day, offer, unit);
            var delivery = Durations.Delivery(account.DeliveryDays, KeyedDraws.ToUniform(bits.X0)) + ReviewPhase.Late(isLate);
            funds[(day.Day + delivery + account.ReserveDays + 1) % WorldLayout.FundsRingDays] += net;
            if (unit < orders && day.Model.Laboratory.Reviews)
            {
                ReviewPhase.Schedule(day, offer, unit, delivery, isLate, price);
            }

            if (KeyedDraws.ToUniform(bits.X1) >= offer.Product.ReturnRate)
            {
                continue;
            }

            var back = day.Day + Durations.ReturnAfterSale(delivery, KeyedDraws.ToUniform(bits.X2), WorldLayout.ReturnWithinDays);
            var resellable = KeyedDraws.ToUniform(bits.X3) < offer.Product.ResellableShare;
            Schedule(day, offer, back % WorldLayout.ReturnRingDays, back, price, referral, unitCost, resellable);
        }
    }

    private static void Schedule(DayContext day, OwnOffer offer, int slot, int back, long price, long referral, long unitCost, bool resellable)
    {
        var state = day.State;
        var own = (offer.Index * WorldLayout.ReturnRingDays) + slot;
        state.ReturnUnits[(own * WorldLayout.ReturnMonths) + (day.Month % WorldLayout.ReturnMonths)]++;
        state.ReturnResellable[own] += resellable ? 1 : 0;
        state.ReturnCost[own] += unitCost;
        state.ReturnStockCost[own] += resellable ? unitCost : 0;
        state.ReturnRefund[own] += price;
        var seat = (offer.Seat * WorldLayout.ReturnRingDays) + slot;
        state.RefundCents[seat] += price;
        state.ReferralBackCents[seat] += referral;
        state.RefundFeeCents[seat] += day.Fees[offer.Index].RefundAdministrationCents(day.Definition.Start.AddDays(back), referral);
    }
}
