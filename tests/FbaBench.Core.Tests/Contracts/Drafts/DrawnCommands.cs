using FbaBench.Primitives;

namespace FbaBench.Tests.Contracts.Drafts;

/// <summary>Commands drawn around what a morning allows: at its bounds, one beyond them, and nonsense. A function of key, day and ordinal.</summary>
internal static class DrawnCommands
{
    public static Command Next(KeyedDraws draws, Observation today, DecisionDraft draft, int ordinal)
    {
        var bits = draws.Bits(Mechanism.Agent, 3, today.Day, ordinal);
        var offer = today.Offers[(int)(bits.X1 % (uint)today.Offers.Count)];
        var (pick, some) = ((int)(bits.X0 % 32), (int)(bits.X2 % 97));
        if (today.Health.SuspendedDay is not null && ordinal % 4 == 0)
        {
            return new AppealSuspension((SuspensionCause)(some % 2));
        }

        return pick switch
        {
            < 9 => OnListing(today, offer, pick, some, (int)(bits.X3 % 11)),
            < 16 => OnSupply(today, draft, offer, pick - 9, some, (int)(bits.X3 % 11)),
            < 24 => OnAccount(today, draft, offer, pick - 16, some, (int)(bits.X3 % 11)),
            < 27 => WholeMarket.Absurd(draws, today, ordinal),
            < 30 => TestWorlds.Absurd(draws, today, ordinal + 1).Commands[ordinal] ?? new CloseOffer(new(-1)),
            _ => Repeated(draft, some),
        };
    }

    /// <summary>What was accepted already, once more.</summary>
    private static Command Repeated(DecisionDraft draft, int some) => draft.Commands.Count == 0 ? new DrawCredit(new(1)) : draft.Commands[some % draft.Commands.Count];

    private static Command OnListing(Observation today, OfferObservation offer, int pick, int some, int near) => pick switch
    {
        0 => new SetPrice(offer.Id, new(offer.ReferencePrice.Cents * (70 + some) / 100)),
        1 => new SetPrice(offer.Id, offer.Promotion.Price + new Money((near % 3) - 1)),
        2 or 3 => new StartPromotion(offer.Id, offer.Promotion.HighestPrice - new Money((some % 5) - 1), near % 4 == 0 ? offer.Promotion.DaysLeft + 1 : 1 + (some % 8)),
        4 => new EndPromotion(offer.Id),
        5 => new CreateCampaign(offer.Id, today.Rules.LowestBid + new Money(some - 3), new(40 + (some * 30)), today.Day - (near == 0 ? 1 : 0), today.LastDecisionDay + (near % 3) - 1),
        6 => new ChangeCampaign(offer.Id, today.Rules.LowestBid + new Money(some - 3), new(40 + (some * 30)), today.Day + some - 10),
        7 => some % 4 == 0 ? new CloseOffer(offer.Id) : new StopCampaign(offer.Id),
        _ => new BuyReviews(offer.Id, near == 0 ? 1_000 + (some % 2) : some - 2),
    };

    private static Command OnSupply(Observation today, DecisionDraft draft, OfferObservation offer, int pick, int some, int near)
    {
        var quote = offer.Quotes[some % offer.Quotes.Count];
        var price = today.UnitPrice(offer.Info, quote, quote.MinimumUnits);
        var affordable = (int)Math.Clamp(draft.CashLeft.Cents / Math.Max(1, quote.Deposit(quote.MinimumUnits).Cents / quote.MinimumUnits), 0, 2_000_000);
        return pick switch
        {
            0 => new PlaceOrder(offer.Id, quote.Supplier, quote.MinimumUnits + (some % 7) - 1, quote.Routes.Count > 0 && near < 6 ? quote.Routes[near % quote.Routes.Count].Mode : FreightMode.Quoted),
            1 => new PlaceOrder(offer.Id, quote.Supplier, affordable - 3 + (some % 7)),
            2 => new MakeSupplierOffer(offer.Id, quote.Supplier, quote.MinimumUnits + (some % 9) - 1, new(price.Cents * (80 + near + (some % 12)) / 100)),
            3 => new AcceptSupplierOffer(offer.Id, quote.Supplier),
            4 => new InspectSupplier(offer.Id, quote.Supplier),
            5 => today.OpenOrders.Count > 0 ? new RejectOrder(today.OpenOrders[some % today.OpenOrders.Count].Id) : new RejectOrder(new(today.Seat, today.Day, some % 6)),
            _ => near % 2 == 0 ? new Liquidate(offer.Id, offer.UnitsOnHand - 1 + (some % 3)) : new DisposeUnsellable(offer.Id, offer.UnsellableUnits - 1 + (some % 3), (DisposalPath)(some % 3)),
        };
    }

    private static Command OnAccount(Observation today, DecisionDraft draft, OfferObservation offer, int pick, int some, int near) => pick switch
    {
        0 => new DrawCredit(new((today.Credit.Available.Cents / (1 + (some % 3))) + (near % 3) - 1)),
        1 => new RepayCredit(near % 2 == 0 ? today.Credit.Owed + new Money((some % 3) - 1) : Money.Max(draft.CashLeft, new(1)) + new Money((some % 3) - 1)),
        2 or 3 or 4 => Reaction(today, some, near),
        5 => new AppealSuspension((SuspensionCause)(some % 3 % 2)),
        6 => new ForecastUnits(offer.Id, today.Day + 5 + (some % 4), near - 1, near + (some % 5) - 1, near + 3),
        _ => near == 0 && some < 2 ? new CloseBusiness() : new ForecastCash(today.Day + 5 + (some % 90), today.Cash, today.Cash + new Money(near - 1), today.Cash + new Money(9)),
    };

    private static Command Reaction(Observation today, int some, int near)
    {
        if (today.Mail.Count == 0)
        {
            return new ReactToMail(some, MailAction.Dispute, 1);
        }

        var mail = today.Mail[some % today.Mail.Count];
        var action = near == 0 ? (MailAction)(some % 5) : mail.Actions[some % mail.Actions.Count];
        return new ReactToMail(near == 1 ? mail.Number + 1 : mail.Number, action, action == MailAction.Dispute || near == 2 ? Math.Max(1, mail.Units) : 0);
    }
}
