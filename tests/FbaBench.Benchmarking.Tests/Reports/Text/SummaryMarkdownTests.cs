using System.Security.Cryptography;
using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Reports.Text;

public sealed class SummaryMarkdownTests
{
    [Fact]
    public async Task Summary_has_verdict_table_and_digest()
    {
        using var folder = new TemporaryFolder();
        var report = await Benchmark.Create("pull-request").Scenario(new Brief()).Agent("base-stock").Agent("greedy", () => new GreedyRepricer()).Worlds(3).Output(folder.Path).RunAsync();
        var summary = await File.ReadAllTextAsync(folder.In("summary.md"));
        var lines = summary.Split('\n');
        Assert.Equal("## pull-request", lines[0]);
        Assert.Contains("### brief: 3 worlds", lines);
        var table = lines.Where(line => line.StartsWith('|')).ToArray();
        Assert.Equal(4, table.Length);
        Assert.Equal("| :-- | --: | --: | --: | --: | --: | --: | --: |", table[1]);
        Assert.All(table, line => Assert.Equal(9, line.Count(letter => letter == '|')));
        var row = report.Summaries.Single(one => one.Agent == "greedy");
        Assert.StartsWith($"| greedy | {Figures.Dollars(row.Score.Mean)} |", table[3], StringComparison.Ordinal);
        Assert.StartsWith("| base-stock (compared to) |", table[2], StringComparison.Ordinal);
        Assert.Contains($"`{Convert.ToHexStringLower(SHA256.HashData(folder.Results()))}`", summary, StringComparison.Ordinal);
        foreach (var line in Verdict.Of(ScenarioResults.Of(report)[0]))
        {
            Assert.Contains(line.Text.Replace("*", "\\*", StringComparison.Ordinal), summary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Message_of_an_agent_is_text_and_no_markup()
    {
        using var folder = new TemporaryFolder();
        _ = await Benchmark.Create("hostile").Scenario(new Brief()).Agent("base-stock").Agent("broken", () => throw new InvalidOperationException("<img src=x> | @team\n# heading `code` [x](y)")).Worlds(1).Output(folder.Path).RunAsync();
        var summary = await File.ReadAllTextAsync(folder.In("summary.md"));
        Assert.Contains("&lt;img src=x> \\| \\@team \\# heading \\`code\\` \\[x\\](y)", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# heading", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_of_the_same_results_is_the_same()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        foreach (var folder in new[] { first, second })
        {
            _ = await Benchmark.Create("same").Scenario(new Brief()).Agent("base-stock").Agent("do-nothing").Worlds(2).Threads(folder == first ? 1 : 4).Output(folder.Path).RunAsync();
        }

        Assert.Equal(await File.ReadAllBytesAsync(first.In("summary.md")), await File.ReadAllBytesAsync(second.In("summary.md")));
    }
}
