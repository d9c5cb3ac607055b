using System.Diagnostics;

namespace FbaBench.Benchmarks;

/// <summary>
/// A whole experiment of rule agents: worlds of fifty listings (ten the seller's own), four agents, a year each, through <see cref="Benchmark"/> with all it does by default but logs: records, trajectories,
/// metrics. Beside it, in the same run: the bare kernel, which plays the recorded decisions of every twentieth world on as many threads, and what observation and rule take of a day.
/// </summary>
internal static class SuiteRun
{
    private const int Niches = 5;
    private const int SampledEvery = 20;
    private const int KernelRounds = 3;
    private static readonly string[] Agents = ["base-stock", "greedy-repricer", "order-up-to", "random-valid"];

    /// <summary>Runs it and hands over a table after the other.</summary>
    public static async Task RunAsync(SuiteOptions options, Action<string, Figure[]> write)
    {
        var scenario = GeneratedWorld.Scenario(Niches, options.Days);
        var seed = new WorldSeed(1);
        var world = PreparedWorld.Of(scenario.Define(seed));

        // First, so that the code is compiled when the rules are measured.
        var (kernel, played) = Kernel(scenario, options);
        write("rules", [.. Agents.SelectMany(agent => AgentCost.Measure("rules", world, seed, agent))]);
        var figures = new List<Figure>(Row("bare kernel", kernel, played));
        foreach (var metrics in (bool[])[false, true])
        {
            var listingDays = (double)world.Listings * world.Definition.Days * options.Worlds * Agents.Length;
            var (took, peak) = await ExperimentAsync(scenario, options, metrics).ConfigureAwait(false);
            var subject = metrics ? "with metrics" : "without metrics";
            figures.AddRange(Row(subject, took, listingDays));
            figures.Add(new("suite", subject, "above the kernel", 1e9 * ((took.Processor / listingDays) - (kernel.Processor / played)), "processor ns a listing-day"));
            figures.Add(new("suite", subject, "peak working set", peak / 1e6, "MB"));
        }

        write("suite", [.. figures]);
    }

    private static IEnumerable<Figure> Row(string subject, Seconds took, double listingDays) =>
    [
        new("suite", subject, "listing-days", listingDays / 1e6, "millions"),
        new("suite", subject, "wall", took.Wall, "s"),
        new("suite", subject, "processor", took.Processor, "s"),
        new("suite", subject, "a listing-day", 1e9 * took.Processor / listingDays, "processor ns"),
    ];

    /// <summary>Time of the experiment, and the largest working set that was seen in it.</summary>
    private static async Task<(Seconds Took, long Peak)> ExperimentAsync(IScenario scenario, SuiteOptions options, bool metrics)
    {
        var folder = Directory.CreateTempSubdirectory("fbabench-suite-");
        try
        {
            var experiment = Benchmark.Create("suite").Scenario(scenario).Worlds(options.Worlds).Threads(options.Threads).Logs(false).Metrics(metrics).Output(folder.FullName);
            foreach (var agent in Agents)
            {
                experiment = experiment.Agent(agent);
            }

            var start = Seconds.Now();
            var running = Task.Run(() => experiment.RunAsync());
            var peak = 0L;
            using var process = Process.GetCurrentProcess();
            while (await Task.WhenAny(running, Task.Delay(100)).ConfigureAwait(false) != running)
            {
                process.Refresh();
                peak = Math.Max(peak, process.WorkingSet64);
            }

            var report = await running.ConfigureAwait(false);
            var took = Seconds.Now() - start;
            return report.Failed.Count == 0 ? (took, peak) : throw new InvalidOperationException($"{report.Failed.Count} episodes failed: {report.Failed[0]}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Days with the recorded decisions of a sample of the episodes and nothing else: no session, no observation, no world made ready. The round of the median processor time counts.</summary>
    private static (Seconds Took, double ListingDays) Kernel(IScenario scenario, SuiteOptions options)
    {
        var sample = Enumerable.Range(0, ((options.Worlds - 1) / SampledEvery) + 1).SelectMany(world => Agents.Select(agent => (World: world * SampledEvery, Agent: agent))).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        var played = new PlayedWorld[sample.Length];
        Parallel.For(0, sample.Length, parallel, i =>
        {
            var seed = new WorldSeed((ulong)sample[i].World);
            played[i] = PlayedWorld.Record(sample[i].Agent, scenario.Define(seed), seed, ShippedAgents.Factory(sample[i].Agent));
        });
        var rounds = new List<Seconds>();
        var listingDays = 0.0;
        for (var round = 0; round < KernelRounds; round++)
        {
            var simulations = Array.ConvertAll(played, world => world.Start());
            var start = Seconds.Now();
            Parallel.For(0, played.Length, parallel, i => played[i].Play(simulations[i], simulations[i].TotalDays));
            rounds.Add(Seconds.Now() - start);
            listingDays = simulations.Sum(simulation => (double)simulation.Listings * simulation.Definition.Days);
        }

        return (rounds.OrderBy(took => took.Processor).ElementAt(KernelRounds / 2), listingDays);
    }

    /// <summary>Time by the clock, and by the processors that this process took: on a machine that others use too, the second says more.</summary>
    private readonly record struct Seconds(double Wall, double Processor)
    {
        public static Seconds Now() => new(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, Environment.CpuUsage.TotalTime.TotalSeconds);

        public static Seconds operator -(Seconds end, Seconds start) => new(end.Wall - start.Wall, end.Processor - start.Processor);
    }
}
