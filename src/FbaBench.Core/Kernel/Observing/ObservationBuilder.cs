using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Forecasting;
using FbaBench.Kernel.Health;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Laboratories;
using FbaBench.Kernel.Supply;
using FbaBench.Ledger;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>Freezes what a seat sees. Reads the state, never writes it.</summary>
internal static class ObservationBuilder
{
    public static Observation Build(PreparedWorld world, WorldState state, SeenParts seen, KeyedDraws draws, int seat)
    {
        var definition = state.Model.Definition;
        var day = (int)state.Day[0];
        var date = definition.Start.AddDays(day);
        var terms = world.Mornings.On(day);
        var stock = new MorningStock[state.Model.Own.Length / state.Model.Seats];
        var market = new MorningMarket(state, world.BestSellers.Ranks(state), seat, day);
        var offers = Offers(state, terms, seen.Dealings, market, seat, day, date, stock);
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
            NextPayoutDay = terms.NextPayoutDay,
            UnpaidDues = new(-ledger.Balance(seat, Account.DuesPayable)),
            UnpaidDays = state.UnpaidDays[seat],
            Credit = CreditLine.Observe(state, ledger, seat, day),
            InferenceCost = InferenceCharge.Of(state, seat).Total,
            Account = definition.Account,
            Rules = world.Mornings.Rules,
            DealEvents = terms.DealEvents,
            News = Array.AsReadOnly(MarketView.News(state.Model, draws, day)),
            Freight = Array.AsReadOnly(SupplyView.Freight(state, date)),
            Tariffs = terms.Tariffs,
            Offers = new FrozenList<OfferObservation>(offers),
            Competitors = market,
            StorageUtilisation = new MorningStorage(world.Rules.Fees, stock, seat, state.Model.Seats, definition.Account.StorageLimitMonths, day, date),
            Health = AccountHealthBook.Observe(state, seat, day),
            Mail = Array.AsReadOnly(MailView.Of(state, seen.Mail, seat, day)),
            OpenOrders = Array.AsReadOnly(SupplyView.OpenOrders(state, seat, day, date)),
            Forecasts = ForecastView.Observe(state, seat, day),
            Refusals = Array.AsReadOnly(Refusals(state, seat)),
            RefusalCount = state.RefusalCount[seat],
        };
    }

    private static OfferObservation[] Offers(WorldState state, MorningTerms terms, SeenDealings dealings, MorningMarket market, int seat, int day, SimDate date, MorningStock[] stock)
    {
        var offers = new OfferObservation[stock.Length];
        for (var i = 0; i < offers.Length; i++)
        {
            var of = terms.Offers[seat + (i * state.Model.Seats)];
            var lots = LotFacts.Of(state, of.Offer.Index);
            stock[i] = new(of, state, day, date, lots);
            offers[i] = Offer(state, of, stock[i], lots, dealings.Of(state, of, day), market, day);
        }

        return offers;
    }

    private static OfferObservation Offer(WorldState state, OfferTerms terms, MorningStock stock, in LotFacts lots, IReadOnlyList<SupplierState> suppliers, MorningMarket market, int day)
    {
        var offer = terms.Offer;
        var own = offer.Index;
        var price = OfferFacts.Price(state, offer);
        var fees = terms.At(price > 0 ? price : offer.Product.ReferencePrice.Cents);
        return new()
        {
            Info = offer.Info,
            Price = new(price),
            Listing = market.Listing(offer.Row),
            FeaturedOfferShare = state.FeaturedShare[own],
            HighestFeaturedPrice = terms.HighestFeaturedPrice,
            Promotion = MarketView.Promotion(state, offer, day),
            Campaign = MarketView.Campaign(state, own),
            AdReport = MarketView.Report(state, own),
            LandedCost = LandedCost(offer, lots.OnHand, lots.CostOnHand),
            UnitsOnHand = lots.OnHand,
            UnitsInbound = lots.Inbound,
            UnitsBacklogged = Backlog.Of(state, offer, day - 1),
            UnsellableUnits = state.UnsellableUnits[own],
            InvoiceDay = state.InvoiceDay[own] == 0 ? null : state.InvoiceDay[own] - 1,
            Suppliers = suppliers,
            ClosedUntil = state.BlockedUntil[own] > 0 && state.BlockedUntil[own] >= day ? state.BlockedUntil[own] : null,
            UnitsYesterday = state.Units[offer.Row],
            OrdersYesterday = state.Orders[offer.Row],
            SessionsYesterday = state.Sessions[offer.Row],
            ReturnedYesterday = state.Returned[own],
            ReturnedDefectiveYesterday = state.ReturnedDefective[own],
            LostYesterday = state.Lost[own],
            RevenueYesterday = new(state.Revenue[own]),
            UnitsLast30Days = (int)Math.Min(stock.ShippedInMonth, int.MaxValue),
            LiveDaysLast30 = StockHistory.LiveDays(state, own, day, LowInventoryCharge.ShortWindow),
            ReferralFee = fees.Referral,
            FulfilmentFee = fees.Fulfilment,
            StorageCentsPerUnitMonth = terms.StorageCentsPerUnitMonth,
            RemovalFee = terms.RemovalFee,
            Fees = new(terms.FulfilmentByPrice, terms.PlacementPerUnit, stock),
        };
    }

    /// <summary>Landed cost of a unit on hand, on average; of the best quote when there is no stock.</summary>
    public static Money LandedCost(WorldState state, OwnOffer offer) => LandedCost(offer, Lots.OnHand(state, offer.Index), Lots.CostOnHand(state, offer.Index));

    private static Money LandedCost(OwnOffer offer, int onHand, long cost) => onHand > 0 ? new(cost / onHand) : offer.Info.BestQuote.LandedCostAtMinimum;

    private static Refusal[] Refusals(WorldState state, int seat)
    {
        var count = Math.Min(state.RefusalCount[seat], state.Layout.Refusals);
        var refusals = count == 0 ? [] : new Refusal[count];
        for (var i = 0; i < refusals.Length; i++)
        {
            var words = state.RefusalLog.Slice(((seat * state.Layout.Refusals) + i) * WorldLayout.RefusalWords, WorldLayout.RefusalWords);
            refusals[i] = new((int)words[0], (RefusalReason)words[1], words[2], words[3], words[4]);
        }

        return refusals;
    }
}
