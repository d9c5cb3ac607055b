namespace FbaBench;

/// <summary>Parameters of a rule as they were tuned in training worlds.</summary>
public sealed record TunedParameters
{
    /// <summary>The parameters, with the start of the search.</summary>
    public required IReadOnlyList<TunedParameter> Parameters { get; init; }

    /// <summary>Their values, in that order.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>How they were searched.</summary>
    public required EvolutionTerms Terms { get; init; }

    /// <summary>Mean score of the starts in the training worlds, in cents.</summary>
    public required double StartCents { get; init; }

    /// <summary>Mean score of the values in the training worlds, in cents: of the worlds that chose them, and so more than elsewhere.</summary>
    public required double TrainedCents { get; init; }

    /// <summary>The worlds they were tuned in.</summary>
    public required TrainingWorlds TrainedOn { get; init; }

    /// <summary>A seller with these values that says in which worlds they were tuned.</summary>
    /// <param name="make">Makes the rule of values in the parameters' order.</param>
    public IForkableAgent Seller(Func<IReadOnlyList<double>, IForkableAgent> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return new TrainedRule(make(Values), TrainedOn);
    }

    /// <summary>SHA-256 of the values and of what they were tuned on, as a saved file states it.</summary>
    public string Digest() => SealedFile.Digest(this, LearningJson.Default.TunedParameters);

    /// <summary>Writes them as JSON.</summary>
    public void Save(Stream stream) => SealedFile.Save(stream, Word, this, LearningJson.Default.TunedParameters);

    /// <summary>Reads saved parameters.</summary>
    /// <exception cref="InvalidDataException">No tuned parameters, or some that were changed since.</exception>
    public static TunedParameters Load(Stream stream) => SealedFile.Load(stream, Word, LearningJson.Default.TunedParameters, tuned => tuned.Values.Count == tuned.Parameters.Count
        ? null
        : $"There are {tuned.Values.Count} values for {tuned.Parameters.Count} parameters.");

    private const string Word = "parameters";

    private sealed class TrainedRule(IForkableAgent rule, TrainingWorlds trainedOn) : IForkableAgent, ITrainedAgent
    {
        public TrainingWorlds? TrainedOn => trainedOn;

        public bool ReadsOnlyWhileDeciding => rule.ReadsOnlyWhileDeciding;

        public IForkableAgent Fork() => new TrainedRule(rule.Fork(), trainedOn);

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => rule.DecideAsync(today, context, cancellationToken);
    }
}
