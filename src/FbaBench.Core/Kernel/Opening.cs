using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>The first morning: opening cash and stock, rivals at their ceilings, own offers closed.</summary>
internal static class Opening
{
    public static void Fill(DayContext day)
    {
        var state = day.State;
        foreach (var rival in day.Model.Rivals)
        {
            state.Price[rival.Row] = (int)rival.Definition.Ceiling.Cents;
        }

        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            state.LastDecisionDay[seat] = day.Definition.Days - 1;
            state.InsolventDay[seat] = -1;
            day.Post(seat, TransferReason.OpeningCash, day.Definition.Cash.Cents);
        }

        foreach (var offer in day.Model.Own)
        {
            var units = offer.Product.OpeningStock;
            state.FirstInbound[offer.Index] = offer.Product.FirstInbound is { } first ? first - day.Definition.Start
                : units > 0 ? -offer.Product.OpeningAgeDays
                : int.MaxValue;
            if (units == 0)
            {
                continue;
            }

            var slot = offer.Index * state.Layout.Lots;
            state.LotStates[slot] = (int)LotState.Sellable;
            state.LotUnits[slot] = units;
            state.LotNextDay[slot] = -offer.Product.OpeningAgeDays;
            state.UnitsOwned[offer.Index] = units;
            state.LotCost[slot] = checked(units * offer.Product.OpeningUnitCost.Cents);
            day.Post(offer.Seat, TransferReason.OpeningStock, state.LotCost[slot], offer.Row);
        }
    }
}
