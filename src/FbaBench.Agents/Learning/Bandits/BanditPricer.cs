namespace FbaBench;

/// <summary>
/// Base stock with prices by a contextual bandit: LinUCB (Li, Chu, Langford, Schapire, WWW 2010) over a grid of prices around the reference price. What a day earns, sales less the price at
/// which they would earn nothing, over the units that the offer usually sells, is taken to be linear in markup, its square, the cheapest rival, days of supply, season, rating, cost, and their products with the markup. It asks the price of
/// the highest upper confidence bound, holds it for some days, and learns from them; it begins with the price response that the base-stock rule goes by.
/// </summary>
public sealed class BanditPricer : IForkableAgent, ITrainedAgent
{
    private readonly BanditTerms _terms;
    private readonly HeldPrices _prices;

    /// <summary>A seller that begins without anything learned, by the default terms.</summary>
    public BanditPricer()
        : this(new BanditTerms())
    {
    }

    /// <summary>A seller that begins without anything learned.</summary>
    public BanditPricer(BanditTerms terms)
        : this(Given(terms), new(new LinearBandit(terms, BanditFeatures.Usual, terms.Exploration), terms.HoldDays), null)
    {
    }

    /// <summary>A seller that begins every niche of every world with what was learned in training. It goes on learning and explores no more.</summary>
    public BanditPricer(BanditPolicy policy)
        : this(Given(policy).Terms, new(new LinearBandit(policy.Terms, policy.Weights, 0), policy.Terms.HoldDays), policy.TrainedOn)
    {
    }

    private BanditPricer(BanditTerms terms, HeldPrices prices, TrainingWorlds? trainedOn) => (_terms, _prices, TrainedOn) = (terms, prices, trainedOn);

    /// <inheritdoc/>
    public TrainingWorlds? TrainedOn { get; }

    /// <summary>What it has learned in all worlds that this instance has played, one after another.</summary>
    /// <param name="trainedOn">Those worlds.</param>
    public BanditPolicy Learned(TrainingWorlds trainedOn)
    {
        ArgumentNullException.ThrowIfNull(trainedOn);
        return new() { Terms = _terms, Weights = ((LinearBandit)_prices.Chooser).Weights, TrainedOn = trainedOn };
    }

    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new BanditPricer(_terms, _prices.Copy(), TrainedOn);

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(context);
        return new(_prices.Decide(today, context));
    }

    private static T Given<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
