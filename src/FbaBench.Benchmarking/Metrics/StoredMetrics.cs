using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>The metrics of an experiment's folder, read from what stands beside its records.</summary>
public sealed class StoredMetrics
{
    private StoredMetrics(IReadOnlyList<EpisodeMetrics> episodes, IReadOnlyList<MetricSummary> summaries, IReadOnlyList<string> notes)
    {
        Episodes = episodes;
        Summaries = summaries;
        Notes = notes;
    }

    /// <summary>The measured episodes, by scenario, world and agent.</summary>
    public IReadOnlyList<EpisodeMetrics> Episodes { get; }

    /// <summary>Means over worlds by scenario, agent and metric.</summary>
    public IReadOnlyList<MetricSummary> Summaries { get; }

    /// <summary>Episodes that have none, or damaged ones; <see cref="Rescoring"/> makes them from the logs.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">An experiment's folder.</param>
    /// <exception cref="DirectoryNotFoundException">It has no records.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static StoredMetrics Load(string folder)
    {
        var store = ExperimentFolder.Episodes(folder);
        var table = new MetricTable();
        var episodes = new List<EpisodeMetrics>();
        var notes = new List<string>();
        foreach (var key in store.Recorded())
        {
            try
            {
                if (store.ReadMetrics(store.Read(key).Result) is { } document)
                {
                    table.Add(key, document.Values);
                    episodes.Add(new(key, document.Values));
                }
                else
                {
                    notes.Add($"{EpisodeStore.Words(key)} has no metrics");
                }
            }
            catch (InvalidDataException error)
            {
                notes.Add($"The record or the metrics of {EpisodeStore.Words(key)} cannot be used: {error.Message}");
            }
        }

        return new(episodes.AsReadOnly(), table.Summaries(), notes.AsReadOnly());
    }

    /// <summary>Every value as a line: scenario, world, repeat, agent, metric, version, unit, value, reason.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder("scenario,world,repeat,agent,metric,version,unit,value,reason\n");
        foreach (var episode in Episodes)
        {
            foreach (var value in episode.Values)
            {
                text.Append(CultureInfo.InvariantCulture, $"{episode.Key.Scenario},{episode.Key.World},{episode.Key.Repeat},{episode.Key.Agent},{value.Name},{value.Version},{Quoted(value.Unit)},{value.Value},{Quoted(value.Reason ?? "")}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The means as one JSON object: what was measured, and its summaries, as results.json has them.</summary>
    public string ToJson() => Encoding.UTF8.GetString(ResultsJson.Write(json =>
    {
        json.WriteString("schema", "fbabench-metric-summaries/1");
        MetricsJson.Definitions(json, [.. ShippedMetrics.All.Where(metric => Summaries.Any(row => (row.Metric, row.Version) == (metric.Name, metric.Version)))]);
        MetricsJson.Summaries(json, Summaries);
    }));

    /// <summary>The means as text for a terminal, one table a scenario and agent.</summary>
    public string ToTable() => MetricsText.Render(Summaries);

    private static string Quoted(string text) => text.AsSpan().IndexOfAny("\",\n\r") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
