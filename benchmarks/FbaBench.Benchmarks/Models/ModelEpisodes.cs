using System.Diagnostics;

namespace FbaBench.Benchmarks;

/// <summary>
/// Many episodes of a model agent at once: how near they come to the time that the model alone takes, and what they cost beside it. Once with the model in this process, once over HTTP with the official client, where the service
/// takes its processor time from the same machine.
/// </summary>
internal static class ModelEpisodes
{
    private static readonly Seat Seat = new(0);
    private static readonly ModelPrice Price = new(250_000, 25_000, 2_000_000);

    /// <exception cref="InvalidOperationException">An episode was not played as it should have been.</exception>
    public static async Task<Figure[]> MeasureAsync(ModelOptions options)
    {
        var delay = TimeSpan.FromMilliseconds(options.Milliseconds);
        using var model = new DelayedModel(delay);
        var here = new ModelSource("bench/small", model) { Price = Price };
        var service = await DelayedService.StartAsync(delay).ConfigureAwait(false);
        await using (service.ConfigureAwait(false))
        {
            using var provider = new OpenAIProvider(new() { Name = "bench", Endpoint = service.Endpoint, Prices = new Dictionary<string, ModelPrice> { ["small"] = Price } });

            // Compiled, in its final form, and connected before the clock starts.
            var few = options with { Episodes = Math.Min(options.Episodes, 32), Days = Math.Min(options.Days, 10) };
            await PlayAsync("", here, few).ConfigureAwait(false);
            await PlayAsync("", provider.Open("bench/small"), few).ConfigureAwait(false);
            return [.. await PlayAsync("in process", here, options).ConfigureAwait(false), .. await PlayAsync("over HTTP", provider.Open("bench/small"), options).ConfigureAwait(false)];
        }
    }

    private static async Task<Figure[]> PlayAsync(string how, ModelSource model, ModelOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("fbabench-models");
        try
        {
            var worlds = new PreparedWorld[Math.Min(options.Episodes, 32)];
            Parallel.For(0, worlds.Length, world => worlds[world] = PreparedWorld.Of(ShippedScenarios.Find("gift-shop").Define(new WorldSeed((ulong)world))));
            using var process = Process.GetCurrentProcess();
            var heap = GC.GetTotalMemory(forceFullCollection: true);
            var allocated = GC.GetTotalAllocatedBytes();
            process.Refresh();
            var processor = process.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var playing = Task.WhenAll(Enumerable.Range(0, options.Episodes).Select(episode => Task.Run(() => EpisodeAsync(worlds, episode, model, folder.FullName, options.Days))));
            var threads = await ThreadsUntilAsync(playing, process).ConfigureAwait(false);
            var episodes = await playing.ConfigureAwait(false);
            var seconds = clock.Elapsed.TotalSeconds;
            process.Refresh();
            processor = process.TotalProcessorTime - processor;
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            var kept = GC.GetTotalMemory(forceFullCollection: true) - heap;
            foreach (var (session, agent) in episodes)
            {
                var calls = agent.Ledger.Run;
                agent.Dispose();
                await session.DisposeAsync().ConfigureAwait(false);
                if (calls.Calls != options.Days * ModelOptions.CallsPerDay || calls.Failures + session.Faults.Count > 0)
                {
                    throw new InvalidOperationException($"An episode made {calls.Calls} calls with {calls.Failures} failures and {session.Faults.Count} failed days; {options.Days * ModelOptions.CallsPerDay} calls are right.");
                }
            }

            var all = (double)options.Episodes * options.Days * ModelOptions.CallsPerDay;
            return
            [
                new("models", how, "episodes", options.Episodes, ""),
                new("models", how, "calls", all, ""),
                new("models", how, "model alone", options.IdealSeconds, "s"),
                new("models", how, "played in", seconds, "s"),
                new("models", how, "of the ideal", 100 * options.IdealSeconds / seconds, "%"),
                new("models", how, "processor a call", processor.TotalMilliseconds / all, "ms"),
                new("models", how, "allocated a call", allocated / all / 1_000, "KB"),
                new("models", how, "most threads", threads, ""),
                new("models", how, "heap", kept / 1_000d / options.Episodes, "KB an episode"),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The days of an episode, with a tape on disk; session and agent stay, so that what they hold can be measured.</summary>
    private static async Task<(SimulationSession Session, ChatAgent Agent)> EpisodeAsync(PreparedWorld[] worlds, int episode, ModelSource model, string folder, int days)
    {
        var agent = new ChatAgent(new ModelSession(model, new() { Setting = AgentSetting.Alone("model"), Tape = new ModelTape(new FileStream(Path.Combine(folder, $"{episode}.tape"), FileMode.Create, FileAccess.ReadWrite)) }));
        var session = SimulationSession.Start(worlds[episode % worlds.Length], new WorldSeed((ulong)episode)).Seat(Seat, agent);
        while (session.Day < days)
        {
            await session.PlayDayAsync().ConfigureAwait(false);
        }

        return (session, agent);
    }

    /// <summary>The most threads that the process had until a task ended.</summary>
    private static async Task<int> ThreadsUntilAsync(Task end, Process process)
    {
        var most = 0;
        while (await Task.WhenAny(end, Task.Delay(100)).ConfigureAwait(false) != end)
        {
            process.Refresh();
            most = Math.Max(most, process.Threads.Count);
        }

        return most;
    }
}
