namespace FbaBench;

/// <summary>The checks of <see cref="ExecutorConformance"/>.</summary>
internal sealed class ExecutorChecks(Func<IEpisodeExecutor> create, TimeSpan patience, CancellationToken cancellationToken)
{
    public const int MostWorlds = 3;
    private const int Worlds = 2;
    private readonly string _root = Path.Combine(Path.GetTempPath(), "fbabench-" + Guid.NewGuid().ToString("N"));

    public static Benchmark Define(string experiment, int worlds) => (experiment switch
    {
        "conformance" => Benchmark.Create(experiment).Agent("base-stock").Agent("random-valid").Repeats(2),
        "conformance-failing" => Benchmark.Create(experiment).Agent("base-stock").Agent("down", () => FakeAgent.Unavailable(2), version: "1"),
        "conformance-waiting" => Benchmark.Create(experiment).Agent("waiting", () => FakeAgent.Slow(Timeout.InfiniteTimeSpan), version: "1"),
        _ => throw new ArgumentException($"The suite has no experiment '{experiment}'; it has {string.Join(", ", ExecutorConformance.Experiments)}.", nameof(experiment)),
    }).Scenario(SmallWorlds.Shop(7)).Scenario(SmallWorlds.Duel(days: 7)).Worlds(worlds);

    /// <param name="through">The last check to run, or null for all.</param>
    public async Task<ConformanceReport> RunAsync(string? through = null)
    {
        var suite = new Suite("executor", cancellationToken);
        var executor = create() ?? throw new InvalidOperationException("The factory returned null.");
        Directory.CreateDirectory(_root);
        try
        {
            (string Name, string Passed, Func<Task> Check)[] checks =
            [
                ("same", "results, records and metrics are those of a run without it, to the byte", () => SameAsync(executor, "same")),
                ("logs", "every log replays to the end of its record", LogsAsync),
                ("failing", "an episode that cannot be played is told with its error, and no other is lost", () => FailingAsync(executor)),
                ("goes-on", "a run that is extended has played what was missing", () => GoesOnAsync(executor)),
                ("stops", "a stop ends it", () => StopsAsync(executor)),
                ("again", "after all that it plays a run like the first", () => SameAsync(executor, "again")),
            ];
            foreach (var (name, passed, check) in checks)
            {
                await suite.RunAsync(name, passed, check).ConfigureAwait(false);
                if (name == through)
                {
                    break;
                }
            }

            return suite.Report;
        }
        finally
        {
            Directory.Delete(_root, recursive: true);
            switch (executor)
            {
                case IAsyncDisposable later:
                    await later.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable now:
                    now.Dispose();
                    break;
            }
        }
    }

    private async Task SameAsync(IEpisodeExecutor executor, string folder)
    {
        var usual = await UsualAsync(Worlds).ConfigureAwait(false);
        var found = In(folder);
        await RunAsync(executor, "conformance", Worlds, found).ConfigureAwait(false);
        Compare(usual, found);
    }

    private async Task LogsAsync()
    {
        var logs = Directory.GetFiles(Path.Combine(In("same"), "runs"), "*.fbalog");
        Suite.Need(logs.Length == Worlds * 2 * 2 * 2, $"there are {logs.Length} logs of {Worlds * 2 * 2 * 2} episodes");
        foreach (var path in logs)
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            await using var owned = file.ConfigureAwait(false);
            using var log = RunLogReader.Open(file, leaveOpen: true);
            Suite.Need(log.IsSealed, $"{Path.GetFileName(path)} is not sealed");
            _ = log.Replay();
        }
    }

    private async Task FailingAsync(IEpisodeExecutor executor)
    {
        var report = await RunAsync(executor, "conformance-failing", Worlds, In("failing")).ConfigureAwait(false);
        Suite.Need(report.Episodes.Count == Worlds * 2, $"{report.Episodes.Count} episodes have a score; right is {Worlds * 2}, those of the agent that can be played");
        var other = report.Failed.FirstOrDefault(failure => failure.Key.Agent != "down" || failure.ErrorType != nameof(AgentServiceException));
        Suite.Need(other is null, $"'{other?.Key.Agent}' in world {other?.Key.World} of '{other?.Key.Scenario}' failed with {other?.ErrorType}: {other?.Message}; right is {nameof(AgentServiceException)} of 'down' alone");
        Suite.Need(report.Failed.Count == Worlds * 2, $"{report.Failed.Count} episodes failed; right is {Worlds * 2}");
    }

    private async Task GoesOnAsync(IEpisodeExecutor executor)
    {
        var found = In("goes-on");
        await RunAsync(executor, "conformance", 1, found).ConfigureAwait(false);
        var counting = new Counting(executor);
        await RunAsync(counting, "conformance", MostWorlds, found).ConfigureAwait(false);
        Suite.Need(counting.Items == (MostWorlds - 1) * 2 * 2 * 2, "a run that goes on has asked for other episodes than were missing");
        Compare(await UsualAsync(MostWorlds).ConfigureAwait(false), found);
    }

    private async Task StopsAsync(IEpisodeExecutor executor)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = new Counting(executor);
        var run = Define("conformance-waiting", 1).Output(In("waiting")).ExecuteWith(waiting).RunAsync(cancellationToken: stop.Token);
        await Task.WhenAny(waiting.Begun, run).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        Suite.Need(await Task.WhenAny(run, Task.Delay(patience, cancellationToken)).ConfigureAwait(false) == run, $"{patience.TotalSeconds:0} seconds after a stop it has not ended");
        // However ExecuteAsync ends then, the run is stopped.
        await run.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        Suite.Need(run.IsCanceled, $"a stop ends it with {run.Exception?.InnerException?.GetType().Name}: {run.Exception?.InnerException?.Message}; right is an OperationCanceledException");
    }

    private async Task<string> UsualAsync(int worlds)
    {
        var folder = In(FormattableString.Invariant($"usual-{worlds}"));
        if (!Directory.Exists(folder))
        {
            await Define("conformance", worlds).Output(folder).RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return folder;
    }

    private async Task<BenchmarkReport> RunAsync(IEpisodeExecutor executor, string experiment, int worlds, string folder)
    {
        var report = await Define(experiment, worlds).Output(folder).ExecuteWith(executor).RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        Suite.Need(experiment != "conformance" || report.Failed.Count == 0, report.Failed is [var first, ..] ? $"{report.Failed.Count} episodes failed; the first: {first.ErrorType}: {first.Message}" : "");
        return report;
    }

    private static void Compare(string usual, string found)
    {
        foreach (var path in Directory.GetFiles(usual, "*", SearchOption.AllDirectories).Where(IsOfEpisodes).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(usual, path);
            var other = Path.Combine(found, name);
            Suite.Need(File.Exists(other), $"{name} is missing");
            Suite.Need(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(other)), $"{name} differs from that of a run without the executor");
        }
    }

    private static bool IsOfEpisodes(string path) => Path.GetFileName(path) == "results.json" || path.EndsWith(".episode.jsonl", StringComparison.Ordinal) || path.EndsWith(".metrics.json", StringComparison.Ordinal);

    private string In(string folder) => Path.Combine(_root, folder);

    /// <summary>Passes everything on and says what was asked.</summary>
    private sealed class Counting(IEpisodeExecutor inner) : IEpisodeExecutor
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Items { get; private set; }

        public Task Begun => _begun.Task;

        public Task ExecuteAsync(EpisodeJobs jobs, CancellationToken cancellationToken)
        {
            Items = jobs.Items.Count;
            var running = inner.ExecuteAsync(jobs, cancellationToken);
            _begun.TrySetResult();
            return running;
        }
    }
}
