using FbaBench.World;

namespace FbaBench.Kernel.Laboratories;

/// <summary>A laboratory's costs: carrying what is on hand in the evening, penalties for what was not there, and what an order costs by itself.</summary>
internal static class LaboratoryPhase
{
    public static void Run(DayContext day)
    {
        var laboratory = day.Model.Laboratory;
        if (laboratory.CarryingCost == Money.Zero && laboratory.ShortagePenalty == Money.Zero)
        {
            return;
        }

        foreach (var offer in day.Model.Own)
        {
            var onHand = Lots.OnHand(day.State, offer.Index);
            var lost = laboratory.Shortage == ShortageRule.Backlog ? 0 : day.State.Lost[offer.Index];
            Charge(day, offer, TransferReason.CarryingCost, EventKind.CarryingCost, onHand, laboratory.CarryingCost);
            Charge(day, offer, TransferReason.ShortagePenalty, EventKind.ShortagePenalty, lost + Backlog.Of(day.State, offer, day.Day), laboratory.ShortagePenalty);
        }
    }

    /// <summary>The fixed cost of an order that was placed.</summary>
    public static void ChargeOrder(DayContext day, OwnOffer offer) =>
        Charge(day, offer, TransferReason.OrderFixedCost, EventKind.OrderFixedCost, 1, day.Model.Laboratory.OrderFixedCost);

    private static void Charge(DayContext day, OwnOffer offer, TransferReason reason, EventKind kind, int units, Money each)
    {
        var cents = checked(each.Cents * units);
        if (cents > 0)
        {
            day.Post(offer.Seat, reason, cents, offer.Row);
            day.State.Available[offer.Seat] -= cents;
            day.Emit(kind, offer.Seat, offer.Row, units, 0, cents);
        }
    }
}
