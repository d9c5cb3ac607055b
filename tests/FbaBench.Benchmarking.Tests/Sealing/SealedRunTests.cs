using System.Text;
using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Sealing;

/// <summary>A sealed run from commitment to check: what stands where, and what a check finds.</summary>
public sealed class SealedRunTests : IDisposable
{
    private static readonly WorldSecret Secret = WorldSecret.Parse(new string('5', 64));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_reveal_reproduces_every_world_and_a_changed_hash_is_found()
    {
        await PlayAsync();
        Assert.All(SealCheck.Run(_folder.Path, [new Brief()]), line => Assert.True(line.Pass, line.Note));
        var worlds = SealCheck.Run(_folder.Path, [new Brief()])[^1];
        Assert.Equal((3m, 3m), (worlds.Value, worlds.High));

        var text = await File.ReadAllTextAsync(_folder.In("results.json"));
        var hash = WorldHash.Of(new Brief(), Open().Seed("brief", 1)).InitialState;
        await File.WriteAllTextAsync(_folder.In("results.json"), text.Replace(hash, new string('0', 32), StringComparison.Ordinal));
        var found = SealCheck.Run(_folder.Path, [new Brief()])[^1];
        Assert.False(found.Pass);
        Assert.Equal(2, found.Value);
        Assert.Contains($"world 1 has initial state {new string('0', 32)}, and {hash} follows from the secret", found.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reveal_with_another_secret_and_a_scenario_that_changed_are_refused()
    {
        await PlayAsync();
        Assert.Equal(SealFault.ChangedGenerator, Assert.Throws<SealException>(() => SealCheck.Run(_folder.Path, [new Brief { Cash = 1 }])).Fault);
        var other = new CanaryRegistry();
        await File.WriteAllTextAsync(_folder.In("used.txt"), $"{Open().Commitment.Canary} {new string('9', 64)}\n");
        Assert.Equal(SealFault.ReusedCanary, Assert.Throws<SealException>(() => SealCheck.Run(_folder.Path, [new Brief()], other.AddFile(_folder.In("used.txt")))).Fault);

        var path = _folder.In("reveal.json");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(new string('5', 64), new string('6', 64), StringComparison.Ordinal));
        Assert.Equal(SealFault.WrongSecret, Assert.Throws<SealException>(() => SealCheck.Run(_folder.Path, [new Brief()])).Fault);
    }

    [Fact]
    public async Task The_secret_and_the_seeds_stand_in_no_file_but_the_logs_and_the_canary_in_every_text()
    {
        var seen = new Reader();
        await PlayAsync(seen, logs: false, reveal: false);
        var worlds = Open();
        string[] hidden = [new string('5', 64), .. Enumerable.Range(0, 3).Select(world => worlds.Seed("brief", world).ToString())];
        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, Encoding.Latin1);
            Assert.All(hidden, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }

        var canary = worlds.Commitment.Canary;
        foreach (var file in new[] { "results.json", "report.html", "summary.md", "commitment.json" })
        {
            Assert.Contains(canary, await File.ReadAllTextAsync(_folder.In(file)), StringComparison.Ordinal);
        }

        Assert.All(_folder.Records, record => Assert.Contains(canary, File.ReadAllText(record), StringComparison.Ordinal));
        Assert.Contains($"Benchmark data, not to be trained on: {canary}", seen.Text, StringComparison.Ordinal);
        Assert.Contains($"\"canary\":\"{canary}\"", seen.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_s_message_does_not_tell_the_seed_of_its_world()
    {
        var worlds = SealedWorlds.Commit("autumn", Secret, 2, [new Brief()]);
        var seed = worlds.Seed("brief", 1);
        var scenario = new Brief { Broken = new HashSet<ulong> { seed.Value } };
        var report = await Benchmark.Create("autumn").Scenario(scenario).Agent("do-nothing").Sealed(worlds).Output(_folder.Path).RunAsync();
        Assert.Equal("no data for (sealed)", Assert.Single(report.Failed).Message);
        Assert.DoesNotContain(seed.ToString(), await File.ReadAllTextAsync(Path.Combine(_folder.Runs, "failed.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sealed_and_public_episodes_never_stand_in_one_folder_and_a_sealed_run_goes_on()
    {
        await PlayAsync(reveal: false);
        var bytes = _folder.Results();
        var seen = new Collected();
        await Plan().RunAsync(seen);
        Assert.Equal(3, seen.All[0].Earlier);
        Assert.Equal(bytes, _folder.Results());
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Benchmark.Create("autumn").Scenario(new Brief()).Agent("do-nothing").Worlds(3).Output(_folder.Path).RunAsync());
        Assert.Contains($"sealed {Open().Commitment.Digest} worlds there, public worlds now", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_a_marked_run_replays_with_its_mark()
    {
        await Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Worlds(1).Canary("fbabench-canary-of-a-test").Output(_folder.Path).RunAsync();
        var reader = new Reader();
        using var log = RunLogReader.Open(File.OpenRead(Path.Combine(_folder.Runs, "brief_000_do-nothing.fbalog")));
        Assert.Equal("fbabench-canary-of-a-test", log.Manifest.Canary);
        await using var session = await SimulationSession.VerifyAgentAsync(log, new(0), reader);
        Assert.Contains("fbabench-canary-of-a-test", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_run_has_a_canary_of_its_name_and_scenarios_and_shows_agents_none()
    {
        var reader = new Reader();
        var report = await Named("a", reader);
        Assert.DoesNotContain("canary", reader.Json, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("fbabench-canary-", report.Canary, StringComparison.Ordinal);
        Assert.Contains(report.Canary, await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
        Assert.Contains(report.Canary, Encoding.UTF8.GetString(_folder.Results()), StringComparison.Ordinal);
        Assert.Equal(report.Canary, (await Named("a", new Reader())).Canary);
        Assert.NotEqual(report.Canary, (await Named("b", new Reader())).Canary);

        Task<BenchmarkReport> Named(string name, Reader agent) =>
            Benchmark.Create(name).Scenario(new Brief()).Agent("mine", () => agent.Fresh(), version: "1").Worlds(1).Output(_folder.Path).RunAsync();
    }

    private static SealedWorlds Open() => SealedWorlds.Commit("autumn", Secret, 3, [new Brief()], "fbabench-canary-of-autumn");

    private Benchmark Plan() => Benchmark.Create("autumn").Scenario(new Brief()).Agent("base-stock").Sealed(Open()).Output(_folder.Path);

    private async Task PlayAsync(Reader? reader = null, bool logs = true, bool reveal = true)
    {
        var plan = reader is null ? Plan() : Benchmark.Create("autumn").Scenario(new Brief()).Agent("reader", () => reader.Fresh()).Sealed(Open()).Output(_folder.Path);
        await plan.Logs(logs).RunAsync();
        if (reveal)
        {
            Open().Reveal().Save(_folder.In("reveal.json"));
        }
    }

    /// <summary>Keeps the last morning that it or its twins saw.</summary>
    private sealed class Reader : IAgent
    {
        private Reader? _first;

        public string Text { get; private set; } = "";

        public string Json { get; private set; } = "";

        public Reader Fresh() => new() { _first = this };

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            var kept = _first ?? this;
            if (today.Day == 0)
            {
                (kept.Text, kept.Json) = (ObservationText.Write(today), Encoding.UTF8.GetString(ObservationJson.Write(today)));
            }

            return new(Decision.None);
        }
    }
}
