namespace FbaBench;

/// <summary>
/// Worlds to train in and worlds to test in, kept apart by construction: seeds of training worlds are even, those of test worlds odd, so that no world is
/// both, whatever the splits' own seeds. Trainers take a split instead of seeds and ask it for training worlds alone.
/// </summary>
/// <param name="Seed">Which split: any number.</param>
public readonly record struct WorldSplit(ulong Seed)
{
    /// <summary>The seed of a training world.</summary>
    /// <param name="world">Index of the world, from 0.</param>
    public WorldSeed Training(int world) => new(WorldSeed.OfExperiment(Seed, world).Value & ~1UL);

    /// <summary>The seed of a test world.</summary>
    /// <param name="world">Index of the world, from 0.</param>
    public WorldSeed Test(int world) => new(WorldSeed.OfExperiment(Seed, world).Value | 1);

    /// <summary>Whether a seed is one of a training world, of any split.</summary>
    public static bool IsTraining(WorldSeed seed) => (seed.Value & 1) == 0;
}
