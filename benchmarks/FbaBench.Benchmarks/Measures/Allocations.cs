using FbaBench.Runtime;

namespace FbaBench.Benchmarks;

/// <summary>Bytes allocated a day once warm by what runs every day: the simulation, the log writer and the event bus.</summary>
internal static class Allocations
{
    /// <summary>Buffers have met a month's end, payouts, returns and a second look at everything.</summary>
    private const int WarmDays = 120;
    private const int Counted = 3;

    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        return Measure("step", () => Step(world))
            .Concat(Measure("log append", () => Append(world)))
            .Concat(Measure("bus, keeps up", () => BusAllocations.Measure(world, WarmDays, isSlow: false)))
            .Concat(Measure("bus, waited for", () => BusAllocations.Measure(world, WarmDays, isSlow: true)));

        // The first run pays for what the runtime sets up once in a process. Of the others the least counts: what a day
        // allocates comes back in each, and what the runtime does beside it (another pool thread) does not.
        IEnumerable<Figure> Measure(string what, Func<long> run)
        {
            run();
            yield return new("allocations", world.Name, what, Enumerable.Range(0, Counted).Min(_ => run()) / (double)(world.Definition.Days - WarmDays), "bytes a day");
        }
    }

    private static long Step(PlayedWorld world)
    {
        var simulation = world.At(WarmDays);
        var before = GC.GetAllocatedBytesForCurrentThread();
        world.Play(simulation, world.Definition.Days);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Append(PlayedWorld world)
    {
        var simulation = world.Start();
        using var log = RunLogWriter.Create(new DiscardingStream(), simulation, repeat: 0);
        long allocated = 0;
        while (simulation.Day < world.Definition.Days)
        {
            var decisions = world.On(simulation.Day);
            simulation.Step(decisions);
            var before = GC.GetAllocatedBytesForCurrentThread();
            log.Append(simulation, decisions, []);
            allocated += simulation.Day > WarmDays ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
        }

        return allocated;
    }
}
