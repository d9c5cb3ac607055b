namespace FbaBench.Benchmarks;

/// <summary>Time and bytes of the hot phases a listing-day: the kernel, the clean version and the ordinary one, in turn within a round.</summary>
internal static class ComparatorSpeed
{
    public static IEnumerable<Figure> Measure(Comparator comparator, int days)
    {
        var listingDays = (double)comparator.Listings * days;
        var names = comparator.Names;
        var pieces = Rounds.Run(days * names.Count, rounds => comparator.Play(days, (piece, run) =>
        {
            rounds.Start();
            run();
            rounds.Stop(piece);
        }));
        var bytes = new long[names.Count];
        comparator.Play(days, (piece, run) =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            bytes[piece % names.Count] += GC.GetAllocatedBytesForCurrentThread() - before;
        });
        var kernel = Sum(pieces, 0, names.Count);
        for (var version = 0; version < names.Count; version++)
        {
            var own = Sum(pieces, version, names.Count);
            yield return new("comparators", names[version], "a listing-day", own / listingDays, "ns");
            yield return new("comparators", names[version], "against the kernel", own / kernel, "x");
            yield return new("comparators", names[version], "allocated a listing-day", bytes[version] / listingDays, "bytes");
        }
    }

    private static double Sum(double[] pieces, int version, int versions) => pieces.Where((_, i) => i % versions == version).Sum();
}
