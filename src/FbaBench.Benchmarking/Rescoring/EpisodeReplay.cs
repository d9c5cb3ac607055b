namespace FbaBench;

/// <summary>Plays a recorded episode again from its log and holds it against the record; no agent is made or asked.</summary>
internal static class EpisodeReplay
{
    private static readonly Seat Seat = new(0);

    /// <summary>What the log comes to, measured anew.</summary>
    /// <param name="record">The episode's record.</param>
    /// <param name="log">The episode's log.</param>
    /// <param name="metrics">What to measure.</param>
    /// <param name="cancellationToken">Ends it between two days.</param>
    /// <exception cref="InvalidDataException">The log is damaged or not complete, or comes to something else than the record says; the message tells what.</exception>
    public static (EpisodeResult Result, MetricsDocument Metrics) Of(EpisodeRecord record, Stream log, IReadOnlyList<Metric> metrics, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = RunLogReader.Open(log, leaveOpen: true);
            if (!reader.IsSealed)
            {
                throw new InvalidDataException(FormattableString.Invariant($"its log is not complete: it stops after {reader.Days.Count} days"));
            }

            if (DefinitionDigest.Of(reader.Manifest.Definition).ToString() != record.Identity.Definition)
            {
                throw new InvalidDataException("its log is that of another world than its record says");
            }

            var (result, measured) = Replay(record, reader, metrics, cancellationToken);
            return Difference(record.Result, result) is { } difference ? throw new InvalidDataException(difference) : (result, measured);
        }
        catch (Exception error) when (error is RunLogException or InvariantException)
        {
            throw new InvalidDataException("its log cannot be replayed: " + error.Message, error);
        }
    }

    private static (EpisodeResult Result, MetricsDocument Metrics) Replay(EpisodeRecord record, RunLogReader reader, IReadOnlyList<Metric> metrics, CancellationToken cancellationToken)
    {
        ReplayedSource? source = null;
        Observation? morning = null;
        var isDecisionDay = false;
        var measured = new MeasuredEpisode(metrics);
        var live = measured.ReadsOnlyTheEvening;
        _ = reader.Replay((simulation, logged) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (logged is null)
            {
                source = new(simulation);
                morning = source.Observe(Seat, live);
                isDecisionDay = morning.IsTrading;
                return;
            }

            source!.Played(logged);
            var day = new EpisodeDay(source, Seat, morning!, isDecisionDay, live);
            measured.Take(day);
            morning = day.Evening;
            isDecisionDay = morning.IsTrading;
        });
        var result = ReadResult.Of(record.Result.Key, source!, [.. record.Result.Opponents.Select(opponent => opponent.Name)]);
        return (result, measured.Finish(result));
    }

    /// <summary>How the replay differs from the record, or null. What an agent threw is in the record alone.</summary>
    private static string? Difference(EpisodeResult recorded, EpisodeResult replayed)
    {
        (string Name, object? Recorded, object? Replayed)[] figures =
        [
            ("score", recorded.Score, replayed.Score),
            ("state hash", recorded.StateHash, replayed.StateHash),
            ("event hash", recorded.EventHash, replayed.EventHash),
            ("revenue", recorded.Revenue, replayed.Revenue),
            ("fees", recorded.Fees, replayed.Fees),
            ("units sold", recorded.UnitsSold, replayed.UnitsSold),
            ("units lost", recorded.UnitsLost, replayed.UnitsLost),
            ("refusals", recorded.Refusals, replayed.Refusals),
            ("failed days", recorded.FailedDays, replayed.FailedDays),
            ("day of insolvency", recorded.InsolventDay, replayed.InsolventDay),
            ("cost of thinking", recorded.Inference, replayed.Inference),
            ("opponents' scores", string.Join(", ", recorded.Opponents.Select(opponent => opponent.Score)), string.Join(", ", replayed.Opponents.Select(opponent => opponent.Score))),
        ];
        foreach (var (name, of, again) in figures)
        {
            if (!Equals(of, again))
            {
                return FormattableString.Invariant($"its record says {name} {of ?? "none"}; its log comes to {again ?? "none"}");
            }
        }

        return null;
    }
}
