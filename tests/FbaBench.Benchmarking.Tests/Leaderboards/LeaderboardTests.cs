using System.Text.Json;
using FbaBench.Tests.Reports;

namespace FbaBench.Tests.Leaderboards;

public sealed class LeaderboardTests : IDisposable
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "leaderboards", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Agents_of_several_experiments_stand_on_one_board_with_rank_sets()
    {
        var one = Made("one").Agent("do-nothing", Scores(0)).Agent("tuned-seller", Scores(1000)).Load();
        var two = Made("two").Agent("mine", Scores(500), "3").Load();
        var board = Assert.Single(Leaderboard.Of([one, two]).Boards);
        Assert.Equal(["tuned-seller", "mine", "do-nothing"], board.Entries.Select(entry => entry.Name));
        Assert.Equal([(1, 1), (2, 2), (3, 3)], board.Entries.Select(entry => (entry.Rank!.Best, entry.Rank.Worst)));
        Assert.Equal([1.0, 0.5, 0.0], board.Entries.Select(entry => Math.Round(entry.Scale!.Score!.Value, 9)));
        Assert.Equal([[1], [2], [1]], board.Entries.Select(entry => entry.Runs));
    }

    [Fact]
    public void Agents_that_cannot_be_told_apart_share_their_ranks()
    {
        double[] alike = [.. Scores(0).Select((score, world) => score + (world % 2 == 0 ? 50 : -50))];
        var board = Assert.Single(Leaderboard.Of([Made("one").Agent("a", Scores(0)).Agent("b", alike).Agent("c", Scores(-900)).Load()]).Boards);
        Assert.Equal([(1, 2), (1, 2), (3, 3)], board.Entries.Select(entry => (entry.Rank!.Best, entry.Rank.Worst)));
    }

    [Theory]
    [InlineData("scenario")]
    [InlineData("seed")]
    [InlineData("sealed")]
    [InlineData("opponents")]
    public void What_cannot_be_compared_stands_on_boards_of_its_own(string difference)
    {
        var one = Made("one").Agent("a", Scores(0), "1").Load();
        var two = new MadeResults(Path.Combine(_folder, "two"))
        {
            Digest = difference == "scenario" ? new('b', 32) : new('a', 32),
            Seed = difference == "seed" ? 2UL : 1,
            Commitment = difference == "sealed" ? new('c', 64) : null,
            Opponents = difference == "opponents" ? ["base-stock"] : [],
        }.Agent("a", Scores(0), "1").Load();
        Assert.Equal(2, Leaderboard.Of([one, two]).Boards.Count);
    }

    [Fact]
    public void The_same_agent_is_one_only_where_its_episodes_agree()
    {
        var one = Made("one").Agent("same", Scores(0), "1").Agent("other", Scores(0), "1").Agent("nameless", Scores(0)).Agent("sure", Scores(0)).Load();
        var two = Made("two").Agent("same", [.. Scores(0), 7], "1").Agent("other", Scores(0), "1", bytes: "1").Agent("nameless", Scores(0), bytes: "1").Agent("sure", Scores(0)).Load();
        var leaderboard = Leaderboard.Of([one, two]);
        var entries = Assert.Single(leaderboard.Boards).Entries;
        Assert.Equal(["nameless of run 1", "nameless of run 2", "other version 1 of run 1", "other version 1 of run 2", "same", "sure"], entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal((40 + 1, 2), (entries.Single(entry => entry.Agent == "same").Episodes, entries.Single(entry => entry.Agent == "same").Runs.Count));
        Assert.Contains("'other' version 1 came to other results", Assert.Single(leaderboard.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_tell_agents_of_one_name_apart()
    {
        var leaderboard = Leaderboard.Of([Made("one").Agent("mine", Scores(0), "1").Load(), Made("two").Agent("mine", Scores(100), "2").Load()]);
        Assert.Equal(["mine version 2", "mine version 1"], Assert.Single(leaderboard.Boards).Entries.Select(entry => entry.Name));
        Assert.Empty(leaderboard.Notes);
    }

    [Fact]
    public void The_same_results_count_once()
    {
        var one = Made("one").Agent("a", Scores(0)).Load();
        var leaderboard = Leaderboard.Of([one, StoredResults.Load(one.Path)]);
        Assert.Single(leaderboard.Runs);
        Assert.Contains("counts once", Assert.Single(leaderboard.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_episodes_are_counted_apart_and_stand_in_no_mean()
    {
        double[] scores = [.. Scores(100)];
        scores[3] = -1e6;
        var entry = Assert.Single(Assert.Single(Leaderboard.Of([Made("one").Agent("a", scores).Fail("a", 3).Load()]).Boards).Entries);
        Assert.Equal((39, 1), (entry.Episodes, entry.Failed));
        Assert.True(entry.Score!.Mean > 0);
    }

    [Fact]
    public void An_experiment_that_played_what_failed_in_another_fills_the_gap()
    {
        var one = Made("one").Agent("a", Scores(0), "1").Fail("a", 3).Load();
        var entry = Assert.Single(Assert.Single(Leaderboard.Of([one, Made("two").Agent("a", Scores(0), "1").Load()]).Boards).Entries);
        Assert.Equal((40, 0), (entry.Episodes, entry.Failed));
    }

    [Fact]
    public void The_frontier_has_who_is_not_beaten_in_score_and_cost_at_once()
    {
        var board = Assert.Single(Leaderboard.Of([Made("one")
            .Agent("free", Scores(0))
            .Agent("cheap", Scores(500), microDollars: 10_000)
            .Agent("beaten", Scores(400), microDollars: 20_000)
            .Agent("dear", Scores(800), microDollars: 3_000_000).Load()]).Boards);
        Assert.Equal(["cheap", "dear", "free"], board.Entries.Where(entry => entry.IsOnFrontier).Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal(0.01, board.Entries.Single(entry => entry.Name == "cheap").DollarsPerEpisode);
    }

    [Fact]
    public void Equal_points_are_both_on_the_frontier() => Assert.Equal([true, true, false], CostFrontier.Of([(1, 5), (1, 5), (2, 5)]));

    [Fact]
    public async Task Provenance_says_what_lies_beside_the_results()
    {
        var folder = Path.Combine(_folder, "played");
        await Benchmark.Create("played").Scenario("lab-newsvendor").Agent("do-nothing").Agent("order-up-to").Worlds(2).Output(folder).RunAsync();
        File.Delete(Path.Combine(folder, "runs", "lab-newsvendor_000_do-nothing.fbalog"));
        Directory.CreateDirectory(Path.Combine(folder, "runs", "agents"));
        await File.WriteAllTextAsync(Path.Combine(folder, "runs", "agents", "lab-newsvendor_001_order-up-to_0.tape"), "");
        var run = Assert.Single(Leaderboard.Of([StoredResults.Load(folder)]).Runs);
        Assert.Equal((4, 0, 4, 3, 1, 1), (run.Episodes, run.Failed, run.Records, run.Logs, run.Tapes, run.Engine));
    }

    [Fact]
    public void It_is_written_as_text_page_and_json()
    {
        var leaderboard = Leaderboard.Of([Made("one").Agent("do-nothing", Scores(0)).Agent("a<b", Scores(100)).Agent("paid", Scores(50), microDollars: 5).Fail("paid", 1).Load()]);
        var page = Pages.Parse(leaderboard.ToHtml());
        Assert.Contains("a<b", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("http", string.Concat(page.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "src" or "href").Select(attribute => attribute.Value)), StringComparison.Ordinal);
        Assert.Equal(leaderboard.ToHtml(), leaderboard.ToHtml());
        using var json = JsonDocument.Parse(leaderboard.ToJson());
        Assert.Equal("fbabench-leaderboard/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(3, json.RootElement.GetProperty("boards")[0].GetProperty("agents").GetArrayLength());
        Assert.Contains("Run 1: one, experiment seed 1, engine 1, 119 episodes and 1 failed", leaderboard.ToTable(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_no_leaderboard() => Assert.Throws<ArgumentException>(() => Leaderboard.Of([]));

    private MadeResults Made(string name) => new(Path.Combine(_folder, name));

    /// <summary>Forty worlds that differ, around a mean.</summary>
    private static double[] Scores(double mean) => [.. Enumerable.Range(0, 40).Select(world => mean + (world * 37 % 40) - 19.5)];
}
