namespace FbaBench.Contracts;

/// <summary>Units and lots of an offer under the commands of a draft. Goods on their way may arrive this morning, before the commands.</summary>
internal sealed class DraftedStock
{
    /// <summary>A liquidator pays at most a tenth of the reference price for a unit that sells, and a twenty-fifth for one that does not.</summary>
    private const int SellableShare = 10;
    private const int UnsellableShare = 25;

    private readonly long _reference;
    private Bounds _onHand;
    private Bounds _unsellable;

    public DraftedStock(Observation today, in OfferObservation offer)
    {
        var (coming, orders) = (0L, 0);
        for (var i = 0; i < today.OpenOrders.Count; i++)
        {
            if (today.OpenOrders[i].Offer == offer.Id)
            {
                coming += today.OpenOrders[i].Units;
                orders++;
            }
        }

        _reference = offer.ReferencePrice.Cents;
        _onHand = new(offer.UnitsOnHand, offer.UnitsOnHand + coming);
        _unsellable = new(offer.UnsellableUnits, offer.UnsellableUnits + coming);

        // One of the lots on the shelf may be the one of what came back, and a lot that was never made, or arrives and is lost as a whole, is free again.
        var shelf = offer.Fees.AgedInventory.Stock.Count;
        Lots = new(Math.Max(0, shelf - 1), shelf + orders);
    }

    /// <summary>Lots in use, the one of what comes back apart.</summary>
    public Bounds Lots { get; private set; }

    public void Fill(bool isSure) => Lots = new(Lots.Least + (isSure ? 1 : 0), Lots.Most + 1);

    /// <summary>An order may have left the supplier and keep its lot.</summary>
    public void MayFree() => Lots = Lots with { Least = Math.Max(0, Lots.Least - 1) };

    public Verdict Liquidate(int index, int units, DraftedCash cash)
    {
        var verdict = new Verdict(OfferRules.Liquidation(index, units, _onHand.Least), OfferRules.Liquidation(index, units, _onHand.Most));
        if (verdict.IsAccepted)
        {
            _onHand = _onHand.Less(Bounds.Exactly(units), verdict.IsSure);
            cash.Receive(new(0, _reference * units / SellableShare), 0);
        }

        return verdict;
    }

    public Verdict Dispose(int index, DisposeUnsellable command, DraftedCash cash)
    {
        var verdict = new Verdict(OfferRules.Disposal(index, command, _unsellable.Least), OfferRules.Disposal(index, command, _unsellable.Most));
        if (verdict.IsAccepted)
        {
            _unsellable = _unsellable.Less(Bounds.Exactly(command.Units), verdict.IsSure);
            cash.Receive(new(0, command.Path == DisposalPath.Liquidate ? _reference * command.Units / UnsellableShare : 0), 0);
        }

        return verdict;
    }
}
