namespace FbaBench;

/// <summary>A leaderboard as one self-contained page in the style of the report. It is also well-formed XML.</summary>
internal static class LeaderboardPage
{
    private static readonly string[] Heads = ["Agent", "Rank", "Score, $", "95 % interval", "Scale", "its 95 % interval", "Thinking, $ an episode", "Episodes", "Failed", "Runs"];

    public static string Render(Leaderboard leaderboard)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/>");
        html.Raw("<title>FbaBench leaderboard</title><style>").Raw(HtmlStyle.Css).Raw("</style></head>\n<body><main>");
        html.Add($"<header><h1>Leaderboard</h1><p>{Figures.Count(leaderboard.Runs.Count, "experiment")}, {Figures.Count(leaderboard.Boards.Count, "board")}. Scores are compared only where scenario, worlds and opponents are the same. Score is the cash after the run-off less the opening cash.</p></header>\n");
        foreach (var board in leaderboard.Boards)
        {
            Board(html, board);
        }

        Provenance(html, leaderboard);
        html.Raw("<footer><p>Rank sets: with 95 % confidence, for all agents of a board at once, every true rank lies in its set; all pairs by paired t tests on common worlds, with Holm's correction over pairs and directions. Scale: ratio of sums over worlds, 0 is doing nothing and 1 the best known policy, with a jackknife interval. An interval marked * is not trusted: it has fewer worlds than max(32, 25 × skewness²), no spread, or rare or heavy outcomes. What thinking cost is what agents charged themselves with.</p></footer>");
        return html.Raw("</main></body></html>\n").ToString();
    }

    private static void Board(HtmlText html, Board board)
    {
        html.Add($"<section><h2>{board.Scenario}");
        html.Raw(board.IsLaboratory ? " <small>laboratory</small></h2>" : "</h2>");
        html.Add($"<p class=\"sub\">{Capital(board.Worlds)}{(board.Opponents.Length > 0 ? $"; against {board.Opponents}" : "")}; scenario <code>{board.Digest ?? "without a digest"}</code>.</p><div class=\"pair\">");
        var scored = board.Entries.Select((entry, style) => (entry, style)).Where(pair => pair.entry.Score is not null).ToArray();
        if (scored.Length > 0)
        {
            if (board.Ranks is not null)
            {
                RankRows.Render(html, "Ranks", "where each true rank may lie, all at once with 95 % confidence", [.. scored.Where(pair => pair.entry.Rank is not null).Select(pair => new RankRow(pair.entry.Name, pair.style, pair.entry.Rank!.Best, pair.entry.Rank.Worst))]);
            }

            IntervalRows.Render(html, "Score", "mean over worlds and 95 % interval", "score, US dollars", [.. scored.Select(pair => new IntervalRow(pair.entry.Name, pair.style, pair.entry.Score!, [], IntervalSection.Label(pair.entry.Score!, Figures.Money), ""))]);
        }

        html.Raw("</div>");
        if (scored.Any(pair => pair.entry.Inference.MicroDollars > 0))
        {
            FrontierPlot.Render(html, [.. scored.Select(pair => new FrontierPoint(pair.entry.Name, pair.style, pair.entry.DollarsPerEpisode, pair.entry.Score!.Mean, pair.entry.IsOnFrontier))]);
        }

        Table(html, board);
        html.Raw("</section>\n");
    }

    private static void Table(HtmlText html, Board board)
    {
        html.Raw("<div class=\"wide\"><table class=\"cardy\"><thead><tr>");
        foreach (var head in Heads)
        {
            html.Add($"<th scope=\"col\">{head}</th>");
        }

        html.Raw("</tr></thead><tbody>");
        foreach (var entry in board.Entries)
        {
            html.Add($"<tr><th scope=\"row\">{entry.Name}</th>");
            string[] cells =
            [
                LeaderboardText.Rank(entry),
                entry.Score is { } score ? Figures.Dollars(score.Mean) : "–",
                entry.Score is { } interval ? Figures.Interval(interval) : "–",
                LeaderboardText.Scale(entry),
                LeaderboardText.ScaleInterval(entry),
                LeaderboardText.Cost(entry),
                Figures.Whole(entry.Episodes),
                Figures.Whole(entry.Failed),
                LeaderboardText.Runs(entry),
            ];
            for (var i = 0; i < cells.Length; i++)
            {
                html.Add($"<td data-label=\"{Heads[i + 1]}\">{cells[i]}</td>");
            }

            html.Raw("</tr>");
        }

        html.Raw("</tbody></table></div>");
        foreach (var refused in board.Entries.Where(entry => entry.Scale is { Score: null }).GroupBy(entry => entry.Scale!.Reason, StringComparer.Ordinal))
        {
            html.Add($"<p class=\"note\">No score on the scale for {string.Join(", ", refused.Select(entry => entry.Name))}: {refused.Key}.</p>");
        }
    }

    private static void Provenance(HtmlText html, Leaderboard leaderboard)
    {
        html.Raw("<section><h2>Where the figures come from</h2><div class=\"wide\"><table class=\"cardy\"><thead><tr><th scope=\"col\">Run</th><th scope=\"col\">Experiment</th><th scope=\"col\">Worlds</th><th scope=\"col\">Engine</th><th scope=\"col\">Episodes</th><th scope=\"col\">Failed</th><th scope=\"col\">Beside the results</th><th scope=\"col\">SHA-256 of results.json</th></tr></thead><tbody>");
        foreach (var run in leaderboard.Runs)
        {
            html.Add($"<tr><th scope=\"row\">{Figures.Whole(run.Number)}</th><td data-label=\"Experiment\">{run.Experiment}</td><td data-label=\"Worlds\" class=\"long\">{run.Worlds}</td><td data-label=\"Engine\">{(run.Engine is { } engine ? Figures.Whole(engine) : "not recorded")}</td><td data-label=\"Episodes\">{Figures.Whole(run.Episodes)}</td><td data-label=\"Failed\">{Figures.Whole(run.Failed)}</td><td data-label=\"Beside the results\" class=\"long\">{LeaderboardText.Beside(run)}</td><td data-label=\"SHA-256 of results.json\" class=\"long\"><code>{run.Digest}</code></td></tr>");
        }

        html.Raw("</tbody></table></div>");
        foreach (var note in leaderboard.Notes)
        {
            html.Add($"<p class=\"note\">{note}</p>");
        }

        html.Raw("</section>");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
