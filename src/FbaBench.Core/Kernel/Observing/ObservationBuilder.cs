using FbaBench.Kernel.Charges;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>Makes what a seat sees of a morning: live, or frozen, for which all of it is read at once. Reads the state, never writes it.</summary>
internal static class ObservationBuilder
{
    /// <summary>An observation that reads the state, until its morning is ended.</summary>
    public static Observation Live(LiveMorning morning)
    {
        var state = morning.State;
        var definition = state.Model.Definition;
        var ledger = morning.Ledger;
        var seat = morning.Seat;
        return new(morning, definition.Account, morning.World.Mornings.Rules, morning.Terms.DealEvents, morning.Terms.Tariffs)
        {
            Seat = new(seat),
            Day = morning.Day,
            Date = morning.Date,
            LastDecisionDay = state.LastDecisionDay[seat],
            IsTrading = state.Status[seat] == (int)SeatStatus.Trading,
            Cash = new(ledger.Balance(seat, Account.Cash)),
            Receivable = new(ledger.Balance(seat, Account.Receivable)),
            Available = new(state.Available[seat]),
            NextPayoutDay = morning.Terms.NextPayoutDay,
            UnpaidDues = new(-ledger.Balance(seat, Account.DuesPayable)),
            UnpaidDays = state.UnpaidDays[seat],
            InferenceCost = InferenceCharge.Of(state, seat).Total,
            RefusalCount = state.RefusalCount[seat],
        };
    }

    /// <summary>An observation that is valid for ever.</summary>
    public static Observation Frozen(LiveMorning morning)
    {
        var offers = new OfferValues[morning.Lots.Length];
        var live = new LiveOffers(morning);
        for (var i = 0; i < offers.Length; i++)
        {
            offers[i] = live.Values(i);
        }

        return Live(morning).Kept(new KeptOffers(offers), new KeptMarket(morning));
    }

    /// <summary>Landed cost of a unit on hand, on average; of the best quote when there is no stock.</summary>
    public static Money LandedCost(WorldState state, OwnOffer offer) => LandedCost(offer, Lots.OnHand(state, offer.Index), Lots.CostOnHand(state, offer.Index));

    /// <summary>The same with the lots summed.</summary>
    public static Money LandedCost(OwnOffer offer, int onHand, long cost) => onHand > 0 ? new(cost / onHand) : offer.Info.BestQuote.LandedCostAtMinimum;
}
