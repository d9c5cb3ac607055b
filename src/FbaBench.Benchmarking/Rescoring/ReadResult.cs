namespace FbaBench;

/// <summary>What an episode came to, read from its last day: the same of one that was played and of one that was replayed.</summary>
internal static class ReadResult
{
    private static readonly Seat Seat = new(0);

    /// <param name="key">Which episode.</param>
    /// <param name="source">The episode after its last day.</param>
    /// <param name="opponents">Names of those on the seats from 1 on.</param>
    public static EpisodeResult Of(EpisodeKey key, EpisodeSource source, IReadOnlyList<string> opponents)
    {
        var summary = source.Summary(Seat);
        var final = source.Books(Seat);
        var (failed, first) = Faults(source, Seat);
        return new EpisodeResult(key, final.Balance(Account.Cash) - source.Definition.Cash)
        {
            DecisionDays = source.Definition.Days,
            OpeningCash = source.Definition.Cash,
            Revenue = -final.Balance(Account.Sales),
            Fees = final.Fees,
            UnitsSold = summary.UnitsSold,
            UnitsLost = summary.UnitsLost,
            Refusals = summary.Refusals,
            FailedDays = failed,
            FirstFault = first,
            Inference = source.Inference(Seat),
            InsolventDay = summary.InsolventDay,
            Opponents = [.. opponents.Select((opponent, i) => Opponent(source, opponent, new(i + 1)))],
            StateHash = source.Hash.ToString(),
            EventHash = source.EventHash.ToString(),
        };
    }

    private static OpponentResult Opponent(EpisodeSource source, string name, Seat seat)
    {
        var (failed, first) = Faults(source, seat);
        return new(name, source.Books(seat).Balance(Account.Cash) - source.Definition.Cash)
        {
            FailedDays = failed,
            FirstFault = first,
            InsolventDay = source.Summary(seat).InsolventDay,
        };
    }

    /// <summary>A seat's failed days: what another seat's agent did wrong is not its fault.</summary>
    private static (int Count, EpisodeFault? First) Faults(EpisodeSource source, Seat seat)
    {
        SeatFault[] own = [.. source.Faults.Where(fault => fault.Seat == seat)];
        return (own.Length, own.Length == 0 ? null : EpisodeFault.Of(own[0]));
    }
}
