using System.Globalization;

namespace FbaBench.Tests.Decisions;

/// <summary>Logged runs: of shipped scenarios, cut to few days, and of worlds of one's own.</summary>
internal static class Logs
{
    public static async Task<RunLogReader> OfAsync(string scenario, string agent, int days, int? played = null)
    {
        var stream = new MemoryStream();
        var session = Session(scenario, agent, days, stream);
        for (var day = 0; !session.IsOver && day != played; day++)
        {
            await session.PlayDayAsync();
        }

        await session.DisposeAsync();
        return RunLogReader.Open(new MemoryStream(stream.ToArray()));
    }

    /// <summary>A whole run of a world with one seat.</summary>
    public static async Task<RunLogReader> PlayedAsync(WorldDefinition definition, WorldSeed seed, IAgent agent)
    {
        var stream = new MemoryStream();
        await using (var session = SimulationSession.Start(definition, seed, new SessionOptions { Log = stream }).Seat(new(0), agent))
        {
            while (!session.IsOver)
            {
                await session.PlayDayAsync();
            }
        }

        return RunLogReader.Open(new MemoryStream(stream.ToArray()));
    }

    public static async Task<Money> ScoreAsync(string scenario, string agent, int days)
    {
        await using var session = Session(scenario, agent, days, null);
        while (!session.IsOver)
        {
            await session.PlayDayAsync();
        }

        return session.Books(new(0)).Balance(Account.Cash) - session.Definition.Cash;
    }

    private static SimulationSession Session(string scenario, string agent, int days, Stream? log)
    {
        var shipped = ShippedScenarios.Find(scenario);
        var cut = ScenarioFile.Over(shipped, new() { Set = [string.Create(CultureInfo.InvariantCulture, $"days={days}")] });
        var session = SimulationSession.Start(cut, new WorldSeed(4), new SessionOptions { Log = log });
        session.Seat(new(0), ShippedAgents.Factory(agent)());
        foreach (var (opponent, i) in shipped.Opponents.Select((opponent, i) => (opponent, i)))
        {
            session.Seat(new(i + 1), ShippedAgents.Factory(opponent)());
        }

        return session;
    }
}
