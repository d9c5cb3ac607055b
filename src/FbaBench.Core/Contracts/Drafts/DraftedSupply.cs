namespace FbaBench.Contracts;

/// <summary>Orders and dealings with suppliers under the commands of a draft.</summary>
internal sealed class DraftedSupply(Observation today, KernelLimits limits, DraftedCash cash)
{
    private readonly List<(OrderId Id, DraftedOffer Offer, long Deposit)> _placed = [];
    private readonly List<OrderId> _rejected = [];

    public Verdict Place(int index, DraftedOffer offer, PlaceOrder order)
    {
        var verdict = Verdict.Of(SupplierRules.Order(index, order, offer.Quotes, limits.UnitsPerOrder));
        if (!verdict.IsAccepted)
        {
            return verdict;
        }

        var deposit = offer.Talk(order.Supplier).Deposit(order.Units);
        var lots = offer.Stock.Lots;
        verdict = verdict.Then(cash.Covers(index, deposit)).Then(new(SupplierRules.Place(index, lots.Most, limits.LotsPerOffer), SupplierRules.Place(index, lots.Least, limits.LotsPerOffer)));
        if (verdict.IsAccepted)
        {
            cash.Pay(deposit, verdict.IsSure);
            offer.Stock.Fill(verdict.IsSure);
            _placed.Add((new(today.Seat, today.Day, index), offer, deposit.Most));
        }

        return verdict;
    }

    public Verdict Propose(int index, DraftedOffer offer, MakeSupplierOffer proposal)
    {
        var known = Verdict.Of(SupplierRules.Known(index, proposal.Supplier, offer.Quotes));
        return known.IsAccepted ? offer.Talk(proposal.Supplier).Propose(index, proposal, offer.Quotes, limits.UnitsPerOrder) : known;
    }

    public static Verdict Accept(int index, DraftedOffer offer, AcceptSupplierOffer accept)
    {
        var known = Verdict.Of(SupplierRules.Known(index, accept.Supplier, offer.Quotes));
        return known.IsAccepted ? offer.Talk(accept.Supplier).Accept(index, accept.Supplier) : known;
    }

    public Verdict Inspect(int index, DraftedOffer offer, InspectSupplier inspect)
    {
        var fee = Bounds.Exactly(today.Rules.InspectionFee.Cents);
        var verdict = Verdict.Of(SupplierRules.Known(index, inspect.Supplier, offer.Quotes)).Then(cash.Covers(index, fee));
        if (verdict.IsAccepted)
        {
            cash.Pay(fee, verdict.IsSure);
        }

        return verdict;
    }

    /// <summary>Goods that could be rejected yesterday evening may have been shipped this morning.</summary>
    public Verdict Reject(int index, OrderId id, Func<OfferId, DraftedOffer?> offers)
    {
        var unknown = SupplierRules.UnknownOrder(index, id);
        if (_rejected.Contains(id) || Find(id, offers) is not var (offer, deposit))
        {
            return Verdict.Of(unknown);
        }

        _rejected.Add(id);
        offer.Stock.MayFree();
        cash.Receive(new(0, deposit), 0);
        return new(unknown, default);
    }

    /// <summary>The offer of an order that may wait at its supplier, and what comes back at most; null where there is none.</summary>
    private (DraftedOffer Offer, long Deposit)? Find(OrderId id, Func<OfferId, DraftedOffer?> offers)
    {
        foreach (var placed in _placed)
        {
            if (placed.Id == id)
            {
                return (placed.Offer, placed.Deposit);
            }
        }

        for (var i = 0; i < today.OpenOrders.Count; i++)
        {
            var order = today.OpenOrders[i];
            if (order.Id == id && order.Stage is OrderStage.InProduction or OrderStage.AwaitingPayment && offers(order.Offer) is { } offer)
            {
                return (offer, offer.Quotes[order.Supplier.Index].Deposit(order.Units).Cents);
            }
        }

        return null;
    }
}
