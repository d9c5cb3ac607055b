using System.Globalization;

namespace FbaBench;

/// <summary>Part of a <see cref="WorldSplit"/>.</summary>
public enum SplitPart
{
    /// <summary>Worlds to train in.</summary>
    Training,

    /// <summary>Worlds to test in.</summary>
    Test,
}

/// <summary>Where an experiment's world seeds come from: a public seed, a part of a split, or a sealed secret.</summary>
internal sealed record WorldSource
{
    private readonly Func<string, int, WorldSeed> _seed;

    private WorldSource(ulong number, string? kind, string words, Func<string, int, WorldSeed> seed) => (Number, Kind, Words, _seed) = (number, kind, words, seed);

    /// <summary>The experiment's seed, or that of the split; 0 for sealed worlds.</summary>
    public ulong Number { get; }

    /// <summary>Which worlds beside the number: null for public ones.</summary>
    public string? Kind { get; }

    /// <summary>In words, for a reader.</summary>
    public string Words { get; }

    /// <summary>The sealed worlds, or null.</summary>
    public SealedWorlds? Sealed { get; private init; }

    /// <summary>The part of a split, or null.</summary>
    public SplitPart? Part { get; private init; }

    public static WorldSource Public(ulong seed) =>
        new(seed, null, string.Create(CultureInfo.InvariantCulture, $"experiment seed {seed}"), (_, world) => WorldSeed.OfExperiment(seed, world));

    public static WorldSource Of(WorldSplit split, SplitPart part)
    {
        var word = part == SplitPart.Test ? "test" : "training";
        return new(split.Seed, word, string.Create(CultureInfo.InvariantCulture, $"{word} worlds of split {split.Seed}"), (_, world) => part == SplitPart.Test ? split.Test(world) : split.Training(world)) { Part = part };
    }

    public static WorldSource Of(SealedWorlds worlds) =>
        new(0, "sealed " + worlds.Commitment.Digest, $"sealed worlds of commitment {worlds.Commitment.Digest[..16]}", worlds.Seed) { Sealed = worlds };

    public WorldSeed Seed(string scenario, int world) => _seed(scenario, world);

    /// <summary>A message in which the seed of a sealed world is not to be read.</summary>
    public string Hide(string message, string scenario, int world) => Sealed is null
        ? message
        : message.Replace(Seed(scenario, world).ToString(), "(sealed)", StringComparison.Ordinal);
}
