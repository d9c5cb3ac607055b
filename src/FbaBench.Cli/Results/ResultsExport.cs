namespace FbaBench.Cli;

/// <summary>The tables of an experiment. Columns and their order are a promise of docs/experiments.md.</summary>
internal static class ResultsExport
{
    /// <summary>Writes all tables; a file is there only when all of them are whole.</summary>
    /// <returns>Each file with its number of rows.</returns>
    public static IReadOnlyList<(string Path, long Rows)> Write(StoredResults results, StoredMetrics? metrics, string folder, string format)
    {
        using var tables = new TableSet(folder, format);
        Episodes(tables, results);
        Scores(tables, results);
        Metrics(tables, metrics);
        return tables.Finish();
    }

    /// <summary>Finished and failed episodes; a failed one has an error and no figures.</summary>
    private static void Episodes(TableSet tables, StoredResults results)
    {
        var table = tables.Add("episodes", "scenario:t world:i repeat:i agent:t version:t score_cents:i revenue_cents:i fees_cents:i units_sold:i units_lost:i refusals:i failed_days:i insolvent_day:i cost_microdollars:i input_tokens:i output_tokens:i state:t events:t error:t");
        var versions = results.Agents.ToDictionary(agent => agent.Name, agent => agent.Version);
        foreach (var episode in results.Episodes)
        {
            var key = episode.Key;
            table.Row(
                key.Scenario, (long)key.World, (long)key.Repeat, key.Agent, versions[key.Agent], episode.Score.Cents, episode.Revenue.Cents, episode.Fees.Cents, episode.UnitsSold, episode.UnitsLost, episode.Refusals, (long)episode.FailedDays,
                (long?)episode.InsolventDay, episode.Inference.MicroDollars, episode.Inference.InputTokens, episode.Inference.OutputTokens, episode.StateHash, episode.EventHash, null);
        }

        foreach (var (key, error) in results.Failed)
        {
            table.Row(key.Scenario, (long)key.World, (long)key.Repeat, key.Agent, versions[key.Agent], null, null, null, null, null, null, null, null, null, null, null, null, null, error);
        }
    }

    /// <summary>Agents by scenario with rank set, scale and cost: the boards of the experiment alone.</summary>
    private static void Scores(TableSet tables, StoredResults results)
    {
        var table = tables.Add("scores", "scenario:t agent:t version:t worlds:i episodes:i failed:i mean:r low:r high:r trusted:i rank_best:i rank_worst:i scale:r scale_low:r scale_high:r dollars_per_episode:r on_frontier:i");
        foreach (var board in Leaderboard.Of([results]).Boards)
        {
            foreach (var entry in board.Entries)
            {
                table.Row(
                    board.Scenario, entry.Agent, entry.Version, (long?)entry.Score?.Count, (long)entry.Episodes, (long)entry.Failed, entry.Score?.Mean, entry.Score?.Low, entry.Score?.High, Flag(entry.Score?.IsTrusted),
                    (long?)entry.Rank?.Best, (long?)entry.Rank?.Worst, entry.Scale?.Score, entry.Scale?.Low, entry.Scale?.High, entry.DollarsPerEpisode, Flag(entry.IsOnFrontier));
            }
        }
    }

    private static void Metrics(TableSet tables, StoredMetrics? metrics)
    {
        if (metrics is null)
        {
            return;
        }

        var table = tables.Add("metrics", "scenario:t world:i repeat:i agent:t metric:t version:i unit:t value:r reason:t");
        foreach (var episode in metrics.Episodes)
        {
            foreach (var value in episode.Values)
            {
                table.Row(episode.Key.Scenario, (long)episode.Key.World, (long)episode.Key.Repeat, episode.Key.Agent, value.Name, (long)value.Version, value.Unit, value.Value, value.Reason);
            }
        }
    }

    private static long? Flag(bool? value) => value is { } flag ? flag ? 1 : 0 : null;
}
