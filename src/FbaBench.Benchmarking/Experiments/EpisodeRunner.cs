namespace FbaBench;

/// <summary>Plays one episode: one agent and its opponents in one world, from the first morning to the settlement.</summary>
internal static class EpisodeRunner
{
    private static readonly Seat Seat = new(0);

    public static async Task<PlayedEpisode> RunAsync(EpisodeKey key, PreparedWorld prepared, WorldSeed world, IAgent agent, SessionOptions options, CancellationToken cancellationToken, IReadOnlyList<SeatedOpponent>? opponents = null, Action<long>? played = null, IReadOnlyList<Metric>? metrics = null)
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

        var source = new PlayedSource(session);
        var measured = metrics is { Count: > 0 } ? new MeasuredEpisode(metrics) : null;
        var live = measured?.ReadsOnlyTheEvening != false;
        var morning = source.Observe(Seat, live);
        var days = new TrajectoryCollector(source, Seat, morning);
        long charged = 0;
        while (!session.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isDecisionDay = morning.IsTrading;
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
            var day = new EpisodeDay(source, Seat, morning, isDecisionDay, live);
            days.Take(day);
            measured?.Take(day);
            morning = day.Evening;
            if (played is not null)
            {
                var all = session.Inference(Seat).MicroDollars;
                played(all - charged);
                charged = all;
            }
        }

        var result = ReadResult.Of(key, source, [.. opponents.Select(opponent => opponent.Name)]);
        return new(result, days.Finish()) { Metrics = measured?.Finish(result) };
    }
}

/// <summary>An opponent's instance for one episode.</summary>
internal sealed record SeatedOpponent(string Name, IAgent Agent);

/// <summary>An episode as it was played: what it came to, and its days.</summary>
internal sealed record PlayedEpisode(EpisodeResult Result, EpisodeTrajectory Trajectory)
{
    /// <summary>What was measured, or null.</summary>
    public MetricsDocument? Metrics { get; init; }
}
