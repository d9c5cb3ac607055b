namespace FbaBench.Benchmarks;

/// <summary>Bytes of state a listing: what a snapshot or a fork costs in memory.</summary>
internal static class StateSize
{
    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var simulation = world.Start();
        yield return new("state", world.Name, "listings", simulation.Listings, "");
        yield return new("state", world.Name, "state", simulation.StateBytes, "bytes");
        yield return new("state", world.Name, "a listing", simulation.StateBytes / (double)simulation.Listings, "bytes");
    }
}
