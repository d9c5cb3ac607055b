using FbaBench.Tests.Docs;

namespace FbaBench.Tests.Golden;

/// <summary>How a run of every shipped scenario ends, as it was committed.</summary>
public sealed class GoldenHashTests
{
    /// <summary>The engine whose hashes these are. A change that moves one is another engine: raise its version, commit a new file and leave the old one.</summary>
    private const int Engine = 1;

    private static readonly string[] Agents = ["do-nothing", "random-valid", "tuned-seller"];

    private static readonly string Committed = Path.Combine(DocsTests.Root(), "docs", "schema", $"golden-hashes-{Engine}.txt");

    public static TheoryData<string> Names => [.. ShippedScenarios.Names];

    /// <summary>FBABENCH_UPDATE=1 writes the lines of scenarios that have none; it changes no line.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Golden")]
    public async Task A_run_of_a_shipped_scenario_ends_as_it_did(string scenario)
    {
        var lines = new List<string>();
        foreach (var agent in Agents)
        {
            lines.Add(await GoldenRuns.EndAsync(scenario, agent));
        }

        var known = Lines(scenario);
        if (known.Length == 0 && Environment.GetEnvironmentVariable("FBABENCH_UPDATE") == "1")
        {
            await File.AppendAllLinesAsync(Committed, lines);
            known = Lines(scenario);
        }

        Assert.Equal(known, lines);
    }

    [Fact]
    public void No_line_is_of_another_scenario() =>
        Assert.Equal(
            ShippedScenarios.Names.SelectMany(_ => Agents, (name, agent) => $"{name} {agent}").Order(StringComparer.Ordinal),
            File.ReadLines(Committed).Select(line => string.Join(' ', line.Split(' ')[..2])).Order(StringComparer.Ordinal));

    [Fact]
    public void What_comes_with_the_package_is_what_is_committed() => Assert.Equal(File.ReadLines(Committed), GoldenRuns.Committed);

    [Fact]
    public async Task Another_hash_and_a_missing_line_fail_and_are_shown()
    {
        var end = await GoldenRuns.EndAsync("lab-price", "random-valid");
        var other = end.Replace("state ", "state 0", StringComparison.Ordinal);
        Assert.True(GoldenRuns.Compare("lab-price", "random-valid", end, [other.Replace("random-valid", "do-nothing", StringComparison.Ordinal), end]).Pass);
        var line = GoldenRuns.Compare("lab-price", "random-valid", end, [other]);
        Assert.False(line.Pass);
        Assert.Contains("committed is state 0", line.Note, StringComparison.Ordinal);
        Assert.False(GoldenRuns.Compare("lab-price", "random-valid", end, []).Pass);
    }

    [Fact]
    public async Task A_check_plays_the_named_scenarios_alone()
    {
        var lines = await GoldenRuns.CheckAsync(["lab-price", "lab-newsvendor"], threads: 2);
        Assert.Equal(["lab-newsvendor do-nothing", "lab-newsvendor random-valid", "lab-newsvendor tuned-seller", "lab-price do-nothing", "lab-price random-valid", "lab-price tuned-seller"], lines.Select(line => line.Id));
        Assert.All(lines, line => Assert.True(line.Pass, line.Note));
        Assert.Contains("no-such", (await Assert.ThrowsAsync<ArgumentException>(() => GoldenRuns.CheckAsync(["no-such"], threads: 1))).Message, StringComparison.Ordinal);
    }

    private static string[] Lines(string scenario) =>
        [.. File.Exists(Committed) ? File.ReadLines(Committed).Where(line => line.StartsWith(scenario + " ", StringComparison.Ordinal)) : []];
}
