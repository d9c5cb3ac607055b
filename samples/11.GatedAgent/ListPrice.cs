using FbaBench;

namespace GatedAgent;

/// <summary>Asks the reference price, answers its customers, and orders when what it has lasts less than six weeks longer than a delivery takes. The agent that is gated.</summary>
public sealed class ListPrice(double factor = 1) : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        foreach (var mail in today.Mail.Where(mail => mail.Topic == MailTopic.CustomerComplaint))
        {
            commands.Add(new ReactToMail(mail.Number, MailAction.Refund));
        }

        var cash = today.Cash - today.BalancesOwed;
        foreach (var offer in today.Offers)
        {
            var price = new Money((long)(offer.ReferencePrice.Cents * factor));
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }

            var quote = offer.BestQuote;
            var units = Math.Max(quote.MinimumUnits, offer.UnitsLast30Days * 2);
            var due = today.LandedCost(offer.Info, quote, units) * units;
            if (offer.DaysOfSupply < quote.LeadTimeDays + 42 && today.Day + quote.LeadTimeDays < today.LastDecisionDay && due <= cash)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, units));
                cash -= due;
            }
        }

        return new(new Decision(commands));
    }
}
