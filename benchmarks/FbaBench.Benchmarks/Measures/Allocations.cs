using FbaBench.Runtime;

namespace FbaBench.Benchmarks;

/// <summary>Bytes allocated a day once warm by what runs every day: the simulation, the log writer and the event bus.</summary>
internal static class Allocations
{
    /// <summary>Buffers have met a month's end, payouts, returns and a second look at everything.</summary>
    private const int WarmDays = 120;

    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var days = world.Definition.Days - WarmDays;
        yield return new("allocations", world.Name, "step", Step(world) / (double)days, "bytes a day");
        yield return new("allocations", world.Name, "log append", Append(world) / (double)days, "bytes a day");
        yield return new("allocations", world.Name, "bus, keeps up", Publish(world, _ => { }, paced: true) / (double)days, "bytes a day");
        yield return new("allocations", world.Name, "bus, waited for", Publish(world, _ => Thread.SpinWait(2_000), paced: false) / (double)days, "bytes a day");
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

    /// <summary>Of the whole process: the subscriber runs on another thread.</summary>
    private static long Publish(PlayedWorld world, Action<DayBatch> handler, bool paced)
    {
        var simulation = world.Start();
        var bus = new EventBus();
        var handled = 0;
        bus.Subscribe(
            batch =>
            {
                handler(batch);
                Volatile.Write(ref handled, handled + 1);
            },
            new SubscriptionOptions { Capacity = 8, WhenSlow = SlowPolicy.Wait });
        long before = 0;
        while (simulation.Day < world.Definition.Days)
        {
            if (simulation.Day == WarmDays)
            {
                before = GC.GetTotalAllocatedBytes(precise: true);
            }

            simulation.Step(world.On(simulation.Day));
            Wait(bus.PublishAsync(simulation.Day - 1, simulation.Events));
            while (paced && Volatile.Read(ref handled) < simulation.Day)
            {
                Thread.Yield();
            }
        }

        while (Volatile.Read(ref handled) < simulation.Day)
        {
            Thread.Yield();
        }

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        bus.CompleteAsync().AsTask().GetAwaiter().GetResult();
        return allocated;
    }

    private static void Wait(ValueTask published)
    {
        while (!published.IsCompleted)
        {
            Thread.Yield();
        }

        published.GetAwaiter().GetResult();
    }
}
