using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>The laws that hold at the end of every day, in Release too.</summary>
internal static class Audit
{
    public static void Check(DayContext day)
    {
        day.Ledger().Check(day.Model.Seats);
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            CheckSeat(day, seat);
        }
    }

    private static void CheckSeat(DayContext day, int seat)
    {
        var state = day.State;
        var cash = day.Balance(seat, Account.Cash);
        Require(cash >= 0 || state.Status[seat] == (int)SeatStatus.Closed, "cash is negative", cash);

        var withMarketplace = state.Available[seat];
        foreach (var arriving in state.Funds.Slice(seat * WorldLayout.FundsRingDays, WorldLayout.FundsRingDays))
        {
            withMarketplace += arriving;
        }

        Require(withMarketplace == day.Balance(seat, Account.Receivable), "the receivable differs from the funds on their way", withMarketplace);

        long deposits = 0;
        long inventory = 0;
        var lots = state.Layout.Lots;
        for (var own = seat; own < day.Model.Own.Length; own += day.Model.Seats)
        {
            var states = Lots.States(state, own);
            var units = state.LotUnits.Slice(own * lots, lots);
            var costs = state.LotCost.Slice(own * lots, lots);
            var isNegative = false;
            long owned = 0;
            for (var slot = 0; slot < lots; slot++)
            {
                isNegative |= units[slot] < 0 | costs[slot] < 0;
                owned += units[slot];
                var lot = (LotState)states[slot];
                deposits += lot is LotState.InProduction or LotState.Ready or LotState.Waiting ? costs[slot] : 0;
                inventory += lot is LotState.InTransit or LotState.Receiving or LotState.Sellable ? costs[slot] : 0;
            }

            Require(!isNegative, "a lot of this offer is negative", own);
            Require(owned == state.UnitsOwned[own], "units in the lots differ from units bought less units gone", owned);
        }

        Require(deposits == day.Balance(seat, Account.SupplierDeposits), "deposits differ from the open orders", deposits);
        Require(inventory == day.Balance(seat, Account.Inventory), "inventory differs from the lots", inventory);
    }

    private static void Require(bool holds, string law, long value)
    {
        if (!holds)
        {
            throw new InvariantException($"{law} ({value}).");
        }
    }
}
