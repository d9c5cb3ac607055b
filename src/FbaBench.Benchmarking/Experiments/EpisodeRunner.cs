namespace FbaBench;

/// <summary>Plays one episode: one agent in one world, from the first morning to the settlement.</summary>
internal static class EpisodeRunner
{
    private static readonly Seat Seat = new(0);

    public static async Task<PlayedEpisode> RunAsync(EpisodeKey key, WorldDefinition definition, WorldSeed world, IAgent agent, SessionOptions options, CancellationToken cancellationToken)
    {
        var session = SimulationSession.Start(definition, world, options);
        await using var owned = session.ConfigureAwait(false);
        session.Seat(Seat, agent);
        var days = new TrajectoryCollector(session, Seat);
        while (!session.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
            days.Take();
        }

        var summary = session.Summary(Seat);
        var final = session.Books(Seat);
        var result = new EpisodeResult(key, final.Balance(Account.Cash) - session.Definition.Cash)
        {
            DecisionDays = session.Definition.Days,
            OpeningCash = session.Definition.Cash,
            Revenue = -final.Balance(Account.Sales),
            Fees = final.Fees,
            UnitsSold = summary.UnitsSold,
            UnitsLost = summary.UnitsLost,
            Refusals = summary.Refusals,
            FailedDays = session.Faults.Count,
            FirstFault = session.Faults.Count == 0 ? null : EpisodeFault.Of(session.Faults[0]),
            InsolventDay = summary.InsolventDay,
            StateHash = session.Hash.ToString(),
            EventHash = session.EventHash.ToString(),
        };
        return new(result, days.Finish());
    }
}

/// <summary>An episode as it was played: what it came to, and its days.</summary>
internal sealed record PlayedEpisode(EpisodeResult Result, EpisodeTrajectory Trajectory);
