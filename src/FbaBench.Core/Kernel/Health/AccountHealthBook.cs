using FbaBench.Contracts;
using FbaBench.Kernel.Charges;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Health;

/// <summary>The account's health: orders, defects and points over their windows; suspension, appeal, reinstatement; holds.</summary>
internal static class AccountHealthBook
{
    private const int MostPoints = 1_000;

    /// <summary>Morning: the windows move on.</summary>
    public static void Begin(DayContext day)
    {
        var state = day.State;
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            state.OrdersOfDay[Of180(seat, day.Day)] = 0;
            state.PointsLost[Of180(seat, day.Day)] = 0;
            state.DefectsOfDay[Of60(seat, day.Day)] = 0;
        }
    }

    public static void CountOrders(DayContext day, int seat, int orders) => day.State.OrdersOfDay[Of180(seat, day.Day)] += orders;

    public static void CountDefects(DayContext day, int seat, int orders) => day.State.DefectsOfDay[Of60(seat, day.Day)] += orders;

    public static void Violate(DayContext day, int seat, int points)
    {
        day.State.PointsLost[Of180(seat, day.Day)] += points;
        day.Emit(EventKind.Violation, seat, -1, points);
    }

    public static void FalseClaim(DayContext day, int seat)
    {
        day.State.FalseClaims[seat]++;
        Violate(day, seat, day.Definition.Health.ViolationPoints);
    }

    public static bool IsSuspended(WorldState state, int seat) => state.SuspendedSince[seat] > 0;

    /// <summary>Whether payouts wait: during a suspension, and after a notice that nobody answered.</summary>
    public static bool IsHeld(WorldState state, int seat, int day) =>
        state.Status[seat] == (int)SeatStatus.Trading && (IsSuspended(state, seat) || (state.HoldUntil[seat] > 0 && day <= state.HoldUntil[seat]));

    /// <summary>Evening: suspends, answers appeals, reinstates.</summary>
    public static void Run(DayContext day)
    {
        var state = day.State;
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            if (IsSuspended(state, seat))
            {
                Review(day, seat);
            }
            else if (state.Status[seat] == (int)SeatStatus.Trading && Cause(day, seat) is { } cause)
            {
                state.SuspendedSince[seat] = day.Day + 1;
                state.SuspensionReason[seat] = (int)cause;
                day.Emit(EventKind.Suspended, seat, -1, 0, (int)cause);
            }
        }
    }

    public static Refusal Appeal(DayContext day, int seat, int index, SuspensionCause cause)
    {
        var state = day.State;
        if (AccountRules.Appeal(index, cause, IsSuspended(state, seat), state.AppealDay[seat] > 0 ? state.AppealDay[seat] - 1 : null) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        // One draw for a suspension, however often somebody appeals.
        var uniform = day.Draws.Uniform(Mechanism.Appeal, day.Model.SeatKeys[seat], state.SuspendedSince[seat]);
        state.AppealDay[seat] = day.Day + 1;
        state.AppealCause[seat] = (int)cause;
        state.AppealAnswerDay[seat] = day.Day + Durations.Days(day.Definition.Health.Reinstatement, uniform);
        day.Emit(EventKind.Appealed, seat, -1, 0, (int)cause);
        return default;
    }

    public static AccountHealth Observe(WorldState state, int seat, int day)
    {
        var (orders, defects) = Window(state, seat, day);
        var since = state.SuspendedSince[seat];
        var appeal = state.AppealDay[seat];
        var held = state.HoldUntil[seat];
        return new(Points(state, seat), orders, defects, since == 0 ? null : since - 1, appeal == 0 ? null : appeal - 1, held > 0 && held >= day ? held : null);
    }

    private static void Review(DayContext day, int seat)
    {
        var state = day.State;
        var health = day.Definition.Health;
        if (state.AppealDay[seat] > 0 && day.Day >= state.AppealAnswerDay[seat])
        {
            var isRight = state.AppealCause[seat] == state.SuspensionReason[seat];
            state.AppealDay[seat] = 0;
            if (isRight)
            {
                Reinstate(day, seat);
                return;
            }

            FalseClaim(day, seat);
            day.Emit(EventKind.AppealRefused, seat);
        }

        if (day.Day - (state.SuspendedSince[seat] - 1) >= health.LongestSuspension)
        {
            Reinstate(day, seat);
        }
    }

    /// <summary>What was counted against the seller is settled with the suspension.</summary>
    private static void Reinstate(DayContext day, int seat)
    {
        var state = day.State;
        state.SuspendedSince[seat] = 0;
        state.AppealDay[seat] = 0;
        state.DefectsOfDay.Slice(seat * HealthTerms.DefectDays, HealthTerms.DefectDays).Clear();
        state.PointsLost.Slice(seat * HealthTerms.PointDays, HealthTerms.PointDays).Clear();
        day.Emit(EventKind.Reinstated, seat);
    }

    private static SuspensionCause? Cause(DayContext day, int seat)
    {
        // Who lost no points has the opening ones at least, and no limit lies above them; who has no defects has no rate. Most days of
        // most sellers end here: summing the windows of two sellers took a third of the day of a small world (1.0 of 3.0 µs).
        var state = day.State;
        var health = day.Definition.Health;
        if (HasAny(state.PointsLost.Slice(seat * HealthTerms.PointDays, HealthTerms.PointDays)) && Points(state, seat) < health.SuspendedBelow)
        {
            return SuspensionCause.PolicyViolations;
        }

        if (!HasAny(state.DefectsOfDay.Slice(seat * HealthTerms.DefectDays, HealthTerms.DefectDays)))
        {
            return null;
        }

        var (orders, defects) = Window(state, seat, day.Day + 1);
        return orders >= health.FewestOrders && defects >= health.DefectRateLimit * orders ? SuspensionCause.OrderDefects : null;
    }

    private static bool HasAny(ReadOnlySpan<int> counts) => counts.ContainsAnyExcept(0);

    private static int Points(WorldState state, int seat)
    {
        var orders = StockHistory.Sum(state.OrdersOfDay.Slice(seat * HealthTerms.PointDays, HealthTerms.PointDays));
        var lost = StockHistory.Sum(state.PointsLost.Slice(seat * HealthTerms.PointDays, HealthTerms.PointDays));
        var earned = (orders / HealthTerms.OrdersForPoints * HealthTerms.PointsEarned) + HealthTerms.OpeningPoints;
        return (int)Math.Clamp(earned - lost, 0, MostPoints);
    }

    /// <summary>Orders and defects of the 60 days before one.</summary>
    private static (long Orders, long Defects) Window(WorldState state, int seat, int day)
    {
        // On day 60 and later every entry of the ring of defects counts, and before it those that were never written are zero.
        var defects = StockHistory.Sum(state.DefectsOfDay.Slice(seat * HealthTerms.DefectDays, HealthTerms.DefectDays));
        return (StockHistory.SumOfLast(state.OrdersOfDay.Slice(seat * HealthTerms.PointDays, HealthTerms.PointDays), day, Math.Min(day, HealthTerms.DefectDays)), defects);
    }

    private static int Of180(int seat, int day) => (seat * HealthTerms.PointDays) + (day % HealthTerms.PointDays);

    private static int Of60(int seat, int day) => (seat * HealthTerms.DefectDays) + (day % HealthTerms.DefectDays);
}
