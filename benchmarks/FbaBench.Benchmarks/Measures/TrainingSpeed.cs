using System.Diagnostics;

namespace FbaBench.Benchmarks;

/// <summary>What a batch of first-year worlds makes of random prices and orders: days a second, on one thread and on all cores, and bytes allocated a step.</summary>
internal static class TrainingSpeed
{
    private const int Worlds = 64;
    private const int WarmDays = 60;
    private const int Days = 240;

    public static IEnumerable<Figure> Measure()
    {
        var world = PreparedWorld.Of(new FirstYear().Define(new WorldSeed(1)));
        foreach (var threads in (int[])[1, Environment.ProcessorCount])
        {
            using var batch = TrainingBatch.Create(world, Worlds, threads);
            var actions = new float[batch.Rows * batch.Layout.ActionLength];
            batch.Reset([.. Enumerable.Range(1, Worlds).Select(seed => new WorldSeed((ulong)seed))]);
            Play(batch, actions, WarmDays);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            Play(batch, actions, Days);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var days = (double)Worlds * (Days - WarmDays);
            var subject = $"{Worlds} worlds, {threads} {(threads == 1 ? "thread" : "threads")}";
            yield return new("training", subject, "days", days / seconds, "1/s");
            yield return new("training", subject, "listing-days", days * world.Listings / seconds, "1/s");
            yield return new("training", subject, "allocated", allocated / (double)(Days - WarmDays), "bytes a step");
        }
    }

    private static void Play(TrainingBatch batch, float[] actions, int until)
    {
        for (var day = batch.World(0).Simulation.Day; day < until; day++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                // A mix without meaning that differs by day, world and offer; all that is learned of it is what a day costs.
                var draw = unchecked((uint)((day * 31) + i) * 2_654_435_761u) >> 16;
                actions[i] = (OfferAction)(i % TrainingLayout.OfferActions) switch
                {
                    OfferAction.PriceMultiplier => 0.95f + (draw % 16 * 0.01f),
                    OfferAction.OrderUnits => draw % 40 == 0 ? 300 : 0,
                    _ => float.NaN,
                };
            }

            batch.Step(actions);
        }
    }
}
