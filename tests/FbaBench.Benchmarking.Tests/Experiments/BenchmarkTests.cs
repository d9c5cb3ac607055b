using System.Text.Json;

namespace FbaBench.Tests.Experiments;

public sealed class BenchmarkTests : IDisposable
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "benchmarks", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Results_do_not_depend_on_threads()
    {
        var one = await RunAsync("one", benchmark => benchmark.Threads(1));
        var two = await RunAsync("two", benchmark => benchmark.Threads(2));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_folder, "one", "results.json")), await File.ReadAllBytesAsync(Path.Combine(_folder, "two", "results.json")));
        Assert.Equal(one.ToTable(), two.ToTable());
        Assert.Equal(await File.ReadAllTextAsync(one.HtmlPath), await File.ReadAllTextAsync(two.HtmlPath));
    }

    [Fact]
    public async Task Renaming_and_reordering_agents_changes_no_result()
    {
        var plain = await RunAsync("plain");
        var turned = await Benchmark.Create("turned").Scenario(new Short()).Agent("zzz", () => new GreedyRepricer()).Agent("aaa", () => new BaseStock())
            .Worlds(3).Output(Path.Combine(_folder, "turned")).RunAsync();
        Assert.Equal(Hashes(plain, "base-stock"), Hashes(turned, "aaa"));
        Assert.Equal(Hashes(plain, "greedy-repricer"), Hashes(turned, "zzz"));

        static string[] Hashes(BenchmarkReport report, string agent) =>
            [.. report.Episodes.Where(episode => episode.Key.Agent == agent).Select(episode => episode.StateHash + episode.EventHash)];
    }

    [Fact]
    public async Task Agents_meet_the_same_worlds_and_worlds_differ()
    {
        var report = await RunAsync("pairs");
        Assert.Equal(6, report.Episodes.Count);
        Assert.Equal([0, 0, 1, 1, 2, 2], report.Episodes.Select(episode => episode.Key.World));
        Assert.Equal(6, report.Episodes.Select(episode => episode.StateHash).Distinct().Count());
        var (base1, greedy) = (report.Summaries[0], report.Summaries[1]);
        Assert.Null(base1.Difference);
        var paired = report.Episodes.Chunk(2).Select(pair => (pair[1].Score - pair[0].Score).Cents / 100.0).ToArray();
        Assert.Equal(paired.Average(), greedy.Difference!.Mean, 9);
        Assert.Equal(paired.Count(value => value > 0), greedy.WorldsBetter);
    }

    [Fact]
    public async Task A_score_is_the_ledger_s_and_every_log_verifies()
    {
        var report = await RunAsync("logs");
        var logs = Directory.GetFiles(Path.Combine(_folder, "logs", "runs"), "*.fbalog").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(6, logs.Length);
        foreach (var path in logs)
        {
            using var reader = RunLogReader.Open(File.OpenRead(path));
            var simulation = reader.Replay();
            var episode = report.Episodes.Single(one => one.StateHash == simulation.Hash.ToString());
            Assert.Equal(simulation.Gain(new(0)), episode.Score);
            Assert.Equal(episode.Score.Cents, report.Trajectory(episode.Key).CashCents[^1] - episode.OpeningCash.Cents);
            Assert.Equal(report.Trajectory(episode.Key).NetWorthCents[^1], report.Trajectory(episode.Key).CashCents[^1]);
        }
    }

    [Fact]
    public async Task The_files_hold_what_they_promise()
    {
        var report = await RunAsync("files");
        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "files", "results.json")));
        Assert.Equal("fbabench-results/2", results.RootElement.GetProperty("schema").GetString());
        Assert.Equal(6, results.RootElement.GetProperty("episodes").GetArrayLength());
        Assert.Equal(ScenarioDigest.Of(new Short()).ToString(), results.RootElement.GetProperty("scenarios")[0].GetProperty("digest").GetString());
        Assert.DoesNotContain("seconds", results.RootElement.GetRawText(), StringComparison.OrdinalIgnoreCase);
        using var timings = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "files", "timings.json")));
        Assert.True(timings.RootElement.GetProperty("totalSeconds").GetDouble() > 0);
        var html = await File.ReadAllTextAsync(report.HtmlPath);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("prefers-color-scheme:dark", html, StringComparison.Ordinal);
        Assert.Contains("<h2>Verdict</h2>", html, StringComparison.Ordinal);
        Assert.Contains("short: 3 worlds", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("not trusted", report.ToTable(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_with_markup_cannot_break_the_page()
    {
        var report = await Benchmark.Create().Scenario(new Short("Cups & <b>saucers</b>")).Agent("a", () => new DoNothing()).Worlds(1).Output(_folder).RunAsync();
        Assert.DoesNotContain("<b>saucers", await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_counts_every_episode()
    {
        var seen = new List<int>();
        var progress = new Collecting(seen);
        await Benchmark.Create().Scenario(new Short()).Agent("do-nothing").Worlds(5).Threads(1).Output(_folder).RunAsync(progress);

        // On a busy machine an episode takes a second, and its days are told in between.
        Assert.Equal([0, 1, 2, 3, 4, 5], seen.Distinct());
    }

    [Fact]
    public void Console_progress_without_a_terminal_prints_a_line_a_tenth()
    {
        var writer = new StringWriter();
        var progress = ConsoleProgress.To(writer, rewrite: false);
        for (var done = 0; done <= 40; done++)
        {
            progress.Report(new(done, 40, TimeSpan.FromSeconds(done), null) { EpisodesPerSecond = 1 });
        }

        var lines = writer.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(10, lines.Length);
        Assert.Equal("   20 of 40 episodes, 1.0/s, 20.0 s, about 20.0 s left", lines[4]);
    }

    [Fact]
    public async Task Failures_of_an_agent_are_counted_and_told()
    {
        var report = await Benchmark.Create().Scenario(new Short()).Agent("broken", () => new Broken()).Agent("do-nothing").Worlds(2).Output(_folder).RunAsync();
        Assert.Equal(2 * 40, report.Summaries[0].FailedDays);
        Assert.Equal(report.Episodes[1].StateHash, report.Episodes[0].StateHash);
        Assert.Contains("broken: 80 days without commands", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("first on day 0 of world 0 (Threw, InvalidOperationException)", report.ToTable(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_use_says_what_to_do()
    {
        Assert.Contains("shipped are " + string.Join(", ", ShippedScenarios.Names), Assert.Throws<ArgumentException>(() => Benchmark.Create().Scenario("nowhere")).Message, StringComparison.Ordinal);
        Assert.Contains("base-stock", Assert.Throws<ArgumentException>(() => Benchmark.Create().Agent("nobody")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Benchmark.Create("../up"));
        Assert.Throws<ArgumentException>(() => Benchmark.Create().Agent("a/b", () => new DoNothing()));
        Assert.Throws<ArgumentException>(() => Benchmark.Create().Agent("a", () => new DoNothing()).Agent("a", () => new DoNothing()));
        Assert.Throws<ArgumentException>(() => Benchmark.Create().Scenario(new Short()).Scenario(new Short()));
        Assert.Throws<ArgumentException>(() => Benchmark.Create().Agent("a", () => new DoNothing(), version: ""));
        Assert.Throws<ArgumentException>(() => Benchmark.Create().Agent("a", () => new DoNothing(), version: "1\n2"));
        Assert.Throws<ArgumentException>(() => Benchmark.Create().Agent("a", () => new DoNothing(), version: new string('1', 101)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Benchmark.Create().Worlds(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Benchmark.Create().Threads(0));
        await Message("Add a scenario", Benchmark.Create().Agent("do-nothing"));
        await Message("Add an agent", Benchmark.Create().Scenario(new Short()));
        await Message("was not added", Benchmark.Create().Scenario(new Short()).Agent("do-nothing").ComparedTo("base-stock"));
        var once = Benchmark.Create().Scenario(new Short()).Agent("do-nothing").Worlds(1).Output(_folder);
        await once.RunAsync();
        await Message("has run", once);

        static async Task Message(string expected, Benchmark benchmark) =>
            Assert.Contains(expected, (await Assert.ThrowsAsync<InvalidOperationException>(() => benchmark.RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_instance_is_named_with_its_episode()
    {
        var one = new DoNothing();
        var same = await Assert.ThrowsAsync<InvalidOperationException>(() => Benchmark.Create().Scenario(new Short()).Agent("mine", () => one).Worlds(2).Threads(1).Output(_folder).RunAsync());
        Assert.Contains("plays another episode", same.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_whose_code_varies_still_gives_every_agent_the_same_worlds()
    {
        var report = await Benchmark.Create().Scenario(new Varying()).Agent("a", () => new DoNothing()).Agent("b", () => new DoNothing()).Worlds(3).Output(_folder).RunAsync();
        foreach (var pair in report.Episodes.Chunk(2))
        {
            Assert.Equal(pair[0].StateHash, pair[1].StateHash);
        }
    }

    [Fact]
    public async Task Two_runs_never_write_to_one_folder_at_once_and_neither_removes_the_other_s_episodes()
    {
        var gate = new TaskCompletionSource<Decision>();
        var first = Benchmark.Create().Scenario(new Short()).Agent("slow", () => new Waiting(gate.Task)).Worlds(1).Output(_folder).RunAsync();
        var second = await Assert.ThrowsAsync<IOException>(() => Benchmark.Create().Scenario(new Short()).Agent("do-nothing").Worlds(1).Output(_folder).RunAsync());
        Assert.Contains("Another run", second.Message, StringComparison.Ordinal);
        gate.SetResult(Decision.None);
        await first;
        await Benchmark.Create().Scenario(new Short()).Agent("do-nothing").Worlds(1).Output(_folder).RunAsync();
        string[] expected = ["short_000_do-nothing.fbalog", "short_000_slow.fbalog"];
        Assert.Equal(expected, Directory.GetFiles(Path.Combine(_folder, "runs"), "*.fbalog").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(Path.Combine(_folder, ".lock")));
    }

    [Fact]
    public async Task A_laboratory_says_so_in_table_page_and_results()
    {
        var report = await Benchmark.Create().Scenario(new Short { IsLaboratory = true }).Agent("do-nothing").Worlds(1).Output(_folder).RunAsync();
        Assert.Contains("short (laboratory)", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("laboratory</small>", await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
        Assert.Contains("\"laboratory\": true", await File.ReadAllTextAsync(Path.Combine(_folder, "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_hangs_past_its_deadline_scores_what_doing_nothing_scores()
    {
        var never = new TaskCompletionSource<Decision>();
        var report = await Benchmark.Create().Scenario(new Short()).Agent("hangs", () => new Waiting(never.Task)).Agent("do-nothing")
            .Worlds(2).DecisionDeadline(TimeSpan.FromMilliseconds(20)).Output(_folder).RunAsync();
        foreach (var pair in report.Episodes.Chunk(2))
        {
            Assert.Equal((pair[1].Score, pair[1].StateHash), (pair[0].Score, pair[0].StateHash));
            Assert.Equal(40, pair[0].FailedDays);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Benchmark.Create().DecisionDeadline(TimeSpan.Zero));
    }

    [Fact]
    public void A_world_that_ends_in_debt_counts_as_insolvent()
    {
        EpisodeResult[] episodes = [Ended(0, -40_001, null), Ended(1, -40_000, null), Ended(2, 5, 77)];
        Assert.Equal(2, AgentSummary.Of(episodes, episodes, isReference: true)!.Insolvent);

        static EpisodeResult Ended(int world, decimal score, int? insolvent) => new(new("mine", "short", world), Money.Dollars(score))
        {
            DecisionDays = 1,
            OpeningCash = Money.Dollars(40_000),
            Revenue = Money.Zero,
            Fees = Money.Zero,
            UnitsSold = 0,
            UnitsLost = 0,
            Refusals = 0,
            FailedDays = 0,
            InsolventDay = insolvent,
            StateHash = "",
            EventHash = "",
        };
    }

    [Fact]
    public async Task A_cancelled_run_stops()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Benchmark.Create().Scenario(new Short()).Agent("do-nothing").Output(_folder).RunAsync(null, stop.Token));
    }

    private Task<BenchmarkReport> RunAsync(string name, Func<Benchmark, Benchmark>? change = null)
    {
        var benchmark = Benchmark.Create("test").Scenario(new Short()).Agent("base-stock").Agent("greedy-repricer").Worlds(3).Output(Path.Combine(_folder, name));
        return (change?.Invoke(benchmark) ?? benchmark).RunAsync();
    }

    /// <summary>The first year cut to forty days.</summary>
    private sealed class Short(string sources = "") : IScenario
    {
        public string Name => "short";

        public bool IsLaboratory { get; init; }

        public WorldDefinition Define(WorldSeed world) => new FirstYear().Define(world) with { Name = Name, Days = 40, Sources = sources, Laboratory = IsLaboratory };
    }

    private sealed class Varying : IScenario
    {
        private int _calls;

        public string Name => "varying";

        public WorldDefinition Define(WorldSeed world) => new FirstYear().Define(world) with { Name = Name, Days = 20, Cash = Money.Dollars(1000 + Interlocked.Increment(ref _calls)) };
    }

    private sealed class Waiting(Task<Decision> first) : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(first);
    }

    private sealed class Broken : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("broken");
    }

    private sealed class Collecting(List<int> seen) : IProgress<BenchmarkProgress>
    {
        public void Report(BenchmarkProgress value) => seen.Add(value.Done);
    }
}
