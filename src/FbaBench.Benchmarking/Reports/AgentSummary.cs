namespace FbaBench;

/// <summary>An agent's figures in one scenario. Money in dollars.</summary>
public sealed record AgentSummary
{
    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Score: cash after the run-off less opening cash; mean over worlds with interval. A world with several repeats counts once, with their mean.</summary>
    public required MeanInterval Score { get; init; }

    /// <summary>Paired difference of the score to the compared agent, or null for that agent itself.</summary>
    public required MeanInterval? Difference { get; init; }

    /// <summary>
    /// p-value of the difference after Holm's correction over all agents of the scenario that are compared, and over both directions;
    /// null where there is no difference of at least two worlds. Of a single comparison it is the two-sided p of the t test.
    /// </summary>
    public double? AdjustedP { get; init; }

    /// <summary>Whether the difference is to be believed: its interval is trusted, excludes zero, and the adjusted p is at most 5 %.</summary>
    public bool IsClear => Difference is { IsClear: true } && AdjustedP <= 0.05;

    /// <summary>Worlds in which the score is higher than the compared agent's, or null for that agent itself.</summary>
    public required int? WorldsBetter { get; init; }

    /// <summary>Mean sales revenue.</summary>
    public required double Revenue { get; init; }

    /// <summary>Mean marketplace fees.</summary>
    public required double Fees { get; init; }

    /// <summary>Mean units sold.</summary>
    public required double UnitsSold { get; init; }

    /// <summary>Units that shoppers wanted and did not find, as a share of all wanted; 0 when none were wanted.</summary>
    public required double LostShare { get; init; }

    /// <summary>Worlds that ended in insolvency, or with less than no cash after the run-off, in at least one repeat.</summary>
    public required int Insolvent { get; init; }

    /// <summary>Finished episodes: worlds × repeats where none failed.</summary>
    public int Episodes { get; init; }

    /// <summary>The most repeats that were finished of a world.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Whether repeats of a world came to different scores.</summary>
    internal bool RepeatsDiffer { get; init; }

    /// <summary>What thinking cost the agent in all its episodes together.</summary>
    public InferenceCost Inference { get; init; }

    /// <summary>Agent failures: days played without commands because the agent threw, was late or gave no decision.</summary>
    public required int FailedDays { get; init; }

    /// <summary>The first agent failure and its episode, or null.</summary>
    public required (EpisodeKey Episode, EpisodeFault Fault)? FirstFault { get; init; }

    /// <summary>Failures of its opponents, counted by seat and day; they are no failures of the agent.</summary>
    public int OpponentFailedDays { get; init; }

    /// <summary>The first failure of an opponent with its episode, or null.</summary>
    public (EpisodeKey Episode, string Opponent, EpisodeFault Fault)? FirstOpponentFault { get; init; }

    /// <summary>Figures of an agent's finished episodes of a scenario, or null when there is none. Differences are over the worlds that the reference finished too.</summary>
    internal static AgentSummary? Of(IReadOnlyList<EpisodeResult> own, IReadOnlyList<EpisodeResult> reference, bool isReference)
    {
        if (own.Count == 0)
        {
            return null;
        }

        var differences = WorldScores.Differences(own, reference);
        var worlds = own.GroupBy(episode => episode.Key.World).ToArray();
        var wanted = own.Sum(episode => episode.UnitsSold + episode.UnitsLost);
        return new AgentSummary
        {
            Scenario = own[0].Key.Scenario,
            Agent = own[0].Key.Agent,
            Score = MeanInterval.Of([.. WorldScores.Of(own).Values]),
            Episodes = own.Count,
            Repeats = worlds.Max(world => world.Count()),
            RepeatsDiffer = worlds.Any(world => world.Any(episode => episode.Score != world.First().Score)),
            Difference = isReference || differences.Length == 0 ? null : MeanInterval.Of(differences),
            WorldsBetter = isReference || differences.Length == 0 ? null : differences.Count(difference => difference > 0),
            Revenue = Mean(episode => Dollars(episode.Revenue)),
            Fees = Mean(episode => Dollars(episode.Fees)),
            UnitsSold = Mean(episode => episode.UnitsSold),
            LostShare = wanted == 0 ? 0 : own.Sum(episode => episode.UnitsLost) / (double)wanted,
            Insolvent = worlds.Count(world => world.Any(episode => episode.InsolventDay is not null || episode.Score + episode.OpeningCash < Money.Zero)),
            Inference = new(own.Sum(episode => episode.Inference.MicroDollars), own.Sum(episode => episode.Inference.InputTokens), own.Sum(episode => episode.Inference.OutputTokens)),
            FailedDays = own.Sum(episode => episode.FailedDays),
            FirstFault = own.FirstOrDefault(episode => episode.FirstFault is not null) is { FirstFault: { } fault } failed ? (failed.Key, fault) : null,
            OpponentFailedDays = own.Sum(episode => episode.Opponents.Sum(opponent => opponent.FailedDays)),
            FirstOpponentFault = FirstOfOpponents(own),
        };

        double Mean(Func<EpisodeResult, double> of) => worlds.Average(world => world.Average(of));
    }

    /// <summary>Summaries of one scenario with their comparisons corrected for being several.</summary>
    internal static AgentSummary[] Corrected(IReadOnlyList<AgentSummary> rows)
    {
        var compared = rows.Where(row => row.Difference is { Count: > 1 }).ToArray();
        var adjusted = Holm.OfDirections([.. compared.Select(row => row.Difference)]);
        return [.. rows.Select(row => Array.IndexOf(compared, row) is >= 0 and var i ? row with { AdjustedP = adjusted[i] } : row)];
    }

    /// <summary>The scores of episodes in dollars, as statistics see them.</summary>
    internal static WorldValue[] Sample(IReadOnlyList<EpisodeResult> episodes) =>
        [.. episodes.Select(episode => new WorldValue(episode.Key.World, episode.Key.Repeat, Dollars(episode.Score)))];

    private static (EpisodeKey Episode, string Opponent, EpisodeFault Fault)? FirstOfOpponents(IReadOnlyList<EpisodeResult> episodes)
    {
        foreach (var episode in episodes)
        {
            if (episode.Opponents.Where(opponent => opponent.FirstFault is not null).MinBy(opponent => opponent.FirstFault!.Day) is { FirstFault: { } fault } failed)
            {
                return (episode.Key, failed.Name, fault);
            }
        }

        return null;
    }

    private static double Dollars(Money money) => money.Cents / 100.0;
}
