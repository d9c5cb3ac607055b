using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Laboratories;
using FbaBench.Kernel.Supply;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// The end of a business: the last decision day T, 60 days of sales at a falling price for listings that sold in T−89 …
/// T−30, liquidation of the rest on the day after, settlement 105 days after T. The value of a seller is the cash that is
/// left, so that knowing the last day is worth next to nothing.
/// </summary>
internal static class RunOffPhase
{
    private const int WindowFrom = 89;
    private const int WindowTo = 30;

    /// <summary>Starts the run-off: today is T. Unshipped orders are cancelled tonight.</summary>
    public static void Begin(DayContext day, int seat)
    {
        day.State.Status[seat] = (int)SeatStatus.RunOff;
        day.State.LastDecisionDay[seat] = day.Day;
    }

    /// <summary>Morning: prices of the run-off.</summary>
    public static void SetPrices(DayContext day)
    {
        var state = day.State;
        var selling = day.Definition.Account.RunOffSellingDays;
        foreach (var offer in day.Model.Own)
        {
            var since = day.Day - state.LastDecisionDay[offer.Seat];
            if (since <= 0)
            {
                continue;
            }

            // In whole cents, half up: r · (1 − fall · k / days).
            var price = since > selling || state.RunOffPrice[offer.Index] == 0
                ? 0
                : (int)Math.Max(1, Math.Floor((state.RunOffPrice[offer.Index] * (1 - (AccountTerms.RunOffPriceFall * since / selling))) + 0.5));
            state.Price[offer.Row] = price;
        }
    }

