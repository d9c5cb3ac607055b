using FbaBench.Contracts;
using FbaBench.World;

namespace FbaBench.Kernel.Supply;

/// <summary>Units in the warehouse that cannot be sold: they have no book value, cost storage, and go where the seller sends them.</summary>
internal static class Unsellable
{
    private const int CostShare = 10;
    private const int ReferenceShare = 25;

    public static void Add(WorldState state, int own, int units, long cost)
    {
        state.UnsellableUnits[own] = checked(state.UnsellableUnits[own] + units);
        state.UnsellableCost[own] += cost;
    }

    public static Refusal Dispose(DayContext day, int index, OwnOffer offer, DisposeUnsellable command)
    {
        if (OfferRules.Disposal(index, command, day.State.UnsellableUnits[offer.Index]) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        if (command.Path == DisposalPath.Liquidate)
        {
            Liquidate(day, offer, command.Units);
        }
        else
        {
            Rework(day, offer, command.Units);
        }

        return default;
    }

    /// <summary>A liquidator takes units.</summary>
    public static void Liquidate(DayContext day, OwnOffer offer, int units)
    {
        var cost = Take(day.State, offer.Index, units);
        day.Post(offer.Seat, TransferReason.Liquidation, Math.Min(cost / CostShare, offer.Product.ReferencePrice.Cents * units / ReferenceShare), offer.Row);
        Remove(day, offer, units, 0, DisposalPath.Liquidate);
    }

    /// <summary>A workshop takes units; the share that can be saved is exact over all batches together.</summary>
    private static void Rework(DayContext day, OwnOffer offer, int units)
    {
        var (state, terms) = (day.State, day.Definition.Supply);
        Take(state, offer.Index, units);
        ref var ever = ref state.ReworkedEver[offer.Index];
        var saved = Saved(terms, ever + units) - Saved(terms, ever);
        ever += units;
        var back = (day.Day + terms.ReworkDays) % WorldLayout.ReturnRingDays;
        state.ReworkComing[(offer.Index * WorldLayout.ReturnRingDays) + back] += (int)saved;
        Remove(day, offer, units, terms.ReworkFee.Cents * units, DisposalPath.Rework);
    }

    /// <summary>Reworked units that are back today go on the shelf.</summary>
    public static void FromRework(DayContext day, OwnOffer offer)
    {
        var state = day.State;
        ref var coming = ref state.ReworkComing[(offer.Index * WorldLayout.ReturnRingDays) + (day.Day % WorldLayout.ReturnRingDays)];
        if (coming > 0)
        {
            state.UnitsOwned[offer.Index] += coming;
            Lots.AddReturned(state, offer.Index, coming, 0, day.Day);
            day.Emit(EventKind.Reworked, offer.Seat, offer.Row, coming);
            coming = 0;
        }
    }

    /// <summary>In decimals: 0.29 of 100 units are 29, which they are not in binary fractions.</summary>
    private static long Saved(SupplyTerms terms, long units) => (long)Math.Floor(units * (decimal)terms.ReworkShare);

    private static void Remove(DayContext day, OwnOffer offer, int units, long work, DisposalPath path)
    {
        var fee = (day.Fees[offer.Index].RemovalCents(day.Date) * units) + work;
        day.State.Available[offer.Seat] -= fee;
        day.Post(offer.Seat, TransferReason.RemovalFee, fee, offer.Row);
        day.Emit(EventKind.UnsellableRemoved, offer.Seat, offer.Row, units, (int)path, fee);
    }

    private static long Take(WorldState state, int own, int units)
    {
        ref var have = ref state.UnsellableUnits[own];
        var cost = units == have ? state.UnsellableCost[own] : (long)((Int128)state.UnsellableCost[own] * units / have);
        have -= units;
        state.UnsellableCost[own] -= cost;
        return cost;
    }
}
