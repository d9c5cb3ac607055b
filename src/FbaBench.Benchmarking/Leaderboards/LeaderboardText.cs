using System.Text;

namespace FbaBench;

/// <summary>A leaderboard for a terminal.</summary>
internal static class LeaderboardText
{
    private static readonly string[] Heads = ["agent", "rank", "score", "interval", "scale", "interval", "cost", "frontier", "episodes", "failed", "runs"];

    public static string Render(Leaderboard leaderboard)
    {
        var text = new StringBuilder();
        foreach (var board in leaderboard.Boards)
        {
            TextTable.Wrap(text, Head(board));
            TextTable.Append(text, Heads, [.. board.Entries.Select(Cells)]);
            text.AppendLine();
        }

        foreach (var run in leaderboard.Runs)
        {
            TextTable.Wrap(text, Provenance(run));
        }

        foreach (var note in leaderboard.Notes)
        {
            TextTable.Wrap(text, note);
        }

        text.AppendLine();
        TextTable.Wrap(text, "A rank stands for all of a board at once, with 95 % confidence (paired t tests on common worlds, Holm's correction). Scale: 0 is doing nothing, 1 the best known policy. Intervals marked * are not trusted.");
        return text.ToString().TrimEnd();
    }

    /// <summary>A board in a line.</summary>
    public static string Head(Board board) =>
        $"{board.Scenario}{(board.IsLaboratory ? " (laboratory)" : "")}{(board.Opponents.Length > 0 ? $" against {board.Opponents}" : "")}: {board.Worlds}; scenario {board.Digest ?? "without a digest"}";

    /// <summary>Where a run's figures come from, in a line.</summary>
    public static string Provenance(LeaderboardRun run) =>
        $"Run {Figures.Whole(run.Number)}: {run.Experiment}, {run.Worlds}, {(run.Engine is { } engine ? $"engine {Figures.Whole(engine)}" : "engine not recorded")}, {Figures.Count(run.Episodes, "episode")}{(run.Failed > 0 ? $" and {Figures.Whole(run.Failed)} failed" : "")}; {Beside(run)}; results {run.Digest}";

    /// <summary>What lies beside the results.</summary>
    public static string Beside(LeaderboardRun run) =>
        $"records {Part(run.Records, run.Episodes)}, logs {Part(run.Logs, run.Episodes)}, tapes {Part(run.Tapes, run.Episodes)}";

    public static string Rank(BoardEntry entry) => entry.Rank is not { } rank ? "–" : rank.Best == rank.Worst ? Figures.Whole(rank.Best) : $"{Figures.Whole(rank.Best)} to {Figures.Whole(rank.Worst)}";

    public static string Scale(BoardEntry entry) => entry.Scale?.Score is { } score ? ScaleRows.Two(score) : "–";

    public static string ScaleInterval(BoardEntry entry) => entry.Scale is { Low: { } low, High: { } high } ? $"{ScaleRows.Two(low)} .. {ScaleRows.Two(high)}" : "–";

    public static string Cost(BoardEntry entry) => entry.Inference == default ? "–" : FrontierPlot.Cost(entry.DollarsPerEpisode);

    public static string Runs(BoardEntry entry) => string.Join(", ", entry.Runs.Select(run => Figures.Whole(run)));

    private static string Part(int count, int all) => count == 0 ? "none" : count == all ? "all" : $"{Figures.Whole(count)} of {Figures.Whole(all)}";

    private static string[] Cells(BoardEntry entry) =>
    [
        entry.Name,
        Rank(entry),
        entry.Score is { } score ? Figures.Dollars(score.Mean) : "–",
        entry.Score is { } interval ? Figures.Interval(interval) : "–",
        Scale(entry),
        ScaleInterval(entry),
        Cost(entry),
        entry.IsOnFrontier ? "yes" : "",
        Figures.Whole(entry.Episodes),
        entry.Failed == 0 ? "" : Figures.Whole(entry.Failed),
        Runs(entry),
    ];
}
