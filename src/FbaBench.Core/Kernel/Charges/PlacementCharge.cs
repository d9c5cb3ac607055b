using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>
/// The inbound placement fee (fees-us-*.json, inbound_placement): a cost of the units received, at the rate of that day, which leaves
/// the account 45 days later.
/// </summary>
internal static class PlacementCharge
{
    private const int TakenAfterDays = 45;

    public static void Run(DayContext day, OwnOffer offer, int supplier, int units)
    {
        var cents = day.Fees[offer.Index].PlacementCents(day.Date, supplier) * units;
        day.State.Funds[(offer.Seat * WorldLayout.FundsRingDays) + ((day.Day + TakenAfterDays) % WorldLayout.FundsRingDays)] -= cents;
        day.Charge(offer, TransferReason.InboundPlacement, EventKind.InboundPlacement, cents, units);
    }
}
