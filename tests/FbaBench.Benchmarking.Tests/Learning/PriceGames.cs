namespace FbaBench.Tests.Learning;

/// <summary>What the tests of learning sellers share: the laboratory, and twenty quick sessions, trained once.</summary>
internal static class PriceGames
{
    public static readonly CollusionLaboratory Laboratory = CollusionLaboratory.Calvano;
    public static readonly WorldSplit Split = new(1);
    public static readonly QLearningTerms Quick = new() { ExplorationDecay = 1e-4 };
    private static readonly Lazy<IReadOnlyList<LearnedSession>> Trained = new(() => QLearning.Train(Laboratory.Game, Quick, Split, 20));

    public static IReadOnlyList<LearnedSession> QuickSessions => Trained.Value;

    /// <summary>
    /// Prices by day when seller 0 of a pair that learned is made to ask, on one day, what answers the other's price best in that day alone. Day 0 of the result is the day before.
    /// </summary>
    public static async Task<IReadOnlyList<PriceRound>> AfterDeviationAsync(LearnedSession session, int days)
    {
        // By then every pair is in its cycle: it starts from the prices of the last period of training.
        const int before = 20;
        var rounds = await Laboratory.PlayAsync(new QLearningPricer(session.Policies[0]), new QLearningPricer(session.Policies[1]), before + 1, Split.Test(session.Session));
        var other = Laboratory.Game.IndexOf(rounds[before].Prices[1]);
        var best = Enumerable.Range(0, Laboratory.Game.Prices.Count).MaxBy(own => Laboratory.Game.ProfitCents(new(0), own, other));
        var deviant = new ForcedDeviation(new QLearningPricer(session.Policies[0]), before, Laboratory.Game.Prices[best]);
        var played = await Laboratory.PlayAsync(deviant, new QLearningPricer(session.Policies[1]), before + days, Split.Test(session.Session));
        return [.. played.Skip(before - 1)];
    }
}
