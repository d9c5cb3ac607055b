namespace FbaBench;

/// <summary>
/// The common repricer: every day one per cent below the cheapest competitor of its niche, starting from the
/// reference price, but never below its cost with a small margin; stock as the base-stock rule keeps it.
/// </summary>
public sealed class GreedyRepricer : IForkableAgent
{
    private const double Undercut = 0.99;
    private const double LeastMargin = 1.05;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new GreedyRepricer();

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            var price = Price(offer, today);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }

        CustomerService.Answer(today, commands);
        StockPlan.AddOrders(today, commands, StockRule.Tuned);
        return new(new Decision(commands));
    }

    private static Money Price(in OfferObservation offer, Observation today)
    {
        var cheapest = offer.ReferencePrice.Cents;
        foreach (var competitor in today.Competitors)
        {
            if (competitor.Niche == offer.Info.Niche && competitor.Price > Money.Zero)
            {
                cheapest = Math.Min(cheapest, competitor.Price.Cents);
            }
        }

        var floor = StockPlan.BreakEvenCents(offer, today) * LeastMargin;
        return new((long)Math.Ceiling(Math.Max(cheapest * Undercut, floor)));
    }
}
