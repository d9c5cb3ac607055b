namespace FbaBench.Benchmarks;

/// <summary>A fork beside a plain copy of as many bytes into a new array.</summary>
internal static class ForkCopy
{
    /// <summary>Enough forks in a piece that the clock does not matter.</summary>
    private const int BytesPerPiece = 4 << 20;

    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var simulation = world.At(PlayedWorld.FirstMeasuredDay);
        var words = simulation.State.Block.Words.ToArray();
        var copies = Math.Max(1, BytesPerPiece / simulation.StateBytes);
        var pieces = Rounds.Run(2, rounds =>
        {
            rounds.Start();
            for (var i = 0; i < copies; i++)
            {
                GC.KeepAlive(simulation.Fork());
            }

            rounds.Stop(0);
            for (var i = 0; i < copies; i++)
            {
                GC.KeepAlive(Copy(words));
            }

            rounds.Stop(1);
        });

        yield return new("fork", world.Name, "state", simulation.StateBytes / 1024.0, "KiB");
        yield return new("fork", world.Name, "fork", pieces[0] / copies / 1e3, "µs");
        yield return new("fork", world.Name, "plain copy", pieces[1] / copies / 1e3, "µs");
        yield return new("fork", world.Name, "against plain copy", pieces[0] / pieces[1], "x");
    }

    private static long[] Copy(long[] words)
    {
        var copy = new long[words.Length];
        words.AsSpan().CopyTo(copy);
        return copy;
    }
}
