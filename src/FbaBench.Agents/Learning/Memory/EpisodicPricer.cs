namespace FbaBench;

/// <summary>
/// Base stock with prices from memory: it remembers situations, the markup it asked, and what the following days earned, and asks the markup whose nearest episodes earned most
/// (model-free episodic control, Blundell and others 2016; kernel of Pritzel and others, ICML 2017). A markup is valued by its k nearest episodes, weighted by the units that the offer usually sells and by δ / (d² + δ)
/// for the Euclidean distance d of situations, and by what is usual.
/// </summary>
public sealed class EpisodicPricer : IForkableAgent, ITrainedAgent
{
    private readonly EpisodicTerms _terms;
    private readonly HeldPrices _prices;

    /// <summary>A seller that remembers nothing yet, by the default terms.</summary>
    public EpisodicPricer()
        : this(new EpisodicTerms())
    {
    }

    /// <summary>A seller that remembers nothing yet.</summary>
    public EpisodicPricer(EpisodicTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (_terms, _prices) = (terms, new(new EpisodicControl(terms), terms.HoldDays));
    }

    /// <summary>A seller that remembers training worlds. It goes on remembering and tries no more.</summary>
    public EpisodicPricer(EpisodicMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        (_terms, _prices, TrainedOn) = (memory.Terms, new(new EpisodicControl(memory), memory.Terms.HoldDays), memory.TrainedOn);
    }

    private EpisodicPricer(EpisodicPricer other) => (_terms, _prices, TrainedOn) = (other._terms, other._prices.Copy(), other.TrainedOn);

    /// <inheritdoc/>
    public TrainingWorlds? TrainedOn { get; }

    /// <summary>What it remembers of all worlds that this instance has played, one after another.</summary>
    /// <param name="trainedOn">Those worlds.</param>
    public EpisodicMemory Remembered(TrainingWorlds trainedOn)
    {
        ArgumentNullException.ThrowIfNull(trainedOn);
        var store = ((EpisodicControl)_prices.Chooser).Store;
        return new() { Terms = _terms, DaysLived = store.DaysLived, Episodes = store.ToList(), TrainedOn = trainedOn };
    }

    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new EpisodicPricer(this);

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(context);
        return new(_prices.Decide(today, context));
    }
}
