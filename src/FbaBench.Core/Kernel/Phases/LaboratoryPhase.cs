namespace FbaBench.Kernel.Phases;

/// <summary>A laboratory's costs of the day: carrying what is on hand in the evening, penalties for what was not there.</summary>
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
            var lost = day.State.Lost[offer.Index];
            Charge(day, offer.Seat, offer.Row, TransferReason.CarryingCost, EventKind.CarryingCost, onHand, laboratory.CarryingCost);
            Charge(day, offer.Seat, offer.Row, TransferReason.ShortagePenalty, EventKind.ShortagePenalty, lost, laboratory.ShortagePenalty);
        }
    }

    private static void Charge(DayContext day, int seat, int row, TransferReason reason, EventKind kind, int units, Money each)
    {
        var cents = checked(each.Cents * units);
        if (cents > 0)
        {
            day.Post(seat, reason, cents, row);
            day.State.Available[seat] -= cents;
            day.Emit(kind, seat, row, units, 0, cents);
        }
    }
}
