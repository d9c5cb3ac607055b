namespace FbaBench.Samples;

/// <summary>The agent under test: asks cost and a half of the usual price, and keeps a month of sales more than the goods' way takes.</summary>
public sealed class CarefulBuyer : IAgent
{
    private const int DaysAhead = 30;

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        var cash = today.Cash - today.BalancesOwed;
        foreach (var offer in today.Offers)
        {
            var quote = offer.BestQuote;
            var cost = today.LandedCost(offer.Info, quote, quote.MinimumUnits) + offer.FulfilmentFee;
            commands.Add(new SetPrice(offer.Id, new Money(cost.Cents + (offer.ReferencePrice.Cents / 2))));
            var target = offer.UnitsLast30Days * (quote.LeadTimeDays + DaysAhead) / Math.Max(1, offer.LiveDaysLast30);
            var units = Math.Max(quote.MinimumUnits, target - offer.UnitsOnHand - offer.UnitsInbound);
            var due = today.LandedCost(offer.Info, quote, units) * units;
            if (offer.DaysOfSupply < quote.LeadTimeDays + DaysAhead && today.Day + quote.LeadTimeDays + DaysAhead < today.LastDecisionDay && due <= cash)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, units));
                cash -= due;
            }
        }

        return ValueTask.FromResult(new Decision(commands));
    }
}
