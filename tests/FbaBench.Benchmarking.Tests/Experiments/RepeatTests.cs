using System.Text.Json;

namespace FbaBench.Tests.Experiments;

/// <summary>Repeats of a world: the same world, other draws of the agent's own; the world stays the unit.</summary>
public sealed class RepeatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Repeats_of_a_rule_are_equal_and_those_of_an_agent_with_draws_are_not()
    {
        var report = await Plan(repeats: 3).RunAsync();
        EpisodeKey[] order =
        [
            .. from world in Enumerable.Range(0, 2) from repeat in Enumerable.Range(0, 3) from agent in new[] { "base-stock", "random-valid" }
               select new EpisodeKey(agent, "brief", world) { Repeat = repeat },
        ];
        Assert.Equal(order, report.Episodes.Select(episode => episode.Key));
        foreach (var world in report.Episodes.GroupBy(episode => (episode.Key.Agent, episode.Key.World)))
        {
            Assert.Equal(world.Key.Agent == "base-stock" ? 1 : 3, world.Select(episode => episode.EventHash).Distinct().Count());
        }

        Assert.Contains("base-stock: scored the same in all 3 repeats of every world; they add nothing to its first ones.", report.ToTable(), StringComparison.Ordinal);
        Assert.DoesNotContain("random-valid: scored the same", report.ToTable(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_world_counts_once_with_the_mean_of_its_repeats()
    {
        var report = await Plan(repeats: 3).RunAsync();
        var (rule, random) = (report.Summaries[0], report.Summaries[1]);
        Assert.Equal((2, 2, 6, 3), (random.Score.Count, random.Difference!.Count, random.Episodes, random.Repeats));
        double[] means = [.. report.Episodes.Where(episode => episode.Key.Agent == "random-valid").GroupBy(episode => episode.Key.World).Select(world => world.Average(episode => episode.Score.Cents / 100.0))];
        Assert.Equal(MeanInterval.Of(means).High!.Value, random.Score.High!.Value, 6);
        Assert.Equal(means.Average() - rule.Score.Mean, random.Difference.Mean, 6);
    }

    [Fact]
    public async Task The_first_repeats_are_the_episodes_of_a_run_without_and_more_are_added_to_its_folder()
    {
        var single = await Plan(repeats: 1).RunAsync();
        var files = _folder.Records.ToDictionary(path => path, File.ReadAllBytes);
        Assert.DoesNotContain("repeat", File.ReadAllText(_folder.In("results.json")), StringComparison.Ordinal);
        Assert.Contains("brief_001_random-valid.episode.jsonl", files.Keys.Select(Path.GetFileName));

        var seen = new Collected();
        var twice = await Plan(repeats: 2).RunAsync(seen);
        Assert.Equal(4, seen.All[0].Earlier);
        Assert.Equal(single.Episodes, twice.Episodes.Where(episode => episode.Key.Repeat == 0));
        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.True(File.Exists(Path.Combine(_folder.Runs, "brief_001_random-valid_r1.fbalog")));
        var repeated = twice.Episodes.Single(episode => episode.Key == new EpisodeKey("random-valid", "brief", 1) { Repeat = 1 });
        Assert.NotEqual(repeated.StateHash, single.Episodes[3].StateHash);
        using (var file = File.OpenRead(Path.Combine(_folder.Runs, "brief_001_random-valid_r1.fbalog")))
        {
            using var log = RunLogReader.Open(file);
            Assert.Equal(1, log.Manifest.Repeat);
            await using var played = await SimulationSession.VerifyAgentAsync(log, new(0), new RandomValid());
            Assert.Equal(repeated.StateHash, played.Hash.ToString());
        }


        using var results = JsonDocument.Parse(_folder.Results());
        Assert.Equal(2, results.RootElement.GetProperty("repeats").GetInt32());
        Assert.Equal(1, results.RootElement.GetProperty("episodes")[2].GetProperty("repeat").GetInt32());
        var bytes = _folder.Results();
        using var whole = new TemporaryFolder();
        await Plan(repeats: 2).Output(whole.Path).Threads(1).RunAsync();
        Assert.Equal(whole.Results(), bytes);
    }

    [Fact]
    public async Task Starting_over_removes_the_files_of_repeats_too()
    {
        await Benchmark.Create().Scenario(new Brief()).Agent("mine", setting =>
        {
            using var file = setting.OpenFile!("notes");
            file.WriteByte(1);
            return new DoNothing();
        }).Worlds(1).Repeats(2).Output(_folder.Path).RunAsync();
        Assert.Equal(["brief_000_mine_0.notes", "brief_000_mine_r1_0.notes"], Directory.GetFiles(_folder.In("runs", "agents")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Worlds(1).Fresh().Output(_folder.Path).RunAsync();
        Assert.Empty(Directory.GetFiles(_folder.In("runs", "agents")));
        Assert.Single(_folder.Records);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void Repeats_have_limits(int count) =>
        Assert.Contains("1 to 1000", Assert.Throws<ArgumentOutOfRangeException>(() => Benchmark.Create().Repeats(count)).Message, StringComparison.Ordinal);

    private Benchmark Plan(int repeats) =>
        Benchmark.Create().Scenario(new Brief()).Agent("base-stock").Agent("random-valid").Worlds(2).Repeats(repeats).Output(_folder.Path);
}
