namespace FbaBench.Benchmarks;

/// <summary>A fork beside a plain copy of as many bytes into a new array.</summary>
internal static class ForkCopy
{
    private const long BytesPerRound = 256L << 20;

    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var simulation = world.At(2);
        var words = simulation.State.Block.Words.ToArray();
        var copies = (int)Math.Max(1, BytesPerRound / simulation.StateBytes);
        var rounds = Rounds.Run(
            () => Repeat(copies, () => GC.KeepAlive(simulation.Fork())),
            () => Repeat(copies, () => GC.KeepAlive(Copy(words))));
        yield return new("fork", world.Name, "state", simulation.StateBytes / 1024.0, "KiB");
        yield return new("fork", world.Name, "fork", Rounds.Median(rounds[0]) / copies / 1e3, "µs");
        yield return new("fork", world.Name, "plain copy", Rounds.Median(rounds[1]) / copies / 1e3, "µs");
        yield return new("fork", world.Name, "against plain copy", Rounds.Ratio(rounds[0], rounds[1]), "x");
    }

    private static long[] Copy(long[] words)
    {
        var copy = new long[words.Length];
        words.AsSpan().CopyTo(copy);
        return copy;
    }

    private static void Repeat(int times, Action work)
    {
        for (var i = 0; i < times; i++)
        {
            work();
        }
    }
}
