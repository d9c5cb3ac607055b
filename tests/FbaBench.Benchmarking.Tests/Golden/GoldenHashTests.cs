using System.Globalization;
using FbaBench.Tests.Docs;

namespace FbaBench.Tests.Golden;

/// <summary>
/// How a run of every shipped scenario ends, as it was committed: world 0, played by agents that give few, many and all kinds of commands.
/// </summary>
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
            lines.Add(await EndAsync(scenario, agent));
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

    private static string[] Lines(string scenario) =>
        [.. File.Exists(Committed) ? File.ReadLines(Committed).Where(line => line.StartsWith(scenario + " ", StringComparison.Ordinal)) : []];

    private static async Task<string> EndAsync(string scenario, string agent)
    {
        var played = ShippedScenarios.Find(scenario);
        await using var session = SimulationSession.Start(played, new WorldSeed(0));
        session.Seat(new(0), ShippedAgents.Factory(agent)());
        foreach (var (opponent, i) in played.Opponents.Select((opponent, i) => (opponent, i)))
        {
            session.Seat(new(i + 1), ShippedAgents.Factory(opponent)());
        }

        while (!session.IsOver)
        {
            await session.PlayDayAsync();
        }

        var cash = session.Books(new(0)).Balance(Account.Cash);
        return string.Create(CultureInfo.InvariantCulture, $"{scenario} {agent} state {session.Hash} events {session.EventHash} cash {cash.Cents}");
    }
}
