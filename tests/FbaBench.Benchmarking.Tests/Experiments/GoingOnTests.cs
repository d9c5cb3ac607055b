using System.Text.Json;

namespace FbaBench.Tests.Experiments;

/// <summary>A second run in a folder: what it uses again, what it plays, what it refuses.</summary>
public sealed class GoingOnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Counted _mine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_finished_folder_is_not_played_again_and_gives_the_same_bytes()
    {
        var first = await Plan().RunAsync();
        var (results, page) = (_folder.Results(), await File.ReadAllBytesAsync(first.HtmlPath));
        var records = _folder.Records.ToDictionary(path => path, File.ReadAllBytes);
        var progress = new Collected();
        var second = await Plan().RunAsync(progress);
        Assert.Equal(3, _mine.Made);
        Assert.Equal(results, _folder.Results());
        Assert.Equal(page, await File.ReadAllBytesAsync(second.HtmlPath));
        Assert.Equal(first.ToTable(), second.ToTable());
        Assert.Equal(first.Episodes, second.Episodes);
        Assert.All(records, record => Assert.Equal(record.Value, File.ReadAllBytes(record.Key)));
        var only = Assert.Single(progress.All);
        Assert.Equal((6, 6, 6), (only.Done, only.Earlier, only.Total));
        Assert.Empty(second.Notes);
    }

    [Fact]
    public async Task Added_worlds_agents_and_scenarios_are_played_and_nothing_else()
    {
        await Plan(worlds: 2).RunAsync();
        Assert.Equal(2, _mine.Made);
        var added = new Counted();
        var grown = await Plan(worlds: 4).Scenario(new Brief("other")).Agent("added", added.Make).ComparedTo("added").RunAsync();
        Assert.Equal(2 + 2 + 4, _mine.Made);
        Assert.Equal(8, added.Made);
        Assert.Equal(2 * 4 * 3, grown.Episodes.Count);
        var grownResults = _folder.Results();

        using var whole = new TemporaryFolder();
        await Plan(worlds: 4).Scenario(new Brief("other")).Agent("added", added.Make).ComparedTo("added").Output(whole.Path).RunAsync();
        Assert.Equal(whole.Results(), grownResults);
    }

    [Fact]
    public async Task Agents_in_another_order_are_the_same_episodes_and_fewer_worlds_leave_the_rest_alone()
    {
        var first = await Plan(worlds: 3).RunAsync();
        var turned = await Benchmark.Create().Scenario(new Brief()).Agent("mine", _mine.Make).Agent("do-nothing").Worlds(2).Output(_folder.Path).RunAsync();
        Assert.Equal(3, _mine.Made);
        Assert.Equal(["mine", "do-nothing", "mine", "do-nothing"], turned.Episodes.Select(episode => episode.Key.Agent));
        Assert.Equal(first.Episodes.Take(4).OrderBy(episode => episode.StateHash), turned.Episodes.OrderBy(episode => episode.StateHash));
        Assert.Equal(6, _folder.Records.Length);
    }

    [Fact]
    public async Task Another_seed_deadline_or_definition_is_refused_with_the_difference_and_nothing_changes()
    {
        await Plan().RunAsync();
        var before = Files();
        await Refused("seed 1 there, 2 now", Plan().Seed(2));
        await Refused("decision deadline none there, 00:00:05 now", Plan().DecisionDeadline(TimeSpan.FromSeconds(5)));
        await Refused("another definition of world 0 of 'brief'", Plan(new Brief { Cash = 41_000 }));

        // Another agent alone would find no record of its own: the folder is the other experiment's all the same.
        await Refused("seed 1 there, 2 now", Benchmark.Create().Scenario(new Brief("new")).Agent("base-stock").Seed(2).Worlds(1).Output(_folder.Path));
        Assert.Equal(before, Files());

        async Task Refused(string difference, Benchmark benchmark)
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => benchmark.RunAsync());
            Assert.Contains(difference, error.Message, StringComparison.Ordinal);
            Assert.Contains("--fresh", error.Message, StringComparison.Ordinal);
            Assert.Contains("6 finished episodes", error.Message, StringComparison.Ordinal);
        }

        string[] Files() => [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => path + Convert.ToHexString(File.ReadAllBytes(path)))];
    }

    [Fact]
    public async Task Another_engine_is_refused()
    {
        await Plan().RunAsync();
        await Rewritten(identity => identity with { Engine = "0.0.9 (builds 1, 2)" });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Plan().RunAsync());
        Assert.Contains("engine 0.0.9 (builds 1, 2) there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fresh_starts_over_and_leaves_strange_files_alone()
    {
        await Plan().RunAsync();
        await File.WriteAllTextAsync(_folder.In("runs", "notes.txt"), "mine");
        var fresh = await Plan().Seed(2).Worlds(1).Fresh().RunAsync();
        Assert.Equal(2, fresh.Episodes.Count);
        Assert.Equal(2, _folder.Records.Length);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.In("runs", "notes.txt")));
        await Plan().Seed(2).Worlds(1).RunAsync();
        Assert.Equal(3 + 1, _mine.Made);
    }

    [Fact]
    public async Task A_declared_version_decides_alone()
    {
        Func<IAgent> one = () => new GreedyRepricer();
        await Versioned(one, "1").RunAsync();
        var same = await Versioned(() => throw new InvalidDataException("is not asked"), "1").RunAsync();
        Assert.Empty(same.Failed);
        var note = Assert.Single((await Versioned(_mine.Make, "2").RunAsync()).Notes);
        Assert.Equal("mine: 2 earlier episodes of version '1'; now it is '2'; played again.", note);
        Assert.Equal(2, _mine.Made);
        using var results = JsonDocument.Parse(_folder.Results());
        Assert.Equal("2", results.RootElement.GetProperty("agents")[0].GetProperty("version").GetString());
        Assert.Contains("it declares none", Assert.Single((await Versioned(_mine.Make, null).RunAsync()).Notes), StringComparison.Ordinal);

        Benchmark Versioned(Func<IAgent> make, string? version) => Benchmark.Create().Scenario(new Brief()).Agent("mine", make, version).Worlds(2).Output(_folder.Path);
    }

    [Fact]
    public async Task Another_build_of_an_agent_is_played_again_and_the_others_are_not()
    {
        await Plan().RunAsync();
        var clean = _folder.Results();
        await Rewritten(identity => identity.Key.Agent == "mine" ? identity with { Agent = identity.Agent with { Build = "Old 123" } } : identity);
        var again = await Plan().RunAsync();
        Assert.StartsWith("mine: 3 earlier episodes of another build (Old 123; now FbaBench.Benchmarking.Tests ", Assert.Single(again.Notes), StringComparison.Ordinal);
        Assert.Equal(6, _mine.Made);
        Assert.Equal(clean, _folder.Results());
    }

    [Fact]
    public async Task Settings_that_a_factory_captured_are_part_of_its_agent()
    {
        await Priced(3).RunAsync();
        Assert.Empty((await Priced(3).RunAsync()).Notes);
        Assert.Equal("mine: 1 earlier episode of other values that its factory captured; played again.", Assert.Single((await Priced(4).RunAsync()).Notes));
        Assert.DoesNotContain("very-secret", await File.ReadAllTextAsync(Assert.Single(_folder.Records)), StringComparison.Ordinal);

        Benchmark Priced(int markup)
        {
            var key = "very-secret";
            return Benchmark.Create().Scenario(new Brief()).Agent("mine", () => markup + key.Length > 0 ? new GreedyRepricer() : new DoNothing()).Worlds(1).Output(_folder.Path);
        }
    }

    [Fact]
    public async Task Classes_of_two_builds_never_stand_in_one_result()
    {
        await Plan().RunAsync();
        await Rewritten(identity => identity with { ClassBuild = new string('0', 32) });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(worlds: 4).RunAsync());
        Assert.Contains("two builds of FbaBench.Agents", error.Message, StringComparison.Ordinal);
        Assert.Contains("version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_defines_a_world_anew_is_told()
    {
        var calls = 0;
        Benchmark Varying() => Benchmark.Create().Scenario(new Varied(() => Interlocked.Increment(ref calls))).Agent("do-nothing").Worlds(2).Output(_folder.Path);
        await Varying().RunAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Varying().RunAsync());
        Assert.Contains("another definition of world 0 of 'varied'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_world_that_comes_out_differently_within_one_run_fails_its_episodes()
    {
        await Benchmark.Create().Scenario(new Changeable(callsThatAgree: 9)).Agent("do-nothing").Worlds(2).Output(_folder.Path).RunAsync();

        // The definition is checked when the scenario is added, then for worlds 0 and 1 of the records; world 1 is asked for once more.
        var report = await Benchmark.Create().Scenario(new Changeable(callsThatAgree: 3)).Agent("do-nothing").Agent("mine", _mine.Make).Worlds(2).Output(_folder.Path).RunAsync();
        Assert.Equal("The scenario 'changeable' defined world 1 differently when asked again; Define may depend on the seed alone.", Assert.Single(report.Failed).Message);
        Assert.Equal(new EpisodeKey("mine", "changeable", 1), report.Failed[0].Key);
        Assert.Equal(3, report.Episodes.Count);
    }

    [Fact]
    public async Task An_earlier_attempt_s_log_never_stands_beside_a_record_that_is_not_its_own()
    {
        await Plan().RunAsync();
        File.Delete(_folder.Records[0]);
        await Plan().Logs(false).RunAsync();
        var logs = Directory.GetFiles(_folder.Runs, "*.fbalog").Select(path => Path.GetFileNameWithoutExtension(path)).ToArray();
        Assert.Equal(5, logs.Length);
        Assert.DoesNotContain("brief_000_do-nothing", logs);
    }

    private Benchmark Plan(Brief? scenario = null, int worlds = 3) =>
        Benchmark.Create().Scenario(scenario ?? new Brief()).Agent("do-nothing").Agent("mine", _mine.Make).Worlds(worlds).Output(_folder.Path);

    private async Task Rewritten(Func<EpisodeIdentity, EpisodeIdentity> change)
    {
        foreach (var path in _folder.Records)
        {
            var record = EpisodeRecord.Read(await File.ReadAllBytesAsync(path));
            await File.WriteAllBytesAsync(path, EpisodeRecord.Write(change(record.Identity), new(record.Result, record.Trajectory())));
        }
    }

    private sealed class Changeable(int callsThatAgree) : IScenario
    {
        private int _calls;

        public string Name => "changeable";

        public WorldDefinition Define(WorldSeed world) =>
            new FirstYear().Define(world) with { Name = Name, Days = 5, Cash = Money.Dollars(++_calls > callsThatAgree ? 2000 : 1000) };
    }

    private sealed class Varied(Func<int> next) : IScenario
    {
        public string Name => "varied";

        public WorldDefinition Define(WorldSeed world) => new FirstYear().Define(world) with { Name = Name, Days = 5, Cash = Money.Dollars(1000 + next()) };
    }
}
