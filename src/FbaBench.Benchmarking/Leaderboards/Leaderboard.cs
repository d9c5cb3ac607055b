namespace FbaBench;

/// <summary>
/// Finished experiments side by side: who stands where, at what cost, and where the figures come from. Scores are compared only where scenario (by digest), worlds and opponents are the same: each such group is a
/// <see cref="Board"/>. Places are rank sets, not ranks (<see cref="RankSets"/>).
/// </summary>
public sealed class Leaderboard
{
    private Leaderboard(IReadOnlyList<LeaderboardRun> runs, IReadOnlyList<Board> boards, IReadOnlyList<string> notes)
    {
        (Runs, Boards, Notes) = (runs, boards, notes);
    }

    /// <summary>The experiments, in the given order.</summary>
    public IReadOnlyList<LeaderboardRun> Runs { get; }

    /// <summary>What can be compared, in the order in which it first occurs.</summary>
    public IReadOnlyList<Board> Boards { get; }

    /// <summary>What a reader must know: agents of one name that are not the same, results that stand there twice.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The leaderboard of experiments.</summary>
    /// <param name="results">At least one.</param>
    /// <exception cref="ArgumentException">None, or a scenario without a digest: nobody can tell what it was.</exception>
    public static Leaderboard Of(IReadOnlyList<StoredResults> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Count == 0)
        {
            throw new ArgumentException("A leaderboard needs at least one experiment.", nameof(results));
        }

        var notes = new List<string>();
        var distinct = new List<StoredResults>();
        foreach (var result in results)
        {
            if (distinct.Find(other => other.Digest == result.Digest) is { } same)
            {
                notes.Add($"{result.Path} holds the same bytes as {same.Path} and counts once.");
            }
            else
            {
                distinct.Add(result);
            }
        }

        LeaderboardRun[] runs = [.. distinct.Select((result, i) => LeaderboardRun.Of(i + 1, result))];
        var boards = runs.SelectMany(run => run.Results.Scenarios.Select(scenario => (Run: run, Scenario: scenario)))
            .GroupBy(pair => BoardKey.Of(pair.Run, pair.Scenario))
            .Select(group => Board.Of(group.Key, [.. group.Select(pair => pair.Run)], notes));
        return new(runs, [.. boards], notes);
    }

    /// <summary>As text for a terminal, one table a board.</summary>
    public string ToTable() => LeaderboardText.Render(this);

    /// <summary>As one self-contained page: no script, no network. The same results give the same bytes.</summary>
    public string ToHtml() => LeaderboardPage.Render(this);

    /// <summary>As one JSON object.</summary>
    public string ToJson() => LeaderboardJson.Render(this);
}

/// <summary>Where a leaderboard's figures come from.</summary>
/// <param name="Number">Its number on the leaderboard, from 1.</param>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Digest">SHA-256 of its <c>results.json</c>.</param>
/// <param name="Worlds">Where its worlds come from, in words.</param>
/// <param name="Engine">Version of the engine's rules, or null: results from before it was recorded.</param>
/// <param name="Episodes">Finished episodes.</param>
/// <param name="Failed">Episodes that could not be played.</param>
/// <param name="Records">Episodes whose record lies beside the results.</param>
/// <param name="Logs">Episodes whose log lies beside the results.</param>
/// <param name="Tapes">Episodes whose tape of a model's answers lies beside the results.</param>
public sealed record LeaderboardRun(int Number, string Experiment, string Digest, string Worlds, int? Engine, int Episodes, int Failed, int Records, int Logs, int Tapes)
{
    internal StoredResults Results { get; private init; } = null!;

    internal static LeaderboardRun Of(int number, StoredResults results)
    {
        var folder = new StoredFolder(System.IO.Path.GetDirectoryName(results.Path)!);
        return new(
            number,
            results.Experiment,
            results.Digest,
            results.Source,
            results.Engine,
            results.Episodes.Count,
            results.Failed.Count,
            results.Episodes.Count(episode => folder.HasRecord(episode.Key)),
            results.Episodes.Count(episode => folder.HasLog(episode.Key)),
            results.Episodes.Count(episode => folder.HasTape(episode.Key)))
        {
            Results = results,
        };
    }
}
