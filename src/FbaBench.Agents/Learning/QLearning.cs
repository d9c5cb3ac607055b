namespace FbaBench;

/// <summary>Trains sellers by Q-learning against each other, every period a day that the engine plays.</summary>
public static class QLearning
{
    /// <summary>
    /// Trains pairs of sellers, each pair in a training world of its own, until neither's best price changes in any state. Results are the same with any number of threads.
    /// </summary>
    /// <param name="game">The laboratory and the prices.</param>
    /// <param name="terms">How they learn.</param>
    /// <param name="split">Where the training worlds come from; its test worlds are never trained in.</param>
    /// <param name="sessions">Pairs to train, 1 to 100,000.</param>
    /// <param name="threads">1 to 1,024; default the number of cores.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">A seller of the game cannot keep its shelf filled.</exception>
    public static IReadOnlyList<LearnedSession> Train(PriceGame game, QLearningTerms terms, WorldSplit split, int sessions, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentNullException.ThrowIfNull(terms);
        if (sessions is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(sessions), $"{sessions} sessions asked; allowed is 1 to 100,000.");
        }

        if (threads is < 1 or > 1_024)
        {
            throw new ArgumentOutOfRangeException(nameof(threads), $"{threads} threads asked; allowed is 1 to 1,024.");
        }

        var given = terms.Checked();
        var trained = new LearnedSession[sessions];
        Parallel.For(0, sessions, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, session => trained[session] = LearningSession.Run(game, given, split, session));
        return Array.AsReadOnly(trained);
    }
}

/// <summary>What a pair of sellers learned.</summary>
/// <param name="Session">Index of the pair, from 0.</param>
/// <param name="Seed">The training world.</param>
/// <param name="Periods">Periods played until learning ended.</param>
/// <param name="HasConverged">Whether it ended because no best price changed any more.</param>
/// <param name="Policies">By seat.</param>
/// <param name="Cycle">The rounds that come back for ever when both play what they learned; one, if they end at constant prices.</param>
public sealed record LearnedSession(int Session, WorldSeed Seed, int Periods, bool HasConverged, IReadOnlyList<LearnedPolicy> Policies, IReadOnlyList<PriceRound> Cycle)
{
    /// <summary>Mean profit of a seller in a period of the cycle, in cents.</summary>
    public double MeanProfitCents => Cycle.Average(round => round.Profits.Average(profit => (double)profit.Cents));
}

/// <summary>A day of a price game.</summary>
/// <param name="Prices">By seat.</param>
/// <param name="Profits">By seat: sales less fees less cost of goods.</param>
public sealed record PriceRound(IReadOnlyList<Money> Prices, IReadOnlyList<Money> Profits);
