using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>
/// Lots of goods of an own offer. The last slot is kept for units that came back from shoppers, so that a return is never
/// without a place.
/// </summary>
internal static class Lots
{
    public static Span<int> States(WorldState state, int own) => state.LotStates.Slice(own * state.Layout.Lots, state.Layout.Lots);

    /// <summary>Slots of orders, the last one excluded: it is for what comes back.</summary>
    public static (int First, int End) OrderSlots(WorldState state, int own) => (own * state.Layout.Lots, ReturnSlot(state, own));

    public static int ReturnSlot(WorldState state, int own) => ((own + 1) * state.Layout.Lots) - 1;

    /// <summary>A free slot for an order, or −1.</summary>
    public static int FreeSlot(WorldState state, int own)
    {
        var states = States(state, own)[..^1];
        var free = states.IndexOf((int)LotState.Empty);
        return free < 0 ? -1 : (own * state.Layout.Lots) + free;
    }

    public static int OnHand(WorldState state, int own)
    {
        var units = state.LotUnits.Slice(own * state.Layout.Lots, state.Layout.Lots);
        var states = States(state, own);
        var sum = 0;
        for (var i = 0; i < states.Length; i++)
        {
            if (states[i] == (int)LotState.Sellable)
            {
                sum += units[i];
            }
        }

        return sum;
    }

    /// <summary>Landed cost of the units on hand, in cents.</summary>
    public static long CostOnHand(WorldState state, int own)
    {
        var costs = state.LotCost.Slice(own * state.Layout.Lots, state.Layout.Lots);
        var states = States(state, own);
        long sum = 0;
        for (var i = 0; i < states.Length; i++)
        {
            if (states[i] == (int)LotState.Sellable)
            {
                sum += costs[i];
            }
        }

        return sum;
    }

    /// <summary>The sellable lot that came first, ties to the lower slot; −1 when there is none.</summary>
    public static int Oldest(WorldState state, int own)
    {
        var states = States(state, own);
        var since = state.LotNextDay.Slice(own * state.Layout.Lots, state.Layout.Lots);
        var oldest = -1;
        for (var i = 0; i < states.Length; i++)
        {
            if (states[i] == (int)LotState.Sellable && (oldest < 0 || since[i] < since[oldest]))
            {
                oldest = i;
            }
        }

        return oldest < 0 ? -1 : (own * state.Layout.Lots) + oldest;
    }

    /// <summary>Whether goods are on their way to the shelf.</summary>
    public static bool AnyUnderWay(WorldState state, int own) =>
        States(state, own)[..^1].ContainsAnyExcept((int)LotState.Empty, (int)LotState.Sellable);

    /// <summary>
    /// Takes units from one lot and returns their cost: the exact share rounded down, the whole rest with the last unit, so
    /// that no cent is lost over a lot's life.
    /// </summary>
    public static long Take(WorldState state, int slot, int units) =>
        Take(state, slot, units, state.LotUnits[slot] == 0 ? 0 : (int)((long)state.LotDefects[slot] * units / state.LotUnits[slot]));

    /// <summary>The same, some of them defective.</summary>
    public static long Take(WorldState state, int slot, int units, int defects)
    {
        var have = state.LotUnits[slot];
        if (units < 1 || units > have)
        {
            throw new InvariantException($"{units} units taken from a lot of {have}.");
        }

        var cost = CostOf(state, slot, units);
        state.LotUnits[slot] = have - units;
        state.LotDefects[slot] -= defects;
        state.LotCost[slot] -= cost;
        if (units == have)
        {
            Clear(state, slot);
        }

        return cost;
    }

    /// <summary>What <see cref="Take(WorldState, int, int)"/> would return.</summary>
    public static long CostOf(WorldState state, int slot, int units) =>
        units == state.LotUnits[slot] ? state.LotCost[slot] : (long)((Int128)state.LotCost[slot] * units / state.LotUnits[slot]);

    public static void AddReturned(WorldState state, int own, int units, long cost, int day)
    {
        var slot = ReturnSlot(state, own);

        // The lot is as old as its oldest unit.
        state.LotNextDay[slot] = state.LotStates[slot] == (int)LotState.Empty ? day : state.LotNextDay[slot];
        state.LotStates[slot] = (int)LotState.Sellable;
        state.LotUnits[slot] = checked(state.LotUnits[slot] + units);
        state.LotCost[slot] += cost;
    }

    public static void Clear(WorldState state, int slot)
    {
        state.LotStates[slot] = (int)LotState.Empty;
        state.LotUnits[slot] = 0;
        state.LotCost[slot] = 0;
        state.LotBalance[slot] = 0;
        state.LotNextDay[slot] = 0;
        state.LotOrderDay[slot] = 0;
        state.LotArrivedDay[slot] = 0;
        state.LotCommand[slot] = 0;
        state.LotSupplier[slot] = 0;
        state.LotRoute[slot] = 0;
        state.LotUnitPrice[slot] = 0;
        state.LotDefects[slot] = 0;
        state.LotInspected[slot] = 0;
    }
}
