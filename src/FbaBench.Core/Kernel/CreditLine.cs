using FbaBench.Contracts;
using FbaBench.Ledger;
using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>The line of credit: what may be drawn, what is owed, and what it costs.</summary>
internal static class CreditLine
{
    private const double DaysInYear = 365;

    /// <summary>Most that a seat may owe today, in cents, rounded down.</summary>
    public static long Limit(WorldState state, int seat)
    {
        long paid = 0;
        foreach (var payout in state.Payouts.Slice(seat * CreditTerms.WindowDays, CreditTerms.WindowDays))
        {
            paid += payout;
        }

        return (long)(paid * state.Model.Definition.Credit.LimitShare);
    }

    public static int LastDrawDay(WorldState state, int seat) => state.LastDecisionDay[seat] - state.Model.Definition.Credit.ClosedBeforeEndDays;

    /// <summary>What a seat could draw today, in cents.</summary>
    public static long Available(WorldState state, long owed, int seat, int day) =>
        state.Status[seat] == (int)SeatStatus.Trading && day <= LastDrawDay(state, seat) ? Math.Max(0, Limit(state, seat) - owed) : 0;

    public static CreditState Observe(WorldState state, LedgerView ledger, int seat, int day)
    {
        var owed = -ledger.Balance(seat, Account.Loan);
        return new(new(owed), new(Limit(state, seat)), new(Available(state, owed, seat, day)), state.Model.Definition.Credit.AnnualRate, LastDrawDay(state, seat));
    }

    /// <summary>Forgets the payouts of the day that leaves the window; today's come on top.</summary>
    public static void BeginDay(DayContext day, int seat) => Payout(day, seat) = 0;

    /// <summary>Counts a payout of today.</summary>
    public static void Count(DayContext day, int seat, long cents) => Payout(day, seat) += cents;

    public static Refusal Draw(DayContext day, int seat, int index, Money amount)
    {
        var refusal = AccountRules.Draw(index, amount, day.Day, LastDrawDay(day.State, seat), Available(day.State, Owed(day, seat), seat, day.Day));
        if (refusal.Reason == RefusalReason.None)
        {
            Lend(day, seat, amount.Cents);
        }

        return refusal;
    }

    public static Refusal Repay(DayContext day, int seat, int index, Money amount)
    {
        if (AccountRules.Repay(index, amount, Owed(day, seat)) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        if (AccountRules.Covered(index, amount.Cents, day.Balance(seat, Account.Cash)) is { Reason: not RefusalReason.None } uncovered)
        {
            return uncovered;
        }

        Return(day, seat, amount.Cents);
        return default;
    }

    /// <summary>Evening: interest on what is owed, in whole cents, half up and at least one, falls due.</summary>
    public static void Accrue(DayContext day, int seat)
    {
        var owed = Owed(day, seat);
        var rate = day.Definition.Credit.AnnualRate;
        if (owed > 0 && rate > 0)
        {
            var interest = Math.Max(1, (long)Math.Floor((owed * rate / DaysInYear) + 0.5));
            day.Post(seat, TransferReason.Interest, interest);
            day.Emit(EventKind.Interest, seat, -1, 0, 0, interest);
        }
    }

    /// <summary>Draws what is undrawn for dues that cash does not cover.</summary>
    public static void Cover(DayContext day, int seat)
    {
        var dues = -day.Balance(seat, Account.DuesPayable);
        if (dues <= 0)
        {
            // The window of payouts is summed for who needs it alone.
            return;
        }

        var cents = Math.Min(dues, Available(day.State, Owed(day, seat), seat, day.Day));
        if (cents > 0)
        {
            Lend(day, seat, cents);
        }
    }

    /// <summary>Pays back what is owed, up to an amount of cash.</summary>
    public static void RepayUpTo(DayContext day, int seat, long most)
    {
        var cents = Math.Min(most, Owed(day, seat));
        if (cents > 0)
        {
            Return(day, seat, cents);
        }
    }

    private static long Owed(DayContext day, int seat) => -day.Balance(seat, Account.Loan);

    private static void Lend(DayContext day, int seat, long cents)
    {
        day.Post(seat, TransferReason.CreditDrawn, cents);
        day.Emit(EventKind.CreditDrawn, seat, -1, 0, 0, cents);
    }

    private static void Return(DayContext day, int seat, long cents)
    {
        day.Post(seat, TransferReason.CreditRepaid, cents);
        day.Emit(EventKind.CreditRepaid, seat, -1, 0, 0, cents);
    }

    private static ref long Payout(DayContext day, int seat) => ref day.State.Payouts[(seat * CreditTerms.WindowDays) + (day.Day % CreditTerms.WindowDays)];
}
