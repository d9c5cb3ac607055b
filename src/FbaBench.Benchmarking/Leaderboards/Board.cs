namespace FbaBench;

/// <summary>Agents that can be compared: same scenario, same worlds, same opponents.</summary>
public sealed class Board
{
    private Board(BoardKey key, IReadOnlyList<BoardEntry> entries, RankSets? ranks)
    {
        (Scenario, Digest, Worlds, Opponents, IsLaboratory) = (key.Scenario, key.Digest, key.Worlds, key.Opponents, key.IsLaboratory);
        (Entries, Ranks) = (entries, ranks);
    }

    /// <summary>Name of the scenario.</summary>
    public string Scenario { get; }

    /// <summary>Digest of the scenario as it took effect, or null where one of its first worlds could not be made.</summary>
    public string? Digest { get; }

    /// <summary>Where the worlds come from, in words.</summary>
    public string Worlds { get; }

    /// <summary>Who played the seats from 1 on, in words; empty in a world of one seat.</summary>
    public string Opponents { get; }

    /// <summary>Whether the scenario tests a theory and lies outside what is realistic.</summary>
    public bool IsLaboratory { get; }

    /// <summary>The agents: by best possible rank, then by worst, then by mean score.</summary>
    public IReadOnlyList<BoardEntry> Entries { get; }

    /// <summary>Their rank sets; null of fewer than two agents with at least two worlds.</summary>
    public RankSets? Ranks { get; }

    internal static Board Of(BoardKey key, IReadOnlyList<LeaderboardRun> runs, List<string> notes)
    {
        var entrants = Entrants.Of(key, runs, notes);
        (string, IReadOnlyList<WorldValue>)[] ranked = [.. entrants.Where(entrant => entrant.Worlds > 1).Select(entrant => (entrant.Name, (IReadOnlyList<WorldValue>)entrant.Sample))];
        var ranks = ranked.Length > 1 ? RankSets.Of(ranked) : null;
        var floor = entrants.FirstOrDefault(entrant => entrant.Agent == ScenarioResults.Idle)?.Sample ?? [];
        var policy = BestKnownPolicy.Of(key.Scenario);
        var best = entrants.FirstOrDefault(entrant => entrant.Agent == policy?.Agent)?.Sample ?? [];
        BoardEntry[] entries =
        [
            .. entrants.Select(entrant => new BoardEntry(entrant.Name, entrant.Agent, entrant.Version, entrant.Runs)
            {
                Score = entrant.Sample.Length == 0 ? null : HierarchicalMean.Of(entrant.Sample).Interval,
                Rank = ranks?.Agents.FirstOrDefault(set => set.Agent == entrant.Name),
                Scale = policy is null || entrant.Sample.Length == 0 ? null : ScoreScale.Of(entrant.Sample, floor, best, key.Opponents.Length > 0),
                Episodes = entrant.Episodes,
                Failed = entrant.Failed,
                Inference = entrant.Inference,
            }),
        ];
        CostFrontier.Mark(entries);
        return new(key, [.. entries.OrderBy(entry => entry.Rank?.Best ?? int.MaxValue).ThenBy(entry => entry.Rank?.Worst ?? int.MaxValue).ThenByDescending(entry => entry.Score?.Mean ?? double.MinValue).ThenBy(entry => entry.Name, StringComparer.Ordinal)], ranks);
    }
}

/// <summary>An agent on a <see cref="Board"/>.</summary>
/// <param name="Name">Its name there: the agent's, with version or run where the name alone is not unique.</param>
/// <param name="Agent">The agent's name in its experiments.</param>
/// <param name="Version">The version that its maker declared, or null.</param>
/// <param name="Runs">Numbers of the experiments that its episodes come from.</param>
public sealed record BoardEntry(string Name, string Agent, string? Version, IReadOnlyList<int> Runs)
{
    /// <summary>Mean score over worlds, dollars, with its 95 % interval; null where no episode was finished.</summary>
    public required MeanInterval? Score { get; init; }

    /// <summary>Its rank set; null of fewer than two worlds or of an only agent.</summary>
    public required RankSet? Rank { get; init; }

    /// <summary>Its place between doing nothing and the best known policy; null where the scenario has none.</summary>
    public required ScoreScale? Scale { get; init; }

    /// <summary>Finished episodes.</summary>
    public required int Episodes { get; init; }

    /// <summary>Episodes that could not be played and have no score.</summary>
    public required int Failed { get; init; }

    /// <summary>What thinking cost in all finished episodes together.</summary>
    public required InferenceCost Inference { get; init; }

    /// <summary>What thinking cost in an episode, dollars.</summary>
    public double DollarsPerEpisode => Episodes == 0 ? 0 : Inference.MicroDollars / 1e6 / Episodes;

    /// <summary>Whether no other agent has at least its mean score for at most its cost, one of the two strictly.</summary>
    public bool IsOnFrontier { get; internal set; }
}

/// <summary>What must be the same for scores to be compared.</summary>
internal sealed record BoardKey(string Scenario, string? Digest, string Worlds, string Opponents, bool IsLaboratory)
{
    public static BoardKey Of(LeaderboardRun run, StoredScenario scenario) => new(
        scenario.Name,
        scenario.Digest,
        run.Worlds,
        string.Join(", ", scenario.Opponents.Select(opponent => opponent.Version is { } version ? $"{opponent.Name} version {version}" : opponent.Name)),
        scenario.Laboratory);
}
