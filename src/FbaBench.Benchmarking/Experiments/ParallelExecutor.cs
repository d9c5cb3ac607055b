using System.Diagnostics;

namespace FbaBench;

/// <summary>Plays a plan's episodes on several threads; results stand by index, so that the order of completion is invisible.</summary>
internal sealed class ParallelExecutor(BenchmarkPlan plan, IReadOnlyList<Func<IAgent>> agents, int threads, string? logFolder)
{
    public async Task<(EpisodeResult[] Episodes, Timings Timings)> RunAsync(IProgress<BenchmarkProgress>? progress, CancellationToken cancellationToken)
    {
        var results = new EpisodeResult[plan.Episodes];
        var seconds = new double[plan.Episodes];
        var clock = Stopwatch.StartNew();
        var done = 0;
        if (logFolder is not null)
        {
            Directory.CreateDirectory(logFolder);
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        progress?.Report(new(0, plan.Episodes, TimeSpan.Zero, null));
        await Parallel.ForAsync(0, plan.Episodes, options, async (index, stop) =>
        {
            var started = Stopwatch.GetTimestamp();
            results[index] = await PlayAsync(index, stop).ConfigureAwait(false);
            seconds[index] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            progress?.Report(new(Interlocked.Increment(ref done), plan.Episodes, clock.Elapsed, plan.Key(index)));
        }).ConfigureAwait(false);
        return (results, new Timings(clock.Elapsed.TotalSeconds, threads, seconds));
    }

    private async Task<EpisodeResult> PlayAsync(int index, CancellationToken cancellationToken)
    {
        var (scenario, world, agent) = plan.At(index);
        var key = plan.Key(index);
        Stream? log = logFolder is null
            ? null
            : new FileStream(Path.Combine(logFolder, LogName(key)), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16);
        var instance = agents[agent]() ?? throw new InvalidOperationException($"The factory of the agent '{key.Agent}' returned null; return a fresh instance for every episode.");
        return await EpisodeRunner.RunAsync(key, plan.Scenarios[scenario], plan.WorldSeed(world), instance, log, cancellationToken).ConfigureAwait(false);
    }

    private static string LogName(EpisodeKey key) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{key.Scenario}-world{key.World:000}-{key.Agent}.fbalog");
}

/// <summary>How long things took; kept apart from the results.</summary>
internal sealed record Timings(double TotalSeconds, int Threads, IReadOnlyList<double> EpisodeSeconds);
