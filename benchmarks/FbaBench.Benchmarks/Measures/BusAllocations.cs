namespace FbaBench.Benchmarks;

/// <summary>
/// Bytes that publishing allocates with one subscriber that is waited for. They are counted over the whole process, because
/// the subscriber runs on another thread.
/// </summary>
internal sealed class BusAllocations
{
    private const int Capacity = 8;

    private readonly PlayedWorld _world;
    private readonly bool _isSlow;
    private readonly EventBus _bus = new();
    private int _published;
    private int _handled;

    private BusAllocations(PlayedWorld world, bool isSlow)
    {
        _world = world;
        _isSlow = isSlow;
        _bus.Subscribe(Handle, new SubscriptionOptions { Capacity = Capacity, WhenSlow = SlowPolicy.Wait });
    }

    /// <param name="world">The world whose events are published.</param>
    /// <param name="warmDays">Days that are not counted.</param>
    /// <param name="isSlow">True: every day meets a full channel. False: every day is handled before the next.</param>
    public static long Measure(PlayedWorld world, int warmDays, bool isSlow)
    {
        var run = new BusAllocations(world, isSlow);
        var simulation = world.Start();
        run.Publish(simulation, warmDays);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        run.Publish(simulation, world.Definition.Days);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Volatile.Write(ref run._published, int.MaxValue);
        run._bus.CompleteAsync().AsTask().GetAwaiter().GetResult();
        return allocated;
    }

    private void Publish(Simulation simulation, int until)
    {
        while (simulation.Day < until)
        {
            simulation.Step(_world.On(simulation.Day));
            Volatile.Write(ref _published, simulation.Day);
            var published = _bus.PublishAsync(simulation.Day - 1, simulation.Events);
            while (!published.IsCompleted || (!_isSlow && Volatile.Read(ref _handled) < simulation.Day))
            {
                Thread.Yield();
            }

            published.GetAwaiter().GetResult();
        }
    }

    /// <summary>The slow subscriber holds a day until the channel behind it is full and one more day waits.</summary>
    private void Handle(DayBatch batch)
    {
        while (_isSlow && Volatile.Read(ref _published) < _handled + Capacity + 2)
        {
            Thread.Yield();
        }

        Volatile.Write(ref _handled, _handled + 1);
    }
}
