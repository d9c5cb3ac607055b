namespace FbaBench;

/// <summary>A price for every pair of last prices, as a seller learned it, with what it was trained on.</summary>
public sealed record LearnedPolicy
{
    /// <summary>The seat it learned on.</summary>
    public required int Seat { get; init; }

    /// <summary>The prices to choose from, rising.</summary>
    public required IReadOnlyList<Money> Prices { get; init; }

    /// <summary>Position of the price of the first day: the last one set in training.</summary>
    public required int Start { get; init; }

    /// <summary>Positions of the answers: to own last price i and the other's j stands at i × number of prices + j.</summary>
    public required IReadOnlyList<int> Answers { get; init; }

    /// <summary>Units on hand below which it orders.</summary>
    public required int RestockBelow { get; init; }

    /// <summary>Units of an order.</summary>
    public required int OrderUnits { get; init; }

    /// <summary>What it was trained on.</summary>
    public required TrainingOrigin TrainedOn { get; init; }

    /// <summary>SHA-256 of the policy and of what it was trained on, as a saved file states it.</summary>
    public string Digest() => SealedFile.Digest(this, LearningJson.Default.LearnedPolicy);

    /// <summary>Writes it as JSON.</summary>
    public void Save(Stream stream) => SealedFile.Save(stream, Word, this, LearningJson.Default.LearnedPolicy);

    /// <summary>Reads a saved policy.</summary>
    /// <exception cref="InvalidDataException">No policy, one that was changed since, or one whose answers are no prices of it.</exception>
    public static LearnedPolicy Load(Stream stream) => SealedFile.Load(stream, Word, LearningJson.Default.LearnedPolicy, policy => policy.IsWhole
        ? null
        : $"The policy has {policy.Prices.Count} prices and {policy.Answers.Count} answers; an answer to every pair, and each one of the prices, is needed.");

    private const string Word = "policy";

    private bool IsWhole => Answers.Count == Prices.Count * Prices.Count && Answers.Append(Start).All(answer => answer >= 0 && answer < Prices.Count);
}
