namespace FbaBench.Contracts;

/// <summary>A morning under the commands of a draft: answers the next one and takes its effect.</summary>
internal sealed class DraftedDay
{
    private readonly Observation _today;
    private readonly KernelLimits _limits;
    private readonly Dictionary<int, DraftedOffer> _offers = [];
    private readonly DraftedSupply _supply;
    private readonly DraftedMail _mail;
    private readonly DraftedForecasts _forecasts;
    private readonly DraftedAccount _account;
    private bool _isClosed;

    public DraftedDay(Observation today, KernelLimits limits)
    {
        _today = today;
        _limits = limits;
        Cash = new(today);
        _supply = new(today, limits, Cash);
        _mail = new(today, Cash);
        _forecasts = new(today, limits);
        _account = new(today, Cash);
        _isClosed = !today.IsTrading;
    }

    public DraftedCash Cash { get; }

    public Verdict Take(int index, Command command)
    {
        if (index >= _limits.CommandsPerDay)
        {
            return Verdict.Of(new(index, RefusalReason.TooManyCommands, index + 1, 0, _limits.CommandsPerDay));
        }

        return _isClosed ? Verdict.Of(new(index, RefusalReason.BusinessClosed, 0, 0, 0)) : Answer(index, command);
    }

    private Verdict Answer(int index, Command command)
    {
        switch (command)
        {
            case SetPrice set:
                return Own(set.Offer) is { } priced ? priced.Listing.Price(index, set) : Unknown(index, set.Offer);
            case CloseOffer close:
                return Own(close.Offer) is { } closed ? closed.Listing.Close() : Unknown(index, close.Offer);
            case PlaceOrder order:
                return Own(order.Offer) is { } ordered ? _supply.Place(index, ordered, order) : Unknown(index, order.Offer);
            case Liquidate liquidate:
                return Own(liquidate.Offer) is { } sold ? sold.Stock.Liquidate(index, liquidate.Units, Cash) : Unknown(index, liquidate.Offer);
            case StartPromotion start:
                return Own(start.Offer) is { } promoted ? promoted.Listing.Promote(index, start) : Unknown(index, start.Offer);
            case EndPromotion end:
                return Own(end.Offer) is { } ended ? ended.Listing.EndPromotion(index) : Unknown(index, end.Offer);
            case CreateCampaign create:
                return Own(create.Offer) is { } advertised ? advertised.Listing.Create(index, create) : Unknown(index, create.Offer);
            case ChangeCampaign change:
                return Own(change.Offer) is { } changed ? changed.Listing.Change(index, change) : Unknown(index, change.Offer);
            case StopCampaign stop:
                return Own(stop.Offer) is { } stopped ? stopped.Listing.Stop(index) : Unknown(index, stop.Offer);
            case BuyReviews buy:
                return Own(buy.Offer) is { } reviewed ? reviewed.Listing.Buy(index, buy, Cash) : Unknown(index, buy.Offer);
            case MakeSupplierOffer propose:
                return Own(propose.Offer) is { } proposed ? _supply.Propose(index, proposed, propose) : Unknown(index, propose.Offer);
            case AcceptSupplierOffer accept:
                return Own(accept.Offer) is { } accepted ? DraftedSupply.Accept(index, accepted, accept) : Unknown(index, accept.Offer);
            case InspectSupplier inspect:
                return Own(inspect.Offer) is { } inspected ? _supply.Inspect(index, inspected, inspect) : Unknown(index, inspect.Offer);
            case DisposeUnsellable dispose:
                return Own(dispose.Offer) is { } disposed ? disposed.Stock.Dispose(index, dispose, Cash) : Unknown(index, dispose.Offer);
            case ForecastUnits units:
                return Own(units.Offer) is not null ? _forecasts.Register(index, ForecastTarget.Of(units)) : Unknown(index, units.Offer);
            default:
                return OfSeller(index, command);
        }
    }

    /// <summary>Commands that are about no offer.</summary>
    private Verdict OfSeller(int index, Command command)
    {
        switch (command)
        {
            case RejectOrder reject:
                return _supply.Reject(index, reject.Order, Own);
            case DrawCredit draw:
                return _account.Draw(index, draw.Amount);
            case RepayCredit repay:
                return _account.Repay(index, repay.Amount);
            case ReactToMail react:
                return _mail.React(index, react, Own);
            case AppealSuspension appeal:
                return _account.Appeal(index, appeal.Cause);
            case ForecastCash cash:
                return _forecasts.Register(index, ForecastTarget.Of(cash));
            case ChargeInference charge:
                return Verdict.Of(AccountRules.Inference(index, charge));
            case CloseBusiness:
                _isClosed = true;
                return default;
            default:
                return Verdict.Of(new(index, RefusalReason.UnknownCommand, 0, 0, 0));
        }
    }

    private static Verdict Unknown(int index, OfferId id) => Verdict.Of(new(index, RefusalReason.UnknownOffer, id.Index, 0, 0));

    private DraftedOffer? Own(OfferId id)
    {
        if (_offers.TryGetValue(id.Index, out var drafted))
        {
            return drafted;
        }

        for (var i = 0; i < _today.Offers.Count; i++)
        {
            var offer = _today.Offers[i];
            if (offer.Id == id)
            {
                return _offers[id.Index] = new(_today, offer);
            }
        }

        return null;
    }
}
