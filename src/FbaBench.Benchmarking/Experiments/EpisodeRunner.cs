namespace FbaBench;

/// <summary>Plays one episode: one agent and its opponents in one world, from the first morning to the settlement.</summary>
internal static class EpisodeRunner
{
    private static readonly Seat Seat = new(0);

    public static async Task<PlayedEpisode> RunAsync(EpisodeKey key, PreparedWorld prepared, WorldSeed world, IAgent agent, SessionOptions options, CancellationToken cancellationToken, IReadOnlyList<SeatedOpponent>? opponents = null, Action<long>? played = null)
    {
        opponents ??= [];
        TrainedIn.Refuse(agent, prepared.Definition.Name, world);
        var session = SimulationSession.Start(prepared, world, options);
        await using var owned = session.ConfigureAwait(false);
        session.Seat(Seat, agent);
        for (var i = 0; i < opponents.Count; i++)
        {
            session.Seat(new(i + 1), opponents[i].Agent);
        }

        var days = new TrajectoryCollector(session, Seat);
        long charged = 0;
        while (!session.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
            days.Take();
            if (played is not null)
            {
                var all = session.Inference(Seat).MicroDollars;
                played(all - charged);
                charged = all;
            }
        }

        var summary = session.Summary(Seat);
        var final = session.Books(Seat);
        var (failed, first) = Faults(session, Seat);
        var result = new EpisodeResult(key, final.Balance(Account.Cash) - session.Definition.Cash)
        {
            DecisionDays = session.Definition.Days,
            OpeningCash = session.Definition.Cash,
            Revenue = -final.Balance(Account.Sales),
            Fees = final.Fees,
            UnitsSold = summary.UnitsSold,
            UnitsLost = summary.UnitsLost,
            Refusals = summary.Refusals,
            FailedDays = failed,
            FirstFault = first,
            Inference = session.Inference(Seat),
            InsolventDay = summary.InsolventDay,
            Opponents = [.. opponents.Select((opponent, i) => Opponent(session, opponent.Name, new(i + 1)))],
            StateHash = session.Hash.ToString(),
            EventHash = session.EventHash.ToString(),
        };
        return new(result, days.Finish());
    }

    private static OpponentResult Opponent(SimulationSession session, string name, Seat seat)
    {
        var (failed, first) = Faults(session, seat);
        return new(name, session.Books(seat).Balance(Account.Cash) - session.Definition.Cash)
        {
            FailedDays = failed,
            FirstFault = first,
            InsolventDay = session.Summary(seat).InsolventDay,
        };
    }

    /// <summary>A seat's failed days: what another seat's agent did wrong is not its fault.</summary>
    private static (int Count, EpisodeFault? First) Faults(SimulationSession session, Seat seat)
    {
        SeatFault[] own = [.. session.Faults.Where(fault => fault.Seat == seat)];
        return (own.Length, own.Length == 0 ? null : EpisodeFault.Of(own[0]));
    }
}

/// <summary>An opponent's instance for one episode.</summary>
internal sealed record SeatedOpponent(string Name, IAgent Agent);

/// <summary>An episode as it was played: what it came to, and its days.</summary>
internal sealed record PlayedEpisode(EpisodeResult Result, EpisodeTrajectory Trajectory);
