using FbaBench;

/// <summary>The seller of agent.py and agent.mjs in C#: the reference price once, a minimum order where stock covers less than two months of sales, and refunds for those who complain.</summary>
sealed class FixedRule : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        if (today.Day == 0)
        {
            commands.AddRange(today.Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice)));
        }

        commands.AddRange(today.Mail.Where(mail => mail.Topic == MailTopic.CustomerComplaint).Select(mail => new ReactToMail(mail.Number, MailAction.Refund)));
        foreach (var offer in today.Offers)
        {
            var quote = offer.BestQuote;
            if (offer.UnitsOnHand + offer.UnitsInbound < 2 * offer.UnitsLast30Days && today.Day + quote.LeadTimeDays < today.LastDecisionDay)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, quote.MinimumUnits));
            }
        }

        return new(new Decision(commands));
    }
}
