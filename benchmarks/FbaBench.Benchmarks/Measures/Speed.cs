namespace FbaBench.Benchmarks;

/// <summary>Listing-days a second of <see cref="Simulation.Step"/> on one thread, beside the yardstick in the same rounds.</summary>
internal static class Speed
{
    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var morning = world.At(PlayedWorld.FirstMeasuredDay);
        var days = world.MeasuredDays;
        var plain = new PlainDay(world);
        var pieces = Rounds.Run(2 * days, rounds =>
        {
            var simulation = morning.Fork();
            _ = simulation.Transfers.Length;
            for (var day = 0; day < days; day++)
            {
                var decisions = world.On(simulation.Day);
                rounds.Start();
                simulation.Step(decisions);
                rounds.Stop(2 * day);
                plain.Play(simulation.Day);
                rounds.Stop((2 * day) + 1);
            }
        });

        var listingDays = (double)morning.Listings * days;
        var step = pieces.Where((_, i) => i % 2 == 0).Sum() / listingDays;
        var loop = pieces.Where((_, i) => i % 2 == 1).Sum() / listingDays;
        yield return new("speed", world.Name, "listing-days", 1e9 / step, "1/s");
        yield return new("speed", world.Name, "a listing-day", step, "ns");
        yield return new("speed", world.Name, "a day", step * morning.Listings / 1e3, "µs");
        yield return new("speed", world.Name, "plain loop", loop, "ns");
        yield return new("speed", world.Name, "against plain loop", step / loop, "x");
    }
}
