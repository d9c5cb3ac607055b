using FbaBench.Kernel.Charges;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 10: storage and selling plan at the month's end, the fees that have a day of their own, dues, and the insolvency test.</summary>
internal static class PeriodEndPhase
{
    public static void Run(DayContext day)
    {
        var state = day.State;
        var isMonthEnd = day.Date.IsMonthEnd;
        foreach (var offer in day.Model.Own)
        {
            StorageCharge.Count(day, offer);
        }

        AgedCharge.Run(day);
        ReturnsCharge.Run(day);
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            if (state.Status[seat] == (int)SeatStatus.Closed)
            {
                continue;
            }

            if (isMonthEnd)
            {
                StorageCharge.Charge(day, seat);
                Subscription(day, seat);
            }

            CreditLine.Accrue(day, seat);
            Dues(day, seat);
        }
    }

    private static void Subscription(DayContext day, int seat)
    {
        var fee = day.Fees.SubscriptionCents(day.Date);
        if (fee > 0)
        {
            day.Post(seat, TransferReason.Subscription, fee);
            day.State.Available[seat] -= fee;
            day.Emit(EventKind.Subscription, seat, -1, 0, 0, fee);
        }
    }

    private static void Dues(DayContext day, int seat)
    {
        var state = day.State;
        Pay(day, seat, Math.Max(0, day.Balance(seat, Account.Cash)));
        CreditLine.Cover(day, seat);
        Pay(day, seat, Math.Max(0, day.Balance(seat, Account.Cash)));
        if (state.Status[seat] == (int)SeatStatus.RunOff)
        {
            // Nobody decides any more: what is left of cash repays credit.
            CreditLine.RepayUpTo(day, seat, Math.Max(0, day.Balance(seat, Account.Cash)));
        }

        var balances = UnpaidBalances(day, seat);
        if (balances > 0)
        {
            // Goods that waited for their balance leave with what the day's payout left.
            ArrivalPhase.Run(day, seat);
            balances = UnpaidBalances(day, seat);
        }

        var unpaid = -day.Balance(seat, Account.DuesPayable) + balances;
        if (unpaid == 0 || !day.Model.Laboratory.Insolvency)
        {
            state.UnpaidDays[seat] = 0;
            return;
        }

        var late = Math.Max(1, (long)Math.Floor((unpaid * day.Definition.Account.LateFeeShare) + 0.5));
        day.Post(seat, TransferReason.LateFee, late);
        day.Emit(EventKind.LateFee, seat, -1, 0, 0, late);
        state.UnpaidDays[seat]++;
        if (state.UnpaidDays[seat] >= day.Definition.Account.InsolventAfterDays && state.Status[seat] == (int)SeatStatus.Trading)
        {
            state.InsolventDay[seat] = day.Day;
            day.Emit(EventKind.Insolvent, seat, -1, 0, 0, unpaid);
            RunOffPhase.Begin(day, seat);
        }
    }

    /// <summary>Pays dues up to an amount of cash.</summary>
    public static void Pay(DayContext day, int seat, long most)
    {
        day.Post(seat, TransferReason.DuePaid, Math.Min(most, -day.Balance(seat, Account.DuesPayable)));
    }

    private static long UnpaidBalances(DayContext day, int seat)
    {
        var state = day.State;
        long sum = 0;
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            if (!Lots.AnyUnderWay(state, own))
            {
                continue;
            }

            var (first, end) = Lots.OrderSlots(state, own);
            for (var slot = first; slot < end; slot++)
            {
                if (state.LotStates[slot] == (int)LotState.Ready)
                {
                    sum += state.LotBalance[slot];
                }
            }
        }

        return sum;
    }
}
