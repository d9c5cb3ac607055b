using System.Text.Json;

namespace FbaBench;

/// <summary>
/// Measures stylised facts of real markets on worlds of the engine: a calendar year with 218 offers on 204 listings, elasticities by paired forks with prices ten per cent up and down on
/// common draws. The same figures on every machine and any number of threads.
/// </summary>
public static class Realism
{
    /// <summary>Facts whose mechanism is not in the engine yet.</summary>
    private static readonly Dictionary<string, string> Later = new(StringComparer.Ordinal)
    {
        ["SF21"] = "orders to suppliers with fixed lead time come with the supply side",
        ["SF22"] = "orders to suppliers with fixed lead time come with the supply side",
        ["SF23"] = "lead times by lane come with the supply side",
    };

    /// <summary>Plays the worlds and measures.</summary>
    /// <param name="worlds">Worlds, at least 5.</param>
    /// <param name="facts">A file of facts, see <see cref="RealismFact.Read"/>; null for the built-in one.</param>
    /// <param name="seed">Seed of the worlds.</param>
    /// <param name="progress">Told each world before and after it is played.</param>
    /// <param name="cancellationToken">Stops between days.</param>
    /// <exception cref="JsonException">The facts cannot be read.</exception>
    public static RealismReport Measure(int worlds = 5, string? facts = null, ulong seed = 1, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worlds, 5);
        var list = RealismFact.Read(facts ?? RealismFact.BuiltIn);
        var measured = new RealismWorldFacts[worlds];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, worlds, options, world =>
        {
            progress?.Report($"world {world + 1} of {worlds}");
            measured[world] = RealismWorldFacts.Of(WorldSeed.OfExperiment(seed, world), cancellationToken);
            progress?.Report($"world {world + 1} of {worlds} measured");
        });
        return Report(list, measured);
    }

    internal static bool IsLater(string id) => Later.ContainsKey(id);

    internal static RealismReport Report(IReadOnlyList<RealismFact> facts, IReadOnlyList<RealismWorldFacts> worlds)
    {
        var weight = new SearchTerms().VelocityWeight;
        return new(worlds.Count, [.. facts.Select(fact => Line(fact, worlds))], worlds.Average(world => weight * world.ClickExponent / -world["SF01"]!.Value.Value));
    }

    private static RealismLine Line(RealismFact fact, IReadOnlyList<RealismWorldFacts> worlds)
    {
        if (worlds[0][fact.Id] is null)
        {
            return new(fact, null, [], 0, false, Later.TryGetValue(fact.Id, out var why) ? $"not measured: {why}" : "not measured: this version knows no fact of this name");
        }

        var values = worlds.Select(world => world[fact.Id]!.Value).ToArray();
        var mean = values.Average(value => value.Value);
        var inside = values.Count(value => value.Value >= fact.Low && value.Value <= fact.High && value.PartsHold);
        var isMeanInside = mean >= fact.Low && mean <= fact.High;
        var isEnough = fact.IsMust ? 5 * inside >= 4 * worlds.Count : values.Count(value => value.PartsHold) * 5 >= 4 * worlds.Count;
        return new(fact, mean, [.. values.Select(value => value.Value)], inside, isMeanInside && isEnough, values.All(value => value.PartsHold) ? "" : "a part of the fact does not hold in some world");
    }
}
