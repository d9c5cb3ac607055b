using System.Text.Json.Nodes;
using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Reports.Stored;

public sealed class StoredResultsTests
{
    [Fact]
    public async Task Results_read_again_are_those_of_the_report()
    {
        using var folder = new TemporaryFolder();
        var report = await Benchmark.Create("stored").Scenario(new Brief()).Agent("greedy", () => new GreedyRepricer(), version: "7").Agent("base-stock")
            .Agent("broken", () => throw new InvalidOperationException("no agent")).Worlds(2).Seed(ulong.MaxValue).Output(folder.Path).RunAsync();
        var stored = StoredResults.Load(folder.Path);
        Assert.Equal(folder.In("results.json"), stored.Path);
        Assert.Equal(("stored", ulong.MaxValue, 2, "greedy"), (stored.Experiment, stored.Seed, stored.Worlds, stored.ComparedTo));
        Assert.Equal([new("greedy", "7"), new("base-stock", null), new("broken", null)], stored.Agents);
        Assert.Equal("brief", Assert.Single(stored.Scenarios).Name);
        Assert.Equal(32, stored.Scenarios[0].Digest!.Length);
        Assert.Equal(report.Episodes.Count, stored.Episodes.Count);
        foreach (var (mine, theirs) in report.Episodes.Zip(stored.Episodes))
        {
            Assert.Equal(
                (mine.Key, mine.Score, mine.Revenue, mine.Fees, mine.UnitsSold, mine.UnitsLost, mine.Refusals, mine.FailedDays, mine.InsolventDay, mine.StateHash, mine.EventHash),
                (theirs.Key, theirs.Score, theirs.Revenue, theirs.Fees, theirs.UnitsSold, theirs.UnitsLost, theirs.Refusals, theirs.FailedDays, theirs.InsolventDay, theirs.StateHash, theirs.EventHash));
        }

        Assert.Equal(report.Failed.Select(failure => (failure.Key, failure.ErrorType)), stored.Failed.Select(failure => (failure.Key, failure.ErrorType)));
        Assert.Equal(2, stored.Failed.Count);
    }

    [Fact]
    public void Missing_file_says_which()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<FileNotFoundException>(() => StoredResults.Load(folder.Path));
        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema", "\"fbabench-results/1\"", "schema is 'fbabench-results/1'; this version reads 'fbabench-results/2'")]
    [InlineData("seed", "-1", "seed is not a whole number from 0")]
    [InlineData("worlds", "0", "worlds is 0; allowed is 1")]
    [InlineData("agents", "7", "agents is not a list")]
    [InlineData("episodes", """[{"scenario":"s","world":0,"agent":"a"}]""", "episodes[0].scoreCents is missing")]
    [InlineData("failed", """[{"scenario":"s","world":0,"agent":"a","error":"E"},{"scenario":"s","world":0,"agent":"a","error":"E"}]""", "stands there twice")]
    public void Wrong_field_is_named(string field, string value, string message)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var results = JsonNode.Parse("""{"schema":"fbabench-results/2","experiment":"e","seed":1,"worlds":1,"comparedTo":"a","scenarios":[],"agents":[],"episodes":[],"failed":[]}""")!;
        File.WriteAllText(folder.In("results.json"), results.ToJsonString());
        _ = StoredResults.Load(folder.Path);
        results[field] = JsonNode.Parse(value);
        File.WriteAllText(folder.In("results.json"), results.ToJsonString());
        var error = Assert.Throws<InvalidDataException>(() => StoredResults.Load(folder.Path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(folder.In("results.json"), error.Message, StringComparison.Ordinal);
    }
}
