namespace FbaBench.Benchmarks;

/// <summary>Time and bytes of the hot phases a listing-day: the kernel, the clean version and the ordinary one, in turn within a round.</summary>
internal static class ComparatorSpeed
{
    private static readonly string[] Names = ["kernel", "clean", "ordinary"];

    public static IEnumerable<Figure> Measure(Comparator comparator, int days)
    {
        var listingDays = (double)comparator.Listings * days;
        var pieces = Rounds.Run(days * Comparator.Versions, rounds => comparator.Play(days, (piece, run) =>
        {
            rounds.Start();
            run();
            rounds.Stop(piece);
        }));
        var bytes = new long[Comparator.Versions];
        comparator.Play(days, (piece, run) =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            bytes[piece % Comparator.Versions] += GC.GetAllocatedBytesForCurrentThread() - before;
        });
        var kernel = Sum(pieces, 0);
        for (var version = 0; version < Comparator.Versions; version++)
        {
            var own = Sum(pieces, version);
            yield return new("comparators", Names[version], "a listing-day", own / listingDays, "ns");
            yield return new("comparators", Names[version], "against the kernel", own / kernel, "x");
            yield return new("comparators", Names[version], "allocated a listing-day", bytes[version] / listingDays, "bytes");
        }
    }

    private static double Sum(double[] pieces, int version) => pieces.Where((_, i) => i % Comparator.Versions == version).Sum();
}
