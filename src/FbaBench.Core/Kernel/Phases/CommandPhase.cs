using FbaBench.Contracts;
using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Commands;
using FbaBench.Kernel.Forecasting;
using FbaBench.Kernel.Health;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Supply;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 3: every seller's batch, each command accepted or refused alone; the seats in a keyed order of the day.</summary>
internal static class CommandPhase
{
    public static void Run(DayContext day, ReadOnlySpan<SeatDecision> decisions)
    {
        day.State.RefusalCount.Clear();
        foreach (var seat in day.KeyedOrder(Mechanism.SeatOrder, day.Model.SeatKeys))
        {
            foreach (var decision in decisions)
            {
                if (decision.Seat.Index == seat)
                {
                    Batch(day, seat, decision.Decision.Commands);
                }
            }
        }

        // A lead time of zero arrives at the end of this phase.
        ArrivalPhase.Run(day);
    }

    private static void Batch(DayContext day, int seat, IReadOnlyList<Command> commands)
    {
        var limit = day.Definition.Limits.CommandsPerDay;
        for (var i = 0; i < commands.Count; i++)
        {
            if (i == limit)
            {
                Refuse(day, seat, new(i, RefusalReason.TooManyCommands, commands.Count, 0, limit));
                return;
            }

            var refusal = Apply(day, seat, i, commands[i]);
            if (refusal.Reason != RefusalReason.None)
            {
                Refuse(day, seat, refusal);
            }
        }
    }

    private static Refusal Apply(DayContext day, int seat, int index, Command? command)
    {
        if (day.State.Status[seat] != (int)SeatStatus.Trading)
        {
            return new(index, RefusalReason.BusinessClosed, 0, 0, 0);
        }

        switch (command)
        {
            case SetPrice set:
                return Own(day, seat, set.Offer) is { } priced ? SetPrice(day, index, priced, set.Price) : UnknownOffer(index, set.Offer);
            case CloseOffer close:
                return Own(day, seat, close.Offer) is { } closed ? Close(day, closed) : UnknownOffer(index, close.Offer);
            case PlaceOrder order:
                return Own(day, seat, order.Offer) is { } ordered ? OrderPlacing.Place(day, index, ordered, order) : UnknownOffer(index, order.Offer);
            case StartPromotion start:
                return Own(day, seat, start.Offer) is { } promoted ? MarketingCommands.Promote(day, index, promoted, start) : UnknownOffer(index, start.Offer);
            case EndPromotion end:
                return Own(day, seat, end.Offer) is { } ended ? MarketingCommands.EndPromotion(day, index, ended) : UnknownOffer(index, end.Offer);
            case CreateCampaign create:
                return Own(day, seat, create.Offer) is { } advertised ? MarketingCommands.Create(day, index, advertised, create) : UnknownOffer(index, create.Offer);
            case ChangeCampaign change:
                return Own(day, seat, change.Offer) is { } changed ? MarketingCommands.Change(day, index, changed, change) : UnknownOffer(index, change.Offer);
            case StopCampaign stop:
                return Own(day, seat, stop.Offer) is { } stopped ? MarketingCommands.Stop(day, index, stopped) : UnknownOffer(index, stop.Offer);
            case DrawCredit draw:
                return CreditLine.Draw(day, seat, index, draw.Amount);
            case RepayCredit repay:
                return CreditLine.Repay(day, seat, index, repay.Amount);
            case BuyReviews buy:
                return Own(day, seat, buy.Offer) is { } reviewed ? MarketingCommands.Buy(day, index, reviewed, buy) : UnknownOffer(index, buy.Offer);
            case Liquidate liquidate:
                return Own(day, seat, liquidate.Offer) is { } sold ? Sell(day, index, sold, liquidate.Units) : UnknownOffer(index, liquidate.Offer);
            case MakeSupplierOffer propose:
                return Own(day, seat, propose.Offer) is { } proposed ? SupplierCommands.Propose(day, index, proposed, propose) : UnknownOffer(index, propose.Offer);
            case AcceptSupplierOffer accept:
                return Own(day, seat, accept.Offer) is { } accepted ? SupplierCommands.Accept(day, index, accepted, accept) : UnknownOffer(index, accept.Offer);
            case InspectSupplier inspect:
                return Own(day, seat, inspect.Offer) is { } inspected ? SupplierCommands.Inspect(day, index, inspected, inspect) : UnknownOffer(index, inspect.Offer);
            case RejectOrder reject:
                return SupplierCommands.Reject(day, seat, index, reject.Order);
            case DisposeUnsellable dispose:
                return Own(day, seat, dispose.Offer) is { } disposed ? Unsellable.Dispose(day, index, disposed, dispose) : UnknownOffer(index, dispose.Offer);
            case ReactToMail react:
                return MailCommands.React(day, seat, index, react);
            case AppealSuspension appeal:
                return AccountHealthBook.Appeal(day, seat, index, appeal.Cause);
            case ForecastUnits units:
                return Own(day, seat, units.Offer) is { } foreseen ? ForecastBooking.Units(day, index, foreseen, units) : UnknownOffer(index, units.Offer);
            case ForecastCash cash:
                return ForecastBooking.Cash(day, seat, index, cash);
            case ChargeInference charge:
                return InferenceCharge.Add(day, seat, index, charge);
            case CloseBusiness:
                RunOffPhase.Begin(day, seat);
                return default;
            default:
                return new(index, RefusalReason.UnknownCommand, 0, 0, 0);
        }
    }

