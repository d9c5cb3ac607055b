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
        var netWorth = new List<long>();
        var cash = new List<long>();
        var stock = new List<int>();
        while (!session.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
            var books = session.Books(Seat);
            netWorth.Add(books.NetWorth.Cents);
            cash.Add(books.Balance(Account.Cash).Cents);
            stock.Add(session.Summary(Seat).UnitsOnHand);
        }

        var summary = session.Summary(Seat);
        var final = session.Books(Seat);
        var trajectory = new EpisodeTrajectory { NetWorthCents = netWorth, CashCents = cash, StockUnits = stock };
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
        return new(result, trajectory);
    }
}
