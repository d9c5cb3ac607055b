using System.Diagnostics;
using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>What <c>suite</c> is asked for.</summary>
/// <param name="Worlds">Worlds, at least 1.</param>
/// <param name="Threads">Episodes at once.</param>
internal sealed record SuiteOptions(int Worlds = 1_000, int Threads = 2)
{
    /// <summary>Reads <c>--name number</c> pairs; null when they are not such.</summary>
    public static SuiteOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new SuiteOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return null;
            }

            switch (arguments[i])
            {
                case "--worlds":
                    options = options with { Worlds = number };
                    break;
                case "--threads":
                    options = options with { Threads = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}

/// <summary>
/// A whole suite as a user runs it: worlds × four rule agents × 365 days × 50 listings through <see cref="Benchmark"/>, records and report included, with metrics and without. Beside it what observation and rule cost in that world above the bare
/// kernel, in turn with it.
/// </summary>
internal static class SuiteSpeed
{
    private const int Niches = 5;
    private static readonly string[] Agents = ["base-stock", "greedy-repricer", "order-up-to", "random-valid"];

    public static async Task<Figure[]> MeasureAsync(SuiteOptions options)
    {
        var scenario = new Generated();
        var world = PreparedWorld.Of(scenario.Define(new WorldSeed(1)));
        var figures = Agents.SelectMany(agent => AgentCost.Measure(world, agent)).Where(figure => figure is { Measure: "step" or "observe" or "decide" or "above the step", Unit: "ns a listing-day" }).Select(figure => figure with { Section = "suite" }).ToList();
        figures.Add(new("suite", "mean of the four", "above the step", figures.Where(figure => figure.Measure == "above the step").Average(figure => figure.Value), "ns a listing-day"));
        var size = string.Create(CultureInfo.InvariantCulture, $"{options.Worlds} worlds");
        foreach (var metrics in new[] { false, true })
        {
            var folder = Path.Combine(Path.GetTempPath(), "fbabench-suite-" + Guid.NewGuid().ToString("N"));
            try
            {
                var subject = size + (metrics ? ", with metrics" : ", without metrics");
                var benchmark = Agents.Aggregate(Benchmark.Create("suite").Scenario(scenario), (all, agent) => all.Agent(agent)).Worlds(options.Worlds).Threads(options.Threads).Logs(false).Metrics(metrics).Output(folder);
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                var report = await benchmark.RunAsync().ConfigureAwait(false);
                var seconds = clock.Elapsed.TotalSeconds;
                var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
                if (report.Failed.Count > 0)
                {
                    throw new InvalidOperationException($"{report.Failed[0].ErrorType}: {report.Failed[0].Message}");
                }

                var listingDays = (double)report.Episodes.Count * world.Listings * world.Definition.Days;
                figures.Add(new("suite", subject, "wall", seconds, "s"));
                figures.Add(new("suite", subject, "processor", processor * 1e9 / listingDays, "ns a listing-day"));
                figures.Add(new("suite", subject, "peak working set so far", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MB"));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return [.. figures];
    }

    private sealed class Generated : IScenario
    {
        public string Name => "generated";

        public WorldDefinition Define(WorldSeed world) => GeneratedWorld.Definition(Name, Niches);
    }
}
