using FbaBench;

/// <summary>Asks the reference price and orders the smallest lot while less than a hundred units are on hand or on their way.</summary>
sealed class SellOff : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        Command[] commands =
        [
            .. today.Offers.Where(offer => !offer.IsOpen).Select(offer => new SetPrice(offer.Id, offer.ReferencePrice)),
            .. today.Offers.Where(offer => offer.UnitsOnHand + offer.UnitsInbound < 100)
                .Select(offer => new PlaceOrder(offer.Id, offer.BestQuote.Supplier, offer.BestQuote.MinimumUnits)),
        ];
        return new(new Decision(commands));
    }
}