    /// <summary>Evening: the first evening cancels and fixes prices; then liquidation; then settlement.</summary>
    public static void Run(DayContext day)
    {
        var state = day.State;
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            if (state.Status[seat] == (int)SeatStatus.Trading && state.LastDecisionDay[seat] == day.Day)
            {
                state.Status[seat] = (int)SeatStatus.RunOff;
            }

            if (state.Status[seat] != (int)SeatStatus.RunOff)
            {
                continue;
            }

            var since = day.Day - state.LastDecisionDay[seat];
            if (since == 0)
            {
                Close(day, seat);
            }
            else if (since > day.Definition.Account.RunOffSellingDays)
            {
                LiquidateAll(day, seat);
            }

            if (since == day.Definition.Account.RunOffDays)
            {
                Settle(day, seat);
            }
        }
    }

    /// <summary>
    /// Sells units to a liquidator at the lower of a quarter of the lot's landed cost and a tenth of the reference price,
    /// and pays the removal fee on each.
    /// </summary>
    public static void Liquidate(DayContext day, OwnOffer offer, int units)
    {
        var state = day.State;
        var total = units;
        state.UnitsOwned[offer.Index] -= units;
        long proceeds = 0;
        long cost = 0;
        while (units > 0)
        {
            var slot = Lots.Oldest(state, offer.Index);
            var take = Math.Min(units, state.LotUnits[slot]);
            var taken = Lots.Take(state, slot, take);
            proceeds += Math.Min(taken / 4, offer.Product.ReferencePrice.Cents * take / 10);
            cost += taken;
            units -= take;
        }

        var removal = day.Fees[offer.Index].RemovalCents(day.Date) * total;
        day.Post(offer.Seat, TransferReason.Liquidation, proceeds, offer.Row);
        day.Post(offer.Seat, TransferReason.LiquidationCost, cost, offer.Row);
        day.Post(offer.Seat, TransferReason.RemovalFee, removal, offer.Row);
        state.Available[offer.Seat] -= removal;
        day.Emit(EventKind.Liquidated, offer.Seat, offer.Row, total, 0, proceeds);
    }

    private static void Close(DayContext day, int seat)
    {
        var state = day.State;
        day.Emit(EventKind.RunOff, seat);
        foreach (var offer in day.Model.Own)
        {
            if (offer.Seat != seat)
            {
                continue;
            }

            CancelUnshipped(day, offer);
            EndMarketing(day, offer);
            Backlog.Leave(day, offer);
            state.RunOffPrice[offer.Index] = (int)Math.Min(offer.Product.ReferencePrice.Cents, MedianSold(day, offer.Index));
        }
    }

    /// <summary>Campaigns and promotions end with the last decision day.</summary>
    private static void EndMarketing(DayContext day, OwnOffer offer)
    {
        if (day.State.PromotionPrice[offer.Index] > 0)
        {
            PromotionPhase.End(day, offer);
        }

        if (day.State.CampaignBid[offer.Index] > 0)
        {
            AdvertisingPhase.End(day, offer, day.Day);
        }
    }

    private static void CancelUnshipped(DayContext day, OwnOffer offer)
    {
        var state = day.State;
        var (first, end) = Lots.OrderSlots(state, offer.Index);
        for (var slot = first; slot < end; slot++)
        {
            if (state.LotStates[slot] is (int)LotState.InProduction or (int)LotState.Ready or (int)LotState.Waiting)
            {
                SupplierCommands.Cancel(day, offer, slot, DepositOf(day, offer, slot));
            }
        }
    }

    /// <summary>A supplier without a factory returns no deposit either.</summary>
    private static TransferReason DepositOf(DayContext day, OwnOffer offer, int slot)
    {
        var supplier = day.State.LotSupplier[slot];
        var character = SupplierCharacter.Of(day.Draws, offer.SupplierKeys[supplier], offer.Product.Suppliers[supplier]);
        if (character != SupplierFinding.NoFactory)
        {
            return TransferReason.DepositReturned;
        }

        Adversaries.Count(day.State, offer.Seat, (int)AdversaryKind.SupplierFraud, Reaction.FellFor);
        return TransferReason.DepositLost;
    }

    /// <summary>Median price of the units sold in T−89 … T−30 (the lower one of an even number); 0 when none was.</summary>
    private static long MedianSold(DayContext day, int own)
    {
        var prices = day.State.HistoryPrice.Slice(own * WorldLayout.HistoryDays, WorldLayout.HistoryDays);
        var units = day.State.HistoryUnits.Slice(own * WorldLayout.HistoryDays, WorldLayout.HistoryDays);
        Span<(int Price, int Units)> sold = stackalloc (int, int)[WindowFrom - WindowTo + 1];
        var count = 0;
        long total = 0;
        for (var back = WindowTo; back <= WindowFrom && day.Day - back >= 0; back++)
        {
            var at = (day.Day - back) % WorldLayout.HistoryDays;
            if (units[at] == 0)
            {
                continue;
            }

            total += units[at];
            var i = count++;
            for (; i > 0 && sold[i - 1].Price > prices[at]; i--)
            {
                sold[i] = sold[i - 1];
            }

            sold[i] = (prices[at], units[at]);
        }

        long seen = 0;
        foreach (var (price, number) in sold[..count])
        {
            seen += number;
            if (2 * seen >= total)
            {
                return price;
            }
        }

        return 0;
    }

    private static void LiquidateAll(DayContext day, int seat)
    {
        foreach (var offer in day.Model.Own)
        {
            if (offer.Seat == seat && Lots.OnHand(day.State, offer.Index) is > 0 and var units)
            {
                Liquidate(day, offer, units);
            }

            if (offer.Seat == seat && day.State.UnsellableUnits[offer.Index] is > 0 and var spoilt)
            {
                Unsellable.Liquidate(day, offer, spoilt);
            }
        }
    }

    /// <summary>The last evening: everything the marketplace holds or is owed, then every due, even beyond cash.</summary>
    private static void Settle(DayContext day, int seat)
    {
        // Units that came back this month and were liquidated the day after have been stored for a day.
        StorageCharge.Charge(day, seat);
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            ReturnsCharge.Settle(day, day.Model.Own[own]);
        }

        AccountPhase.TakeAllFunds(day, seat);
        AccountPhase.Settle(day, seat);
        PeriodEndPhase.Pay(day, seat, long.MaxValue);
        CreditLine.RepayUpTo(day, seat, long.MaxValue);
        for (var account = Account.Receivable; account <= Account.Loan; account++)
        {
            if (day.Balance(seat, account) != 0)
            {
                throw new InvariantException($"After settlement of seat {seat}, {account} is {day.Balance(seat, account)} cents instead of zero.");
            }
        }

        day.State.Status[seat] = (int)SeatStatus.Closed;
        day.Emit(EventKind.Settled, seat, -1, 0, 0, day.Balance(seat, Account.Cash));
    }
}
