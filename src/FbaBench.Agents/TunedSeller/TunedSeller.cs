namespace FbaBench;

/// <summary>
/// The strongest shipped rule: what <see cref="BaseStock"/> does, with prices by a price response that it estimates, order points by forecast and lead time, negotiated prices,
/// inspected newcomers, bids by a target advertising cost of sales, and mail answered as it deserves. Parameters: docs/evidence/tuned-seller.md.
/// </summary>
public sealed class TunedSeller : IForkableAgent
{
    private readonly TunedRule _rule;
    private readonly RiskParameters _risk;
    private readonly PriceResponse _response;
    private Money? _firstCash;

    /// <summary>The rule with its documented parameters.</summary>
    public TunedSeller()
        : this(Persona.Balanced)
    {
    }

    /// <summary>The rule with a persona's parameters.</summary>
    public TunedSeller(Persona persona)
        : this(TunedRule.Documented, (persona ?? throw new ArgumentNullException(nameof(persona))).Risk, new(TunedRule.Documented))
    {
    }

    internal TunedSeller(TunedRule rule)
        : this(rule, Persona.Balanced.Risk, new(rule))
    {
    }

    private TunedSeller(TunedRule rule, RiskParameters risk, PriceResponse response) => (_rule, _risk, _response) = (rule, risk, response);

    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new TunedSeller(_rule, _risk, _response.Copy()) { _firstCash = _firstCash };

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        if (!today.IsTrading)
        {
            return new(Decision.None);
        }

        _firstCash ??= today.Cash;
        var rule = _rule with { Stock = _risk.Of(_rule.Stock, _firstCash.Value), BidShare = _rule.BidShare * _risk.AdvertisingFactor };
        var commands = new List<Command>();
        var sources = GoodsSource.Of(today);
        _response.Learn(today);
        Price(today, sources, commands);
        CustomerService.Answer(today, commands);
        Hygiene.Answer(today, commands);
        var talks = new Dealings(rule, today, sources, commands);
        talks.Run();
        StockPlan.AddOrders(today, sources, commands, rule.Stock, talks.Waits);
        Advertising.Bid(today, sources, commands, rule);
        Disposal.Clear(today, sources, commands);
        return new(new Decision(commands));
    }

    private void Price(Observation today, ReadOnlySpan<GoodsSource> sources, List<Command> commands)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            var offer = today.Offers[i];
            var margin = offer.ReferencePrice.Cents / _response.Elasticity(offer.Info.Niche) * _risk.MarkupFactor;
            var best = sources[i].BreakEvenCents + margin;
            var price = new Money(Math.Max(1, (long)Math.Round(best)));
            price = Money.Min(price, offer.HighestFeaturedPrice ?? price);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }
    }
}

/// <summary>Parameters of <see cref="TunedSeller"/>.</summary>
/// <param name="Stock">Order points and sizes.</param>
/// <param name="PriorElasticity">Price response before anything is known, as the margin goes by it.</param>
/// <param name="PriorDeviation">Its standard deviation; 0 learns nothing.</param>
/// <param name="ProposalShare">First proposal to a supplier, as a share of its ladder.</param>
/// <param name="Proposals">Proposals before its ask is accepted.</param>
/// <param name="InspectionFactor">Least saving that a newcomer promises, in inspection fees; infinity never inspects.</param>
/// <param name="BidShare">Bid as a share of what a click is worth: the target advertising cost of sales over the margin's share of the price; 0 never advertises.</param>
/// <param name="DailyBudget">Most spent a day on a campaign.</param>
/// <param name="AdvertiseBelow">Search position above which a listing needs no slots.</param>
/// <param name="AdvertiseUntilReviews">Reviews from which a listing needs no slots.</param>
/// <param name="AdvertiseSupply">Days of supply that must be on hand to advertise.</param>
internal sealed record TunedRule(
    StockRule Stock,
    double PriorElasticity,
    double PriorDeviation,
    double ProposalShare,
    int Proposals,
    double InspectionFactor,
    double BidShare,
    Money DailyBudget,
    int AdvertiseBelow,
    int AdvertiseUntilReviews,
    int AdvertiseSupply)
{
    public static TunedRule Documented { get; } = new(new(7, 5, 0.25), BaseStock.EffectiveElasticity, 0.2, 0.9, 2, 3, 0.6, Money.Dollars(50), 3, 30, 45);
}
