using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Forecasting;
using FbaBench.Kernel.Health;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Laboratories;
using FbaBench.Kernel.Phases;
using FbaBench.Kernel.Supply;
using FbaBench.Ledger;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>Freezes what a seat sees. Reads the state, never writes it.</summary>
internal static class ObservationBuilder
{
    private const int AnnouncedDays = 60;

    public static Observation Build(WorldState state, MarketModel rules, KeyedDraws draws, int seat)
    {
        var definition = state.Model.Definition;
        var fees = rules.Fees;
        var ranks = BestSellers.Ranks(state);
        var day = (int)state.Day[0];
        var date = definition.Start.AddDays(day);
        var ledger = new LedgerView(state.SeatDebits, state.SeatCredits, state.WorldDebits, state.WorldCredits);
        return new()
        {
            Seat = new(seat),
            Day = day,
            Date = date,
            LastDecisionDay = state.LastDecisionDay[seat],
            IsTrading = state.Status[seat] == (int)SeatStatus.Trading,
            Cash = new(ledger.Balance(seat, Account.Cash)),
            Receivable = new(ledger.Balance(seat, Account.Receivable)),
            Available = new(state.Available[seat]),
            NextPayoutDay = NextPayout(definition, day),
            UnpaidDues = new(-ledger.Balance(seat, Account.DuesPayable)),
            UnpaidDays = state.UnpaidDays[seat],
            Credit = CreditLine.Observe(state, ledger, seat, day),
            InferenceCost = InferenceCharge.Of(state, seat).Total,
            Account = definition.Account,
            Rules = MarketView.Rules(state.Model),
            DealEvents = Array.AsReadOnly(Announced(definition, date)),
            News = Array.AsReadOnly(MarketView.News(state.Model, draws, day)),
            Freight = Array.AsReadOnly(SupplyView.Freight(state, date)),
            Tariffs = Array.AsReadOnly(SupplyView.Tariffs(definition, date)),
            Offers = new FrozenList<OfferObservation>(Offers(state, fees, ranks, seat, day, date)),
            Competitors = Array.AsReadOnly(Competitors(state, ranks, seat, day)),
            StorageUtilisation = Array.AsReadOnly<StorageUtilisationPreview>(
            [
                StorageCharge.Preview(state, fees, seat, SizeClass.Standard, day, date),
                StorageCharge.Preview(state, fees, seat, SizeClass.Bulky, day, date),
            ]),
            Health = AccountHealthBook.Observe(state, seat, day),
            Mail = Array.AsReadOnly(MailView.Of(state, seat, day)),
            OpenOrders = Array.AsReadOnly(SupplyView.OpenOrders(state, seat, day, date)),
            Forecasts = ForecastView.Observe(state, seat, day),
            Refusals = Array.AsReadOnly(Refusals(state, seat)),
            RefusalCount = state.RefusalCount[seat],
        };
    }

    private static int NextPayout(WorldDefinition definition, int day)
    {
        while (!AccountPhase.IsPayoutDay(definition, day))
        {
            day++;
        }

        return day;
    }

    private static OfferObservation[] Offers(WorldState state, OfferFees fees, int?[] ranks, int seat, int day, SimDate date)
    {
        var offers = new OfferObservation[state.Model.Own.Length / state.Model.Seats];
        var count = 0;
        foreach (var offer in state.Model.Own)
        {
            if (offer.Seat == seat)
            {
                offers[count++] = Offer(state, fees[offer.Index], ranks, offer, day, date);
            }
        }

        return offers;
    }

