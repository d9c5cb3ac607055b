namespace FbaBench;

/// <summary>An episode of an experiment whose decisions were valued.</summary>
/// <param name="Key">Which episode.</param>
/// <param name="Values">What its decisions were worth.</param>
public sealed record ValuedEpisode(EpisodeKey Key, DecisionValues Values);

/// <summary>
/// Values decisions of an experiment: of every agent in the world that the page shows in detail, from its log. Valuing a year takes seconds, so that it is done where it was asked for. Worth is against the reference
/// <see cref="DecisionValueOptions.Reference"/>; that agent's own decisions are worth nothing and are left out.
/// </summary>
internal static class ValuedEpisodes
{
    /// <returns>What was valued, and why the others could not be.</returns>
    public static async Task<(IReadOnlyList<ValuedEpisode> Valued, IReadOnlyList<string> Notes)> OfAsync(IReadOnlyList<ScenarioResults> scenarios, EpisodeStore store, DecisionValueOptions options, Action<string> progress, CancellationToken cancellationToken)
    {
        var valued = new List<ValuedEpisode>();
        var notes = new List<string>();
        foreach (var results in scenarios)
        {
            foreach (var episode in Shown(results).Where(episode => episode.Key.Agent != options.Reference))
            {
                using var log = store.OpenLog(episode.Key);
                if (log is null)
                {
                    notes.Add($"The decisions of {EpisodeStore.Words(episode.Key)} were not valued: it has no log.");
                    continue;
                }

                progress($"valuing the decisions of {EpisodeStore.Words(episode.Key)}");
                try
                {
                    using var reader = RunLogReader.Open(log);
                    var values = await DecisionValuation.MeasureAsync(reader, options, null, cancellationToken).ConfigureAwait(false);
                    valued.Add(new(episode.Key, values));
                }
                catch (Exception error) when (error is RunLogException or InvalidDataException)
                {
                    notes.Add($"The decisions of {EpisodeStore.Words(episode.Key)} were not valued: {error.Message}");
                }
            }
        }

        return (valued, notes);
    }

    private static IEnumerable<EpisodeResult> Shown(ScenarioResults results) => results.ShownWorld() is { } world
        ? results.Rows.Select(row => results.Of(row.Agent).FirstOrDefault(episode => episode.Key.World == world)).OfType<EpisodeResult>()
        : [];
}