    private static OwnOffer? Own(DayContext day, int seat, OfferId id)
    {
        var rows = day.Model.OwnOfRow;
        if (id.Index < 0 || id.Index >= rows.Length || rows[id.Index] < 0)
        {
            return null;
        }

        var offer = day.Model.Own[rows[id.Index]];
        return offer.Seat == seat ? offer : null;
    }

    private static Refusal UnknownOffer(int index, OfferId id) => new(index, RefusalReason.UnknownOffer, id.Index, 0, 0);

    private static Refusal SetPrice(DayContext day, int index, OwnOffer offer, Money price)
    {
        var promoted = day.State.PromotionPrice[offer.Index];
        if (OfferRules.ListPrice(index, price.Cents, promoted) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        day.State.ListPrice[offer.Index] = (int)price.Cents;
        day.State.Price[offer.Row] = promoted > 0 ? promoted : (int)price.Cents;
        day.Emit(EventKind.PriceSet, offer.Seat, offer.Row, 0, 0, price.Cents);
        return default;
    }

    private static Refusal Close(DayContext day, OwnOffer offer)
    {
        if (day.State.PromotionPrice[offer.Index] > 0)
        {
            PromotionPhase.Cancel(day, offer);
        }

        day.State.ListPrice[offer.Index] = 0;
        day.State.Price[offer.Row] = 0;
        day.Emit(EventKind.OfferClosed, offer.Seat, offer.Row);
        return default;
    }

    private static Refusal Sell(DayContext day, int index, OwnOffer offer, int units)
    {
        if (OfferRules.Liquidation(index, units, Lots.OnHand(day.State, offer.Index)) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        RunOffPhase.Liquidate(day, offer, units);
        return default;
    }

    private static void Refuse(DayContext day, int seat, Refusal refusal)
    {
        var state = day.State;
        var reported = state.RefusalCount[seat];
        if (reported < state.Layout.Refusals)
        {
            var words = state.RefusalLog.Slice(((seat * state.Layout.Refusals) + reported) * WorldLayout.RefusalWords, WorldLayout.RefusalWords);
            words[0] = refusal.CommandIndex;
            words[1] = (long)refusal.Reason;
            words[2] = refusal.Given;
            words[3] = refusal.Low;
            words[4] = refusal.High;
        }

        state.RefusalCount[seat]++;
        state.RefusalsEver[seat]++;
        day.Emit(EventKind.CommandRefused, seat, -1, refusal.CommandIndex, (int)refusal.Reason, refusal.Given);
    }
}
