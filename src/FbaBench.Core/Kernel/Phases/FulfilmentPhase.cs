using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Health;
using FbaBench.Kernel.Inbox;
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
        var revenue = checked(price * units);
        day.Post(offer.Seat, TransferReason.Sale, revenue, offer.Row);
        day.Post(offer.Seat, TransferReason.ReferralFee, referral * units, offer.Row);
        day.Post(offer.Seat, TransferReason.FulfilmentFee, fulfilment * units, offer.Row);
        day.Charge(offer, TransferReason.LowInventory, EventKind.LowInventory, lowInventory * units, units);
        state.Revenue[offer.Index] = revenue;
        state.UnitsEver[offer.Seat] += units;
        state.UnitsOwned[offer.Index] -= units;
        state.ShippedInMonth[(offer.Index * WorldLayout.ShipMonths) + (day.Month % WorldLayout.ShipMonths)] += units;
        day.Emit(EventKind.Sale, offer.Seat, offer.Row, units, state.Orders[offer.Row], revenue);
        AccountHealthBook.CountOrders(day, offer.Seat, state.Orders[offer.Row]);
        var sale = new UnitSale(price, referral, price - referral - fulfilment - lowInventory);
        long cost;
        if (day.Model.Laboratory.SettlementDelay)
        {
            cost = SellUnits(day, offer, units, sale);
        }
        else
        {
            state.Available[offer.Seat] += checked(sale.Net * units);
            cost = TakeFromLots(state, offer.Index, units);
        }

        day.Post(offer.Seat, TransferReason.CostOfSale, cost, offer.Row);
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

    /// <summary>
    /// Takes the day's units from the oldest lots and schedules what becomes of each. Which units of a lot are defective is drawn in turn without
    /// replacement, so that a lot's defective units are sold exactly once.
    /// </summary>
    private static long SellUnits(DayContext day, OwnOffer offer, int units, UnitSale sale)
    {
        var state = day.State;
        long cost = 0;
        for (var unit = 0; unit < units;)
        {
            var slot = Lots.Oldest(state, offer.Index);
            if (slot < 0)
            {
                throw new InvariantException($"{units - unit} units were sold that were not on hand.");
            }

            var take = Math.Min(units - unit, state.LotUnits[slot]);
            var unitCost = Lots.CostOf(state, slot, take) / take;
            var (have, defects) = (state.LotUnits[slot], 0);
            for (var i = 0; i < take; i++, unit++)
            {
                var bits = day.Draws.Bits(Mechanism.Lateness, offer.Key, day.Day, unit);
                var left = state.LotDefects[slot] - defects;
                var isDefective = left > 0 && KeyedDraws.ToUniform(bits.X1) * (have - i) < left;
                defects += isDefective ? 1 : 0;
                AfterSale(day, offer, unit, sale, unitCost, bits, isDefective);
            }

            cost += Lots.Take(state, slot, take, defects);
        }

        return cost;
    }

    private static void AfterSale(DayContext day, OwnOffer offer, int unit, UnitSale sale, long unitCost, PhiloxBlock more, bool isDefective)
    {
        var state = day.State;
        var account = day.Definition.Account;
        var bits = day.Draws.Bits(Mechanism.AfterSale, offer.Key, day.Day, unit);
        var isLate = day.Model.Laboratory.Reviews && KeyedDraws.ToUniform(more.X0) < day.Definition.Market.Reviews.LateShare;
        var delivery = Durations.Delivery(account.DeliveryDays, KeyedDraws.ToUniform(bits.X0)) + ReviewPhase.Late(isLate);
        state.Funds[(offer.Seat * WorldLayout.FundsRingDays) + ((day.Day + delivery + account.ReserveDays + 1) % WorldLayout.FundsRingDays)] += sale.Net;

        // One unit of each order speaks for it: the first ones, as many as there were orders.
        if (unit < state.Orders[offer.Row] && day.Model.Laboratory.Reviews)
        {
            ReviewPhase.Schedule(day, offer, unit, delivery, isLate, isDefective, sale.Price);
        }

        if (day.Model.HasAdversaries && Impostors.IsClaimed(day, more.X2))
        {
            Impostors.Block(day, offer, MailKind.Authenticity);
        }

        var supply = day.Definition.Supply;
        if (KeyedDraws.ToUniform(bits.X1) >= (isDefective ? supply.DefectReturnChance : offer.Product.ReturnRate))
        {
            if (isDefective)
            {
                Complaints.Schedule(day, offer, delivery, more.X2, sale.Price, sale.Referral);
            }

            return;
        }

        var isFalse = !isDefective && KeyedDraws.ToUniform(more.X3) < supply.FalseReturnShare;
        var back = day.Day + Durations.ReturnAfterSale(day.Definition.Supply.ReturnDays, delivery, KeyedDraws.ToUniform(bits.X2));
        var resellable = !isDefective && !isFalse && KeyedDraws.ToUniform(bits.X3) < offer.Product.ResellableShare;
        var at = (offer.Index * WorldLayout.ReturnRingDays) + (back % WorldLayout.ReturnRingDays);
        state.ReturnUnits[(at * WorldLayout.ReturnMonths) + (day.Month % WorldLayout.ReturnMonths)]++;
        state.ReturnResellable[at] += resellable ? 1 : 0;
        state.ReturnDefective[at] += isDefective || isFalse ? 1 : 0;
        state.ReturnCost[at] += unitCost;
        state.ReturnStockCost[at] += resellable ? unitCost : 0;
        state.ReturnRefund[at] += sale.Price;
        var seat = (offer.Seat * WorldLayout.ReturnRingDays) + (back % WorldLayout.ReturnRingDays);
        state.RefundCents[seat] += sale.Price;
        state.ReferralBackCents[seat] += sale.Referral;
        state.RefundFeeCents[seat] += day.Fees[offer.Index].RefundAdministrationCents(day.Definition.Start.AddDays(back), sale.Referral);
    }

    /// <summary>Cents of a unit sold today: price, referral fee, and what the seller gets of it.</summary>
    private readonly record struct UnitSale(long Price, long Referral, long Net);
}
