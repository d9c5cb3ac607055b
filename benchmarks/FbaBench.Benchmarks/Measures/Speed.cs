namespace FbaBench.Benchmarks;

/// <summary>Listing-days a second of <see cref="Simulation.Step"/> on one thread, beside the yardstick in the same rounds.</summary>
internal static class Speed
{
    /// <summary>Two days in, the shelves are open and every buffer has been used.</summary>
    private const int FirstDay = 2;

    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var morning = world.At(FirstDay);
        var days = world.Definition.Days - FirstDay;
        var plain = new PlainDay(world);
        var rounds = Rounds.Run(
            () => world.Play(morning.Fork(), FirstDay + days),
            () => plain.Play(FirstDay, days));
        var listingDays = (double)morning.Listings * days;
        var step = Rounds.Median(rounds[0]) / listingDays;
        yield return new("speed", world.Name, "listing-days", 1e9 / step, "1/s");
        yield return new("speed", world.Name, "a listing-day", step, "ns");
        yield return new("speed", world.Name, "a day", step * morning.Listings / 1e3, "µs");
        yield return new("speed", world.Name, "plain loop", Rounds.Median(rounds[1]) / listingDays, "ns");
        yield return new("speed", world.Name, "against plain loop", Rounds.Ratio(rounds[0], rounds[1]), "x");
    }
}
