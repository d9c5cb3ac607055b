using System.Runtime.InteropServices;
using System.Text.Json;

namespace FbaBench;

/// <summary>How long things took; kept apart from the results.</summary>
internal sealed record Timings(double TotalSeconds, int Threads, int AtOnce, BenchmarkOutcome Outcome, TimingJournal Episodes);

/// <summary>timings.json: this run's duration and rate, and of every finished episode how long it took when it was played.</summary>
internal static class TimingsJson
{
    public static byte[] Write(Timings timings) => ResultsJson.Write(json =>
    {
        var outcome = timings.Outcome;
        var earlier = outcome.Earlier.Count(known => known);
        var played = outcome.Finished - earlier;
        json.WriteString("schema", "fbabench-timings/2");
        json.WriteNumber("totalSeconds", Math.Round(timings.TotalSeconds, 3));
        json.WriteNumber("threads", timings.Threads);
        json.WriteNumber("episodesAtOnce", timings.AtOnce);
        json.WriteNumber("played", played);
        json.WriteNumber("playedEarlier", earlier);
        json.WriteNumber("episodesPerSecond", Math.Round(played / timings.TotalSeconds, 2));
        json.WriteString("machine", RuntimeInformation.OSArchitecture + ", " + Environment.ProcessorCount + " cores, .NET " + Environment.Version);
        json.WriteStartArray("episodes");
        for (var i = 0; i < outcome.Results.Length; i++)
        {
            if (outcome.Results[i] is { } episode)
            {
                Episode(json, episode.Key, timings.Episodes.Of(episode.Key), outcome.Earlier[i]);
            }
        }

        json.WriteEndArray();
    });

    private static void Episode(Utf8JsonWriter json, EpisodeKey key, double? seconds, bool earlier)
    {
        json.WriteStartObject();
        ResultsJson.Key(json, key);
        if (seconds is { } known)
        {
            json.WriteNumber("seconds", Math.Round(known, 6));
        }

        json.WriteBoolean("earlier", earlier);
        json.WriteEndObject();
    }
}
