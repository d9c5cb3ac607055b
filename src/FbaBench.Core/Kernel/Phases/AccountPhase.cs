using FbaBench.Kernel.Health;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 9: funds become available after delivery and reserve, and reach the bank with the settlement cycle.</summary>
internal static class AccountPhase
{
    public static void Run(DayContext day)
    {
        var state = day.State;
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            CreditLine.BeginDay(day, seat);
            ref var arriving = ref state.Funds[(seat * WorldLayout.FundsRingDays) + (day.Day % WorldLayout.FundsRingDays)];
            state.Available[seat] += arriving;
            arriving = 0;
            if (IsPayoutDay(day.Definition, day.Day) && state.Status[seat] != (int)SeatStatus.Closed && !AccountHealthBook.IsHeld(state, seat, day.Day))
            {
                Settle(day, seat);
            }
        }
    }

    /// <summary>The last evening: what would become available later becomes so now.</summary>
    public static void TakeAllFunds(DayContext day, int seat)
    {
        foreach (ref var later in day.State.Funds.Slice(seat * WorldLayout.FundsRingDays, WorldLayout.FundsRingDays))
        {
            day.State.Available[seat] += later;
            later = 0;
        }
    }

    public static bool IsPayoutDay(WorldDefinition definition, int day) => (day + 1) % definition.Account.PayoutEveryDays == 0;

    /// <summary>Pays out what is available; a negative balance falls due.</summary>
    public static void Settle(DayContext day, int seat)
    {
        ref var available = ref day.State.Available[seat];
        if (available > 0)
        {
            day.Post(seat, TransferReason.Payout, available);
            CreditLine.Count(day, seat, available);
            day.Emit(EventKind.Payout, seat, -1, 0, 0, available);
        }
        else if (available < 0)
        {
            day.Post(seat, TransferReason.Due, -available);
            day.Emit(EventKind.Due, seat, -1, 0, 0, -available);
        }

        available = 0;
    }
}
