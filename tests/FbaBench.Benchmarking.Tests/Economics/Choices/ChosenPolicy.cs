namespace FbaBench.Tests.Economics;

/// <summary>The base-stock rule with some of its choices made beforehand; without any it is the shipped agent.</summary>
internal sealed class ChosenPolicy : IPolicy
{
    private const int Carton = 10;

    private readonly Choice _choice;
    private readonly SourcedOrders _orders;

    public ChosenPolicy(Choice choice)
    {
        _choice = choice;
        _orders = new(StockRule.Tuned, SourceOf) { OrderDays = choice.OrderDays, Credit = choice.Credit };
    }

    public List<Command> Decide(Observation today)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            var best = new Money(Math.Max(1, (long)Math.Round(SourceOf(offer, today).BreakEvenCents(offer, today) + (offer.ReferencePrice.Cents / BaseStock.EffectiveElasticity))));
            var price = Money.Min(best, offer.HighestFeaturedPrice ?? best);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }

        CustomerService.Answer(today, commands);
        if (_choice.Disposal is { } path)
        {
            commands.AddRange(today.Offers.Where(offer => offer.UnsellableUnits >= Carton).Select(offer => new DisposeUnsellable(offer.Id, offer.UnsellableUnits, path)));
        }

        _orders.Add(today, commands);
        return commands;
    }

    private Source SourceOf(OfferObservation offer, Observation today)
    {
        if (_choice.Freight is { } mode)
        {
            return new(offer.Quotes.First(quote => quote.Routes.Any(route => route.Mode == mode)), mode);
        }

        return new(_choice.Supplier is { } supplier ? offer.Quotes[supplier] : GoodsSource.Of(offer, today).Quote, FreightMode.Quoted);
    }
}
