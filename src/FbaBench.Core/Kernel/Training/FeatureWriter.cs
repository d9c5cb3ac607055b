using FbaBench.Kernel.Observing;
using FbaBench.Ledger;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Training;

/// <summary>Writes what a seat sees as numbers, as <see cref="SeatFeature"/> and <see cref="OfferFeature"/> say. Reads the state, never writes it.</summary>
internal static class FeatureWriter
{
    public static void Write(WorldState state, MarketModel rules, int seat, Span<float> into)
    {
        var day = (int)state.Day[0];
        var date = state.Model.Definition.Start.AddDays(day);
        Seat(state, seat, day, date, into);
        var at = TrainingLayout.SeatFeatures;
        foreach (var offer in state.Model.Own)
        {
            if (offer.Seat == seat)
            {
                Offer(state, rules.Fees[offer.Index], offer, day, date, into.Slice(at, TrainingLayout.OfferFeatures));
                at += TrainingLayout.OfferFeatures;
            }
        }
    }

    /// <summary>Assets less liabilities, in cents.</summary>
    public static long NetWorth(LedgerView ledger, int seat) =>
        ledger.Balance(seat, Account.Cash) + ledger.Balance(seat, Account.Receivable) + ledger.Balance(seat, Account.SupplierDeposits)
        + ledger.Balance(seat, Account.Inventory) + ledger.Balance(seat, Account.DuesPayable) + ledger.Balance(seat, Account.Loan);

    private static void Seat(WorldState state, int seat, int day, SimDate date, Span<float> into)
    {
        var ledger = new LedgerView(state.SeatDebits, state.SeatCredits, state.WorldDebits, state.WorldCredits);
        into[(int)SeatFeature.Day] = day;
        into[(int)SeatFeature.DaysLeft] = state.Status[seat] == (int)SeatStatus.Trading ? state.LastDecisionDay[seat] - day + 1 : 0;
        into[(int)SeatFeature.Month] = date.Month;
        into[(int)SeatFeature.Weekday] = date.WeekdayFromMonday;
        into[(int)SeatFeature.Cash] = Dollars(ledger.Balance(seat, Account.Cash));
        into[(int)SeatFeature.Receivable] = Dollars(ledger.Balance(seat, Account.Receivable));
        into[(int)SeatFeature.UnpaidDues] = Dollars(-ledger.Balance(seat, Account.DuesPayable));
        into[(int)SeatFeature.Loan] = Dollars(-ledger.Balance(seat, Account.Loan));
        into[(int)SeatFeature.SupplierDeposits] = Dollars(ledger.Balance(seat, Account.SupplierDeposits));
        into[(int)SeatFeature.Inventory] = Dollars(ledger.Balance(seat, Account.Inventory));
        into[(int)SeatFeature.NetWorth] = Dollars(NetWorth(ledger, seat));
    }

    private static void Offer(WorldState state, ProductFees fees, OwnOffer offer, int day, SimDate date, Span<float> into)
    {
        var own = offer.Index;
        var reference = offer.Product.ReferencePrice.Cents;
        var price = OfferFacts.Price(state, offer);
        var charged = price > 0 ? price : reference;
        var (sold, live) = OfferFacts.Last30Days(state, own, day);
        var stars = OfferFacts.Stars(state, offer.Row);
        into[(int)OfferFeature.PriceOfReference] = (float)(price / (double)reference);
        into[(int)OfferFeature.ReferencePrice] = Dollars(reference);
        into[(int)OfferFeature.LowestOtherPriceOfReference] = (float)(LowestOther(state, offer, day) / (double)reference);
        into[(int)OfferFeature.LandedCost] = Dollars(ObservationBuilder.LandedCost(state, offer).Cents);
        into[(int)OfferFeature.ReferralFee] = Dollars(fees.ReferralCents(date, charged));
        into[(int)OfferFeature.FulfilmentFee] = Dollars(fees.FulfilmentCents(date, charged));
        into[(int)OfferFeature.UnitsOnHand] = Lots.OnHand(state, own);
        into[(int)OfferFeature.UnitsInbound] = OfferFacts.Inbound(state, own);
        into[(int)OfferFeature.UnitsYesterday] = state.Units[offer.Row];
        into[(int)OfferFeature.SessionsYesterday] = state.Sessions[offer.Row];
        into[(int)OfferFeature.LostYesterday] = state.Lost[own];
        into[(int)OfferFeature.ReturnedYesterday] = state.Returned[own];
        into[(int)OfferFeature.UnitsLast30Days] = sold;
        into[(int)OfferFeature.LiveDaysLast30] = live;
        into[(int)OfferFeature.FeaturedOfferShare] = (float)state.FeaturedShare[own];
        into[(int)OfferFeature.SearchPosition] = state.Position[offer.Row];
        into[(int)OfferFeature.Reviews] = stars.Total;
        into[(int)OfferFeature.Rating] = (float)(stars.Mean ?? 0);
        into[(int)OfferFeature.Bid] = Dollars(state.CampaignBid[own]);
        into[(int)OfferFeature.DailyBudget] = state.CampaignBid[own] == 0 ? 0 : Dollars(state.CampaignBudget[own]);
        into[(int)OfferFeature.MinimumUnits] = offer.Info.BestQuote.MinimumUnits;
        into[(int)OfferFeature.LeadTimeDays] = offer.Info.BestQuote.LeadTimeDays;
    }

    /// <summary>Lowest price in the niche that is not the seat's own, as the public saw it; 0 where none is on sale.</summary>
    private static long LowestOther(WorldState state, OwnOffer offer, int day)
    {
        var lowest = long.MaxValue;
        foreach (var rival in state.Model.RivalsOf(offer.Niche))
        {
            var price = state.Price[rival.Row];
            lowest = price > 0 && price < lowest ? price : lowest;
        }

        foreach (var other in state.Model.OwnOf(offer.Niche))
        {
            var price = other.Seat == offer.Seat ? 0 : OfferFacts.PriceYesterday(state, other.Index, day);
            lowest = price > 0 && price < lowest ? price : lowest;
        }

        return lowest == long.MaxValue ? 0 : lowest;
    }

    private static float Dollars(long cents) => (float)(cents / 100.0);
}
