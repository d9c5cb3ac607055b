using FbaBench.Runtime;
using System.Threading.Channels;

namespace FbaBench.Benchmarks;

/// <summary>What watching costs: the log and the events beside the bare kernel, four subscribers beside one, batches beside single events.</summary>
internal static class OutputGates
{
    private const int Days = 24;
    private const int Bare = 0;
    private const int Logged = 1;
    private const int One = 2;
    private const int Four = 3;
    private const int Kinds = 4;
    private const int ChannelEvents = 200_000;
    private const int ChannelCapacity = 8;

    public static IEnumerable<CheckLine> Measure(PlayedWorld world)
    {
        var morning = world.At(PlayedWorld.FirstMeasuredDay);
        var pieces = Rounds.Run(Kinds, rounds =>
        {
            for (var kind = 0; kind < Kinds; kind++)
            {
                Play(world, morning.Fork(), kind, rounds);
            }
        });
        var nanoseconds = pieces.Select(piece => piece / Days / morning.Listings).ToArray();
        var note = FormattableString.Invariant($"{Days} days: bare {nanoseconds[Bare]:0} ns a listing-day, log and events {nanoseconds[Logged]:0}, one subscriber {nanoseconds[One]:0}, four {nanoseconds[Four]:0}");
        yield return GateLine.AtLeast("output.log-and-events", pieces[Bare] / pieces[Logged], 0.7, "of the bare kernel", note);
        yield return GateLine.AtLeast("output.four-subscribers", pieces[One] / pieces[Four], 0.85, "of one subscriber", "each reads every event");
        var (batched, single, batch) = Channels(world);
        yield return GateLine.AtLeast("output.batched-channel", single / batched, 15, "x", FormattableString.Invariant($"batches of a day's {batch} events through a bounded channel {batched:0.00} ns an event, a channel item an event {single:0.0} ns"));
    }

    private static void Play(PlayedWorld world, Simulation simulation, int kind, Rounds rounds)
    {
        var bus = new EventBus();
        var subscribers = kind switch { Bare => 0, Four => 4, _ => 1 };
        var read = new long[subscribers];
        for (var i = 0; i < subscribers; i++)
        {
            var subscriber = i;
            bus.Subscribe(batch => read[subscriber] += Read(batch), new SubscriptionOptions { Capacity = ChannelCapacity, WhenSlow = SlowPolicy.Wait });
        }

        using var log = kind == Logged ? RunLogWriter.Create(new DiscardingStream(), world.Start(), repeat: 0) : null;
        rounds.Start();
        for (var day = 0; day < Days; day++)
        {
            var decisions = world.On(simulation.Day);
            simulation.Step(decisions);
            log?.Append(simulation, decisions, []);
            if (subscribers > 0)
            {
                bus.PublishAsync(simulation.Day - 1, simulation.Events).AsTask().GetAwaiter().GetResult();
            }
        }

        rounds.Stop(kind);
        bus.CompleteAsync().AsTask().GetAwaiter().GetResult();
    }

    private static long Read(DayBatch batch)
    {
        long sum = 0;
        foreach (ref readonly var happened in batch.Events)
        {
            sum += happened.Units;
        }

        return sum;
    }

    /// <summary>Nanoseconds an event when days go through a bounded channel, when single events do, and the events of a day.</summary>
    private static (double Batched, double Single, int Batch) Channels(PlayedWorld world)
    {
        var simulation = world.At(PlayedWorld.FirstMeasuredDay);
        simulation.Step(world.On(simulation.Day));
        var events = simulation.Events.ToArray();
        var batches = Math.Max(1, ChannelEvents / events.Length);
        var pieces = Rounds.Run(2, rounds =>
        {
            rounds.Start();
            ThroughBatched(batches, events);
            rounds.Stop(0);
            ThroughSingle(batches, events);
            rounds.Stop(1);
        });
        var count = (double)batches * events.Length;
        return (pieces[0] / count, pieces[1] / count, events.Length);
    }

    private static void ThroughBatched(int batches, SimEvent[] events)
    {
        var channel = Channel.CreateBounded<SimEvent[]>(new BoundedChannelOptions(ChannelCapacity) { SingleReader = true, SingleWriter = true });
        var reader = Task.Run(async () =>
        {
            long seen = 0;
            await foreach (var batch in channel.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                seen += batch.Length;
            }

            return seen;
        });
        WriteAsync().GetAwaiter().GetResult();
        GC.KeepAlive(reader.GetAwaiter().GetResult());

        async Task WriteAsync()
        {
            for (var i = 0; i < batches; i++)
            {
                await channel.Writer.WriteAsync(events.AsSpan().ToArray()).ConfigureAwait(false);
            }

            channel.Writer.Complete();
        }
    }

    private static void ThroughSingle(int batches, SimEvent[] events)
    {
        var channel = Channel.CreateBounded<SimEvent>(new BoundedChannelOptions(ChannelCapacity * events.Length) { SingleReader = true, SingleWriter = true });
        var reader = Task.Run(async () =>
        {
            long seen = 0;
            await foreach (var one in channel.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                seen += one.Units;
            }

            return seen;
        });
        WriteAsync().GetAwaiter().GetResult();
        GC.KeepAlive(reader.GetAwaiter().GetResult());

        async Task WriteAsync()
        {
            for (var i = 0; i < batches; i++)
            {
                foreach (var one in events)
                {
                    await channel.Writer.WriteAsync(one).ConfigureAwait(false);
                }
            }

            channel.Writer.Complete();
        }
    }
}
