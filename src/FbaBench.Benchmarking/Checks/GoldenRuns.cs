using System.Globalization;

namespace FbaBench;

/// <summary>
/// Runs whose ends are committed with the engine: world 0 of every shipped scenario, played by agents that give few, many and all kinds of commands. A machine on
/// which they end otherwise computes something else than the one that published a result.
/// </summary>
public static class GoldenRuns
{
    private static readonly string[] Agents = ["do-nothing", "random-valid", "tuned-seller"];

    /// <summary>How each run ends: <c>SCENARIO AGENT state HASH events HASH cash CENTS</c>, the cash that of the first seat.</summary>
    public static IReadOnlyList<string> Committed { get; } = Read();

    /// <summary>Plays the runs of some scenarios; a line a run, with cash in dollars as its value and both hashes in its note.</summary>
    /// <param name="scenarios">Names of shipped scenarios; empty for all of them.</param>
    /// <param name="threads">Runs at once, at least 1.</param>
    /// <param name="cancellationToken">Ends the check between two days.</param>
    /// <exception cref="ArgumentException">There is no such scenario; the message lists those there are.</exception>
    public static async Task<IReadOnlyList<CheckLine>> CheckAsync(IReadOnlyList<string> scenarios, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        foreach (var scenario in scenarios)
        {
            _ = ShippedScenarios.Find(scenario);
        }

        var runs = ShippedScenarios.Names.Where(name => scenarios.Count == 0 || scenarios.Contains(name)).SelectMany(_ => Agents, (name, agent) => (Scenario: name, Agent: agent)).ToArray();
        var lines = new CheckLine[runs.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, runs.Length, options, async (i, stop) =>
            lines[i] = Compare(runs[i].Scenario, runs[i].Agent, await EndAsync(runs[i].Scenario, runs[i].Agent, stop).ConfigureAwait(false), Committed)).ConfigureAwait(false);
        return lines;
    }

    /// <summary>Plays one run; the line that it comes to.</summary>
    internal static async Task<string> EndAsync(string scenario, string agent, CancellationToken cancellationToken = default)
    {
        var played = ShippedScenarios.Find(scenario);
        var session = SimulationSession.Start(played, new WorldSeed(0));
        await using var ending = session.ConfigureAwait(false);
        session.Seat(new(0), ShippedAgents.Factory(agent)());
        foreach (var (opponent, i) in played.Opponents.Select((opponent, i) => (opponent, i)))
        {
            session.Seat(new(i + 1), ShippedAgents.Factory(opponent)());
        }

        while (!session.IsOver)
        {
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
        }

        var cash = session.Books(new(0)).Balance(Account.Cash);
        return string.Create(CultureInfo.InvariantCulture, $"{scenario} {agent} state {session.Hash} events {session.EventHash} cash {cash.Cents}");
    }

    /// <summary>What a run came to against its committed line.</summary>
    internal static CheckLine Compare(string scenario, string agent, string end, IReadOnlyList<string> committed)
    {
        var id = $"{scenario} {agent}";
        if (committed.FirstOrDefault(line => line.StartsWith(id + " ", StringComparison.Ordinal)) is not { } known)
        {
            return CheckLine.Failed(id, $"no end is committed; it came to {end[(id.Length + 1)..]}");
        }

        var note = end[(id.Length + 1)..];
        return new(id, Cash(end), Cash(known), Cash(known), end == known, "USD", end == known ? note : $"{note}; committed is {known[(id.Length + 1)..]}");
    }

    private static decimal Cash(string line) => long.Parse(line.AsSpan(line.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture) / 100m;

    private static string[] Read()
    {
        using var text = new StreamReader(typeof(GoldenRuns).Assembly.GetManifestResourceStream("FbaBench.Checks.golden-hashes.txt")!);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
