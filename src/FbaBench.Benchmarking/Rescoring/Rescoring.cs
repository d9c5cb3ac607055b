namespace FbaBench;

/// <summary>
/// Scores finished episodes again from their logs: the engine replays the logged commands, results and metrics are computed anew, metrics that did not exist when the episodes were played included, and held
/// against the records. No agent is made, and no model asked.
/// </summary>
public static class Rescoring
{
    /// <summary>Re-scores the finished episodes of an experiment's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="metrics">What to measure; default the shipped metrics.</param>
    /// <param name="write">Whether the values replace those that stand beside the records, see <see cref="StoredMetrics"/>; the next report of the experiment is made of them. Default false.</param>
    /// <param name="threads">Episodes at once, 1 to 1,024; default the number of cores. Changes no result.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">A metric is there twice.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder is no experiment's.</exception>
    /// <exception cref="IOException">A file cannot be read or written, or a run writes to the folder.</exception>
    public static async Task<RescoringReport> RunAsync(string folder, IReadOnlyList<Metric>? metrics = null, bool write = false, int? threads = null, CancellationToken cancellationToken = default)
    {
        metrics ??= ShippedMetrics.All;
        if (metrics.GroupBy(metric => metric.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The metric '{twice.Key}' is there twice.", nameof(metrics));
        }

        var store = ExperimentFolder.Episodes(folder);
        using var held = write ? OutputFolder.Open(folder) : null;
        var keys = store.Recorded();
        var episodes = new RescoredEpisode?[keys.Length];
        var failures = new RescoringIssue?[keys.Length];
        var without = new RescoringIssue?[keys.Length];
        await Parallel.ForAsync(0, keys.Length, SplitWorlds.Options(threads, cancellationToken), (i, stop) =>
        {
            try
            {
                var record = store.Read(keys[i]);
                using var log = store.OpenLog(keys[i]);
                if (log is null)
                {
                    without[i] = new(keys[i], "it has no log");
                    return ValueTask.CompletedTask;
                }

                var (result, measured) = EpisodeReplay.Of(record, log, metrics, stop);
                episodes[i] = new(result, measured.Values);
                if (write)
                {
                    store.WriteMetrics(keys[i], measured);
                }
            }
            catch (InvalidDataException error)
            {
                failures[i] = new(keys[i], error.Message);
            }

            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);

        var table = new MetricTable();
        foreach (var episode in episodes.OfType<RescoredEpisode>())
        {
            table.Add(episode.Result.Key, episode.Metrics);
        }

        return new([.. episodes.OfType<RescoredEpisode>()], [.. failures.OfType<RescoringIssue>()], [.. without.OfType<RescoringIssue>()], table.Summaries());
    }
}
