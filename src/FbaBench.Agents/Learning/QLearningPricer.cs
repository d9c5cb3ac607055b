namespace FbaBench;

/// <summary>
/// A seller of a price game who answers the last prices by a table: one that it learns while it plays, a period a day, or one that it learned before. It knows what every
/// seller sees: yesterday's own sales and the other's price.
/// </summary>
public sealed class QLearningPricer : IForkableAgent
{
    private readonly PriceGame? _game;
    private readonly QLearningTerms? _terms;
    private readonly LearnedPolicy? _policy;
    private PriceLearner? _learner;
    private int _state = -1;

    /// <summary>A seller that begins to learn.</summary>
    /// <exception cref="ArgumentException">A number of the terms is out of range.</exception>
    public QLearningPricer(PriceGame game, QLearningTerms terms)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentNullException.ThrowIfNull(terms);
        (_game, _terms) = (game, terms.Checked());
    }

    /// <summary>A seller that plays what was learned and learns no more.</summary>
    public QLearningPricer(LearnedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = policy;
    }

    private QLearningPricer(QLearningPricer other) =>
        (_game, _terms, _policy, _learner, _state) = (other._game, other._terms, other._policy, other._learner?.Copy(), other._state);

    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new QLearningPricer(this);

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(context);
        return new(_policy is null ? Learn(today, context, _game!, _terms!) : Play(today, _policy));
    }

    private static Decision Play(Observation today, LearnedPolicy policy)
    {
        var answer = today.Day == 0 ? policy.Start : policy.Answers[State(today, policy.Prices)];
        return PriceDecision.Of(today, policy.Prices[answer], policy.RestockBelow, policy.OrderUnits);
    }

    private Decision Learn(Observation today, AgentContext context, PriceGame game, QLearningTerms terms)
    {
        _learner ??= new(game, terms, context.Seat);
        if (today.Day > 0)
        {
            var offer = today.Offers[0];
            var seen = State(today, game.Prices);
            if (_state >= 0)
            {
                var profit = offer.RevenueYesterday - (offer.LandedCost * offer.UnitsYesterday);
                _learner.Learn(_state, seen / game.Prices.Count, profit.Cents, seen);
            }

            _state = seen;
        }

        return PriceDecision.Of(today, game.Prices[_learner.Choose(_state, context)], game.RestockBelow, game.OrderUnits);
    }

    private static int State(Observation today, IReadOnlyList<Money> prices) => today is { Offers.Count: 1, Competitors.Count: 1 }
        ? (PriceGame.Nearest(prices, today.Offers[0].Price) * prices.Count) + PriceGame.Nearest(prices, today.Competitors[0].Price)
        : throw new InvalidOperationException($"This seller answers one competitor's price with the price of one offer; here are {today.Competitors.Count} and {today.Offers.Count}. It plays worlds of a {nameof(PriceGame)}.");
}
