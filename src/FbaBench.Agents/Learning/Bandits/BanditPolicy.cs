namespace FbaBench;

/// <summary>What a <see cref="BanditPricer"/> learned in training worlds: the weights it begins a world with.</summary>
public sealed record BanditPolicy
{
    /// <summary>How it chose and learned.</summary>
    public required BanditTerms Terms { get; init; }

    /// <summary>
    /// Weights of the features of a usual unit's earnings, in reference prices: 1, markup x (in fifths of the reference price from 0.4), x², cheapest rival, cover, season, rating, cost, and those
    /// five times x.
    /// </summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The worlds it was trained in.</summary>
    public required TrainingWorlds TrainedOn { get; init; }

    /// <summary>SHA-256 of the policy and of what it was trained on, as a saved file states it.</summary>
    public string Digest() => SealedFile.Digest(this, LearningJson.Default.BanditPolicy);

    /// <summary>Writes it as JSON.</summary>
    public void Save(Stream stream) => SealedFile.Save(stream, Word, this, LearningJson.Default.BanditPolicy);

    /// <summary>Reads a saved policy.</summary>
    /// <exception cref="InvalidDataException">No such policy, or one that was changed since.</exception>
    public static BanditPolicy Load(Stream stream) => SealedFile.Load(stream, Word, LearningJson.Default.BanditPolicy, policy => policy.Weights.Count == BanditFeatures.Count
        ? null
        : $"The policy has {policy.Weights.Count} weights; {BanditFeatures.Count} are needed.");

    private const string Word = "bandit";
}
