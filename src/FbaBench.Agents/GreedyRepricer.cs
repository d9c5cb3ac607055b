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
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new GreedyRepricer();

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        var commands = new List<Command>();
        var sources = GoodsSource.Of(today);
        var cheapest = CheapestByNiche(today);
        for (var i = 0; i < sources.Length; i++)
        {
            var offer = today.Offers[i];
            var price = Price(offer, sources[i], cheapest);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }

        CustomerService.Answer(today, commands);
        StockPlan.AddOrders(today, sources, commands, StockRule.Tuned);
        return new(new Decision(commands));
    }

    private static Money Price(in OfferObservation offer, in GoodsSource source, Dictionary<string, long> cheapest)
    {
        var lowest = Math.Min(offer.ReferencePrice.Cents, cheapest.GetValueOrDefault(offer.Info.Niche, long.MaxValue));
        var floor = source.BreakEvenCents * LeastMargin;
        return new((long)Math.Ceiling(Math.Max(lowest * Undercut, floor)));
    }

    /// <summary>Lowest price of a competitor on sale, in cents, by niche; competitors of a niche mostly stand together.</summary>
    private static Dictionary<string, long> CheapestByNiche(Observation today)
    {
        var cheapest = new Dictionary<string, long>(StringComparer.Ordinal);
        var competitors = today.Competitors;
        string? niche = null;
        var lowest = long.MaxValue;
        for (var i = 0; i < competitors.Count; i++)
        {
            var competitor = competitors[i];
            if (competitor.Price <= Money.Zero)
            {
                continue;
            }

            if (niche is null || competitor.Niche != niche)
            {
                niche = competitor.Niche;
                lowest = cheapest.GetValueOrDefault(niche, long.MaxValue);
            }

            if (competitor.Price.Cents < lowest)
            {
                lowest = cheapest[niche] = competitor.Price.Cents;
            }
        }

        return cheapest;
    }
}
