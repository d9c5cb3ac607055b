using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FbaBench;

/// <summary>Plays a plan's episodes on several threads; results stand by index, so that the order of completion is invisible.</summary>
internal sealed class ParallelExecutor(BenchmarkPlan plan, PlannedWorlds worlds, IReadOnlyList<Func<IAgent>> agents, int threads, string? logFolder, TimeSpan? deadline)
{
    private readonly ConditionalWeakTable<IAgent, IAgent> _played = [];

    public async Task<(PlayedEpisode[] Episodes, Timings Timings)> RunAsync(IProgress<BenchmarkProgress>? progress, CancellationToken cancellationToken)
    {
        var results = new PlayedEpisode[plan.Episodes];
        var seconds = new double[plan.Episodes];
        var clock = Stopwatch.StartNew();
        var done = 0;
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

    private async Task<PlayedEpisode> PlayAsync(int index, CancellationToken cancellationToken)
    {
        var key = plan.Key(index);
        try
        {
            var (scenario, world, agent) = plan.At(index);
            var instance = Make(agent);
            var log = logFolder is null
                ? null
                : new FileStream(Path.Combine(logFolder, LogName(key)), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16);
            var options = new SessionOptions { Log = log, DecisionDeadline = deadline };
            return await EpisodeRunner.RunAsync(key, worlds.Of(scenario, world), plan.WorldSeed(world), instance, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new InvalidOperationException($"The agent '{key.Agent}' in world {key.World} of '{key.Scenario}' could not be played: {error.Message}", error);
        }
    }

    private IAgent Make(int agent)
    {
        var instance = agents[agent]() ?? throw new InvalidOperationException("its factory returned null; return a fresh instance for every episode.");
        return _played.TryAdd(instance, instance)
            ? instance
            : throw new InvalidOperationException("its factory returned an instance that plays another episode; return a fresh one for every episode.");
    }

    /// <summary>Names have no underscore, so that two episodes never share a file.</summary>
    private static string LogName(EpisodeKey key) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{key.Scenario}_{key.World:000}_{key.Agent}.fbalog");
}

/// <summary>How long things took; kept apart from the results.</summary>
internal sealed record Timings(double TotalSeconds, int Threads, IReadOnlyList<double> EpisodeSeconds);
