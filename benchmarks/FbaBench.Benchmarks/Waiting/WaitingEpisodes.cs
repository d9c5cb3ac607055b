using System.Diagnostics;

namespace FbaBench.Benchmarks;

/// <summary>
/// Many episodes at once in one process, each with an agent that waits: what one of them costs while it waits, how many threads there are, and
/// whether they end as they do alone.
/// </summary>
internal static class WaitingEpisodes
{
    private static readonly Seat Seat = new(0);

    /// <exception cref="InvalidOperationException">An episode ended otherwise than alone.</exception>
    public static async Task<Figure[]> MeasureAsync(WaitingOptions options)
    {
        var worlds = new PreparedWorld[Math.Min(options.Worlds, options.Episodes)];
        Parallel.For(0, worlds.Length, world => worlds[world] = PreparedWorld.Of(new FirstYear().Define(new WorldSeed((ulong)world))));
        var gate = new Gate(options.Episodes);
        var before = Memory.Now();
        var clock = Stopwatch.StartNew();
        var playing = new Task<StateHash>[options.Episodes];
        for (var episode = 0; episode < playing.Length; episode++)
        {
            playing[episode] = Task.Run(Play(worlds, episode, TimeSpan.FromMilliseconds(options.Milliseconds), options.Days, gate));
        }

        var mostThreads = await ThreadsUntilAsync(gate.AllWait).ConfigureAwait(false);
        var seconds = clock.Elapsed.TotalSeconds;
        var waiting = Memory.Now();
        gate.Open();
        var hashes = await Task.WhenAll(playing).ConfigureAwait(false);
        var alone = Math.Min(options.Alone, options.Episodes);
        for (var sample = 0; sample < alone; sample++)
        {
            var episode = (int)((long)sample * options.Episodes / alone);
            var hash = await Play(worlds, episode, TimeSpan.Zero, options.Days, gate: null)().ConfigureAwait(false);
            if (hash != hashes[episode])
            {
                throw new InvalidOperationException($"Episode {episode} has the state {hashes[episode]} among {options.Episodes} and {hash} alone.");
            }
        }

        var subject = $"{options.Episodes} episodes";
        return
        [
            new("waiting", subject, "listings", worlds[0].Listings, ""),
            new("waiting", subject, "heap", (waiting.Heap - before.Heap) / (double)options.Episodes / 1_000, "KB an episode"),
            new("waiting", subject, "working set", (waiting.WorkingSet - before.WorkingSet) / (double)options.Episodes / 1_000, "KB an episode"),
            new("waiting", subject, "most threads", mostThreads, ""),
            new("waiting", subject, $"{options.Days} days", seconds, "s"),
            new("waiting", subject, "compared alone", alone, ""),
        ];
    }

    /// <summary>An episode of the days before the gate and the one that waits at it, on a world and a seed of its own.</summary>
    private static Func<Task<StateHash>> Play(PreparedWorld[] worlds, int episode, TimeSpan wait, int days, Gate? gate) => async () =>
    {
        var session = SimulationSession.Start(worlds[episode % worlds.Length], new WorldSeed((ulong)episode));
        await using (session.ConfigureAwait(false))
        {
            session.Seat(Seat, new WaitingAgent(ShippedAgents.Factory("base-stock")(), wait, days, gate));
            while (session.Day <= days)
            {
                await session.PlayDayAsync().ConfigureAwait(false);
            }

            return session.Hash;
        }
    };

    /// <summary>The most threads that the process had until a task ended.</summary>
    private static async Task<int> ThreadsUntilAsync(Task end)
    {
        var most = 0;
        using var process = Process.GetCurrentProcess();
        while (await Task.WhenAny(end, Task.Delay(100)).ConfigureAwait(false) != end)
        {
            process.Refresh();
            most = Math.Max(most, process.Threads.Count);
        }

        return most;
    }

    private readonly record struct Memory(long Heap, long WorkingSet)
    {
        public static Memory Now()
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return new(GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
        }
    }
}
