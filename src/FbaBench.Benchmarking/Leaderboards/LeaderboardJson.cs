using System.Text;
using System.Text.Json;

namespace FbaBench;

/// <summary>A leaderboard as JSON.</summary>
internal static class LeaderboardJson
{
    private const string Schema = "fbabench-leaderboard/1";

    public static string Render(Leaderboard leaderboard) => Encoding.UTF8.GetString(ResultsJson.Write(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteStartArray("runs");
        foreach (var run in leaderboard.Runs)
        {
            json.WriteStartObject();
            json.WriteNumber("run", run.Number);
            json.WriteString("experiment", run.Experiment);
            json.WriteString("results", run.Digest);
            json.WriteString("worlds", run.Worlds);
            if (run.Engine is { } engine)
            {
                json.WriteNumber("engine", engine);
            }

            json.WriteNumber("episodes", run.Episodes);
            json.WriteNumber("failed", run.Failed);
            json.WriteNumber("records", run.Records);
            json.WriteNumber("logs", run.Logs);
            json.WriteNumber("tapes", run.Tapes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("boards");
        foreach (var board in leaderboard.Boards)
        {
            Board(json, board);
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in leaderboard.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }));

    private static void Board(Utf8JsonWriter json, Board board)
    {
        json.WriteStartObject();
        json.WriteString("scenario", board.Scenario);
        json.WriteString("digest", board.Digest);
        json.WriteString("worlds", board.Worlds);
        json.WriteString("opponents", board.Opponents);
        json.WriteBoolean("laboratory", board.IsLaboratory);
        json.WriteStartArray("agents");
        foreach (var entry in board.Entries)
        {
            Entry(json, entry, board.Scenario);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter json, BoardEntry entry, string scenario)
    {
        json.WriteStartObject();
        json.WriteString("name", entry.Name);
        json.WriteString("agent", entry.Agent);
        json.WriteString("version", entry.Version);
        json.WriteStartArray("runs");
        foreach (var run in entry.Runs)
        {
            json.WriteNumberValue(run);
        }

        json.WriteEndArray();
        if (entry.Score is { } score)
        {
            ResultsJson.Interval(json, "score", score);
        }

        if (entry.Rank is { } rank)
        {
            json.WriteStartObject("rank");
            json.WriteNumber("best", rank.Best);
            json.WriteNumber("worst", rank.Worst);
            json.WriteNumber("untrustedPairs", rank.UntrustedPairs);
            json.WriteEndObject();
        }

        if (entry.Scale is { } scale)
        {
            StandingJson.Scale(json, scale, BestKnownPolicy.Of(scenario)!);
        }

        json.WriteNumber("dollarsPerEpisode", Math.Round(entry.DollarsPerEpisode, 6));
        json.WriteNumber("inputTokens", entry.Inference.InputTokens);
        json.WriteNumber("outputTokens", entry.Inference.OutputTokens);
        json.WriteBoolean("onFrontier", entry.IsOnFrontier);
        json.WriteNumber("episodes", entry.Episodes);
        json.WriteNumber("failed", entry.Failed);
        json.WriteEndObject();
    }
}