    private static OfferObservation Offer(WorldState state, ProductFees fees, int?[] ranks, OwnOffer offer, int day, SimDate date)
    {
        var own = offer.Index;
        var onHand = Lots.OnHand(state, own);
        var (sold, live) = OfferFacts.Last30Days(state, own, day);
        var price = OfferFacts.Price(state, offer);
        var charged = price > 0 ? price : offer.Product.ReferencePrice.Cents;
        return new()
        {
            Info = offer.Info,
            Price = new(price),
            Listing = MarketView.Listing(state, ranks, offer.Row),
            FeaturedOfferShare = state.FeaturedShare[own],
            HighestFeaturedPrice = MarketView.HighestFeaturedPrice(state.Model, offer),
            Promotion = MarketView.Promotion(state, offer, day),
            Campaign = MarketView.Campaign(state, own),
            AdReport = MarketView.Report(state, own),
            LandedCost = LandedCost(state, offer),
            UnitsOnHand = onHand,
            UnitsInbound = OfferFacts.Inbound(state, own),
            UnitsBacklogged = Backlog.Of(state, offer, day - 1),
            UnsellableUnits = state.UnsellableUnits[own],
            InvoiceDay = state.InvoiceDay[own] == 0 ? null : state.InvoiceDay[own] - 1,
            Suppliers = Array.AsReadOnly(SupplyView.Suppliers(state, offer, day)),
            ClosedUntil = state.BlockedUntil[own] > 0 && state.BlockedUntil[own] >= day ? state.BlockedUntil[own] : null,
            UnitsYesterday = state.Units[offer.Row],
            OrdersYesterday = state.Orders[offer.Row],
            SessionsYesterday = state.Sessions[offer.Row],
            ReturnedYesterday = state.Returned[own],
            ReturnedDefectiveYesterday = state.ReturnedDefective[own],
            LostYesterday = state.Lost[own],
            RevenueYesterday = new(state.Revenue[own]),
            UnitsLast30Days = (int)Math.Min(sold, int.MaxValue),
            LiveDaysLast30 = live,
            ReferralFee = new(fees.ReferralCents(date, charged)),
            FulfilmentFee = new(fees.FulfilmentCents(date, charged)),
            StorageCentsPerUnitMonth = fees.StorageCentsPerUnit(date),
            RemovalFee = new(fees.RemovalCents(date)),
            Fees = new()
            {
                FulfilmentByPrice = fees.FulfilmentSteps(date),
                PlacementPerUnit = fees.PlacementOn(date),
                LowInventory = LowInventoryCharge.Preview(state, fees, offer, day, date),
                AgedInventory = AgedCharge.Preview(state, fees, offer, day, date),
                Returns = ReturnsCharge.Preview(state, fees, offer, date),
            },
        };
    }

    /// <summary>Landed cost of a unit on hand, on average; of the best quote when there is no stock.</summary>
    public static Money LandedCost(WorldState state, OwnOffer offer)
    {
        var onHand = Lots.OnHand(state, offer.Index);
        return onHand > 0 ? new(Lots.CostOnHand(state, offer.Index) / onHand) : offer.Info.BestQuote.LandedCostAtMinimum;
    }

    private static CompetitorObservation[] Competitors(WorldState state, int?[] ranks, int seat, int day)
    {
        var others = new CompetitorObservation[state.Model.Rivals.Length + (state.Model.Own.Length / state.Model.Seats * (state.Model.Seats - 1))];
        var count = 0;
        foreach (var rival in state.Model.Rivals)
        {
            others[count++] = new(state.Model.Niches[rival.Niche].Definition.Name, rival.Definition.Name, new(state.Price[rival.Row]), rival.Definition.Product ?? rival.Definition.Name, MarketView.Listing(state, ranks, rival.Row));
        }

        foreach (var offer in state.Model.Own)
        {
            if (offer.Seat != seat)
            {
                others[count++] = new(offer.NicheName, offer.PublicName, new(OfferFacts.PriceYesterday(state, offer.Index, day)), offer.Product.Shared ? offer.Product.Name : offer.PublicName, MarketView.Listing(state, ranks, offer.Row));
            }
        }

        return others;
    }

    /// <summary>Deal events of the next days.</summary>
    private static DealEvent[] Announced(WorldDefinition definition, SimDate date) =>
        definition.DealEvents.Count == 0 ? [] :
        [.. definition.DealEvents.Where(deal => deal.Last >= date && deal.First - date <= AnnouncedDays).OrderBy(deal => deal.First - date)];

    private static Refusal[] Refusals(WorldState state, int seat)
    {
        var refusals = new Refusal[Math.Min(state.RefusalCount[seat], state.Layout.Refusals)];
        for (var i = 0; i < refusals.Length; i++)
        {
            var words = state.RefusalLog.Slice(((seat * state.Layout.Refusals) + i) * WorldLayout.RefusalWords, WorldLayout.RefusalWords);
            refusals[i] = new((int)words[0], (RefusalReason)words[1], words[2], words[3], words[4]);
        }

        return refusals;
    }
}
