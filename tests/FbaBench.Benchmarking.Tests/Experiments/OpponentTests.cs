using System.Text.Json;

namespace FbaBench.Tests.Experiments;

/// <summary>Benchmarks of several seats: the agent under test on seat 0, the scenario's opponents on the others.</summary>
public sealed class OpponentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_seat_is_played_and_the_score_is_that_of_seat_0()
    {
        var report = await Plan(new Duel("base-stock", "greedy-repricer"), worlds: 2).Agent("do-nothing").RunAsync();
        Assert.Empty(report.Failed);
        foreach (var episode in report.Episodes)
        {
            var path = _folder.In("runs", $"duel_{episode.Key.World:000}_{episode.Key.Agent}.fbalog");
            await using (var log = File.OpenRead(path))
            {
                Assert.All(LogCheck.Verify(log), line => Assert.True(line.Pass, line.ToString()));
            }

            using var reader = RunLogReader.Open(File.OpenRead(path));
            var world = reader.Replay();
            Assert.Equal(world.Gain(new(0)), episode.Score);
            Assert.Equal([("base-stock", world.Gain(new(1))), ("greedy-repricer", world.Gain(new(2)))], episode.Opponents.Select(opponent => (opponent.Name, opponent.Score)));
            Assert.NotEqual(Money.Zero, episode.Opponents[0].Score);
        }

        Assert.Contains("duel against base-stock, greedy-repricer: 2 worlds", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("against base-stock, greedy-repricer; scores are those of seat 0", await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
        using var results = JsonDocument.Parse(_folder.Results());
        Assert.Equal("greedy-repricer", results.RootElement.GetProperty("scenarios")[0].GetProperty("opponents")[1].GetProperty("name").GetString());
        Assert.Equal(report.Episodes[0].Opponents[1].Score.Cents, results.RootElement.GetProperty("episodes")[0].GetProperty("opponents")[1].GetProperty("scoreCents").GetInt64());
    }

    /// <summary>No seat is favoured: of two instances of one agent the mean difference lies within four standard errors of zero.</summary>
    [Fact]
    public async Task An_agent_against_itself_is_as_good_as_its_opponent()
    {
        var report = await Benchmark.Create().Scenario(new Duel("base-stock") { Days = 100 }).Agent("base-stock").Worlds(32).Logs(false).Output(_folder.Path).RunAsync();
        var differences = MeanInterval.Of([.. report.Episodes.Select(episode => (episode.Score - episode.Opponents[0].Score).Cents / 100.0)]);
        Assert.Equal(32, differences.Count);
        Assert.True(differences.StandardDeviation > 0);
        Assert.True(Math.Abs(differences.Mean) < 4 * differences.StandardDeviation / Math.Sqrt(differences.Count), $"{differences}");
    }

    [Fact]
    public async Task An_opponent_is_the_benchmark_s_agent_of_that_name_before_it_is_a_shipped_one()
    {
        var mine = new Counted();
        var report = await Benchmark.Create().Scenario(new Duel("mine")).Agent("do-nothing").Agent("mine", mine.Make).Worlds(2).Output(_folder.Path).RunAsync();
        Assert.Equal(2 + 2 + 2, mine.Made);
        Assert.Equal(4, report.Episodes.Count);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => Benchmark.Create().Scenario(new Duel("nobody")).Agent("mine", mine.Make).RunAsync());
        Assert.Contains("the opponent 'nobody', which is neither an agent of this benchmark (mine) nor a shipped one (bandit-pricer, base-stock, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_opponent_does_wrong_is_not_the_agent_s_fault()
    {
        var report = await Benchmark.Create().Scenario(new Duel("broken") { Days = 20 }).Agent("do-nothing").Agent("broken", () => new Broken()).Worlds(1).Output(_folder.Path).RunAsync();
        var idle = report.Episodes[0];
        Assert.Equal((0, null), (idle.FailedDays, idle.FirstFault));
        Assert.Equal((20, 0, "FormatException"), (idle.Opponents[0].FailedDays, idle.Opponents[0].FirstFault!.Day, idle.Opponents[0].FirstFault!.ErrorType));
        Assert.Equal((0, 20), (report.Summaries[0].FailedDays, report.Summaries[0].OpponentFailedDays));
        Assert.Equal((20, 20), (report.Summaries[1].FailedDays, report.Summaries[1].OpponentFailedDays));
        Assert.Contains("do-nothing: its opponents had 20 days without commands", report.ToTable(), StringComparison.Ordinal);
        Assert.DoesNotContain("do-nothing: 20 days", report.ToTable(), StringComparison.Ordinal);
        using var results = JsonDocument.Parse(_folder.Results());
        Assert.Equal("Threw", results.RootElement.GetProperty("episodes")[0].GetProperty("opponents")[0].GetProperty("firstFault").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task An_opponent_that_cannot_be_made_is_named()
    {
        var report = await Benchmark.Create().Scenario(new Duel("broken")).Agent("do-nothing").Agent("broken", () => throw new FormatException("no key")).Worlds(1).Output(_folder.Path).RunAsync();
        Assert.Equal(["The opponent 'broken' could not be made: FormatException: no key", "no key"], report.Failed.Select(failure => failure.Message));
    }

    [Fact]
    public async Task A_changed_opponent_is_played_against_again()
    {
        await Plan(new Duel("other")).Agent("other", () => new GreedyRepricer(), "1").RunAsync();
        Assert.Empty((await Plan(new Duel("other")).Agent("other", () => new GreedyRepricer(), "1").RunAsync()).Notes);
        var notes = (await Plan(new Duel("other")).Agent("other", () => new GreedyRepricer(), "2").RunAsync()).Notes;
        Assert.Equal("mine: 1 earlier episode with the opponent other of version '1'; now it is '2'; played again.", notes[0]);
        Assert.Equal("other: 1 earlier episode of version '1'; now it is '2'; played again.", notes[1]);
        notes = (await Plan(new Duel("base-stock")).RunAsync()).Notes;
        Assert.Equal("mine: 1 earlier episode against other; now against base-stock; played again.", Assert.Single(notes));
    }

    [Fact]
    public async Task One_instance_never_plays_two_seats()
    {
        var one = new GreedyRepricer();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Benchmark.Create().Scenario(new Duel("mine")).Agent("mine", () => one).Worlds(1).Output(_folder.Path).RunAsync());
        Assert.Contains("plays another episode or seat", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_are_one_more_than_opponents()
    {
        Assert.Contains(
            "has 3 for seed 0 and names 1 opponent; the agent under test plays seat 0 and an opponent each other one, so that seats are 1 + opponents.",
            Assert.Throws<WorldDefinitionException>(() => Benchmark.Create().Scenario(new Duel("base-stock") { Seats = 3 })).Message,
            StringComparison.Ordinal);
        Assert.Contains("names 0 opponents", Assert.Throws<WorldDefinitionException>(() => Benchmark.Create().Scenario(new Duel { Seats = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("cannot name an opponent", Assert.Throws<ArgumentException>(() => Benchmark.Create().Scenario(new Duel("No Name"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Opponents_are_part_of_a_scenario_s_digest()
    {
        Assert.NotEqual(ScenarioDigest.Of(new Duel("base-stock")), ScenarioDigest.Of(new Duel("greedy-repricer")));
        Assert.NotEqual(ScenarioDigest.Of(new Duel("base-stock")), ScenarioDigest.Of(new Duel { Seats = 2 }));
    }

    private Benchmark Plan(Duel scenario, int worlds = 1) => Benchmark.Create().Scenario(scenario).Agent("mine", () => new GreedyRepricer(), "1").Worlds(worlds).Output(_folder.Path);

    /// <summary>The first year cut to sixty days, with a seat for each opponent.</summary>
    private sealed class Duel(params string[] opponents) : IScenario
    {
        public string Name => "duel";

        public IReadOnlyList<string> Opponents => opponents;

        public int Days { get; init; } = 60;

        public int? Seats { get; init; }

        public WorldDefinition Define(WorldSeed world) => new FirstYear().Define(world) with { Name = Name, Days = Days, Seats = Seats ?? 1 + opponents.Length };
    }

    private sealed class Broken : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => throw new FormatException("broken");
    }
}
