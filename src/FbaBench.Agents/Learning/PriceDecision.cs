namespace FbaBench;

/// <summary>The day of a seller in a price game: fill the shelf, set the price.</summary>
internal static class PriceDecision
{
    public static Decision Of(Observation today, Money price, int restockBelow, int orderUnits)
    {
        var offer = today.Offers[0];
        var set = new SetPrice(offer.Id, price);
        return new(offer.UnitsOnHand < restockBelow ? [new PlaceOrder(offer.Id, offer.BestQuote.Supplier, orderUnits), set] : [set]);
    }
}
