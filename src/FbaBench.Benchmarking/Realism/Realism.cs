using System.Text.Json;

namespace FbaBench;

/// <summary>
/// Measures stylised facts of real markets on worlds of the engine: calendar years of 240 listings in four categories, with experiments on forks of them
/// (prices a tenth up and down, stock-outs, campaigns, reviews) on common draws, and ten steady years of a seller who orders by a moving average. The same figures on every machine and any number of threads.
/// </summary>
public static class Realism
{
    /// <summary>Fewest worlds: a must has to hold in four of five.</summary>
    internal const int LeastWorlds = 5;

    /// <summary>Plays the worlds and measures.</summary>
    /// <param name="worlds">Worlds, at least 5.</param>
    /// <param name="facts">A file of facts, see <see cref="RealismFact.Read"/>; null for the built-in one.</param>
    /// <param name="seed">Seed of the worlds.</param>
    /// <param name="progress">Told when a world is begun and when it is measured.</param>
    /// <param name="cancellationToken">Stops between days.</param>
    /// <exception cref="JsonException">The facts cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than five worlds.</exception>
    public static RealismReport Measure(int worlds = 5, string? facts = null, ulong seed = 1, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worlds, LeastWorlds);
        var list = RealismFact.Read(facts ?? RealismFact.BuiltIn);
        var seeds = Enumerable.Range(0, worlds).Select(world => WorldSeed.OfExperiment(seed, world)).ToArray();
        return RealismReport.Of(list, Play(RealismWorld.Define, seeds, Environment.ProcessorCount, progress, cancellationToken));
    }

    /// <summary>Measures worlds, several at once; results stand by position, whoever is ready first.</summary>
    internal static WorldFacts[] Play(Func<WorldSeed, WorldDefinition> define, IReadOnlyList<WorldSeed> seeds, int threads, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        var measured = new WorldFacts[seeds.Count];
        var left = seeds.Count;
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threads };
        Parallel.For(0, seeds.Count, options, world =>
        {
            progress?.Report($"world {world + 1} of {seeds.Count} is played");
            measured[world] = WorldFacts.Of(WorldRun.Of(define(seeds[world]), seeds[world], cancellationToken));
            progress?.Report($"world {world + 1} of {seeds.Count} is measured, {Interlocked.Decrement(ref left)} to go");
        });
        return measured;
    }
}
