namespace FbaBench;

/// <summary>Figures of independent worlds, side by side; worlds are added until the mean is known well enough.</summary>
internal static class DrawnWorlds
{
    private const int FirstWorlds = 32;
    private const int MostWorlds = 4_096;

    /// <summary>Figures by policy and world. Worlds are added to the first policy until its error is small enough.</summary>
    /// <param name="seed">Seed of the experiment: worlds of other seeds share no draws.</param>
    /// <param name="policies">Number of policies; all play the first worlds.</param>
    /// <param name="play">The figure of a policy in a world.</param>
    /// <param name="aimed">Standard error of the first policy's mean that is aimed at.</param>
    /// <param name="cancellationToken">Stops between worlds.</param>
    public static WorldFigure[][] Play(ulong seed, int policies, Func<int, WorldSeed, WorldFigure> play, double aimed, CancellationToken cancellationToken)
    {
        var worlds = Enumerable.Range(0, policies).Select(_ => Array.Empty<WorldFigure>()).ToArray();
        Add(FirstWorlds, policies);
        while (true)
        {
            var sample = MeanInterval.Of(ControlVariates.Adjust(worlds[0]));
            var share = sample.StandardDeviation / Math.Sqrt(sample.Count) / aimed;
            if (share <= 1 || sample.Count == MostWorlds)
            {
                return worlds;
            }

            // A tenth more than the error so far asks for, so that a second look is rare.
            Add((int)Math.Min(MostWorlds, Math.Ceiling(sample.Count * share * share * 1.1)), 1);
        }

        void Add(int count, int players)
        {
            var done = worlds[0].Length;
            for (var p = 0; p < players; p++)
            {
                Array.Resize(ref worlds[p], count);
            }

            var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(done, count, options, world =>
            {
                for (var p = 0; p < players; p++)
                {
                    worlds[p][world] = play(p, WorldSeed.OfExperiment(seed, world));
                }
            });
        }
    }
}
