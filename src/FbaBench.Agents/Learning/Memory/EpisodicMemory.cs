namespace FbaBench;

/// <summary>What an <see cref="EpisodicPricer"/> remembers after training worlds.</summary>
public sealed record EpisodicMemory
{
    /// <summary>How it remembers and chooses.</summary>
    public required EpisodicTerms Terms { get; init; }

    /// <summary>Days lived.</summary>
    public required int DaysLived { get; init; }

    /// <summary>Episodes as they were, oldest first, and prototypes.</summary>
    public required IReadOnlyList<RememberedEpisode> Episodes { get; init; }

    /// <summary>The worlds it was trained in.</summary>
    public required TrainingWorlds TrainedOn { get; init; }

    /// <summary>SHA-256 of the memory and of what it was trained on, as a saved file states it.</summary>
    public string Digest() => SealedFile.Digest(this, LearningJson.Default.EpisodicMemory);

    /// <summary>Writes it as JSON.</summary>
    public void Save(Stream stream) => SealedFile.Save(stream, Word, this, LearningJson.Default.EpisodicMemory);

    /// <summary>Reads a saved memory.</summary>
    /// <exception cref="InvalidDataException">No memory, or one that was changed since.</exception>
    public static EpisodicMemory Load(Stream stream) => SealedFile.Load(stream, Word, LearningJson.Default.EpisodicMemory, memory =>
        memory.Episodes.All(episode => episode.Situation.Count == PriceSituation.Numbers && episode.Action >= 0 && episode.Action < EpisodicControl.Markups.Length && episode.Units > 0)
            ? null
            : $"An episode of the memory has not {PriceSituation.Numbers} numbers for its situation, an action below {EpisodicControl.Markups.Length}, and units.");

    private const string Word = "memory";
}

/// <summary>A situation, what was done, and what came of it; or many that were merged.</summary>
/// <param name="Day">The day lived on which it was over; −1 for a prototype.</param>
/// <param name="Count">Episodes that were merged into it, itself included.</param>
/// <param name="Action">Which markup was asked.</param>
/// <param name="Situation">Cheapest rival, cover, season, rating, cost; of a prototype the mean by units.</param>
/// <param name="Units">Units that its days would have brought at the usual markup: what it weighs.</param>
/// <param name="Reward">What a usual unit earned on average, in reference prices.</param>
public sealed record RememberedEpisode(int Day, int Count, int Action, IReadOnlyList<double> Situation, double Units, double Reward);
