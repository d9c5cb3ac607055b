using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace FbaBench.Cli;

/// <summary><c>fbabench status FOLDER</c>: how far an experiment is.</summary>
internal static class StatusCommand
{
    private const int MostListed = 20;

    public static CliCommand Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder of an experiment, as given to run --output." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new CliCommand("status", "Says which episodes of an experiment are finished, failed, missing or damaged, and what they have cost. Exits 0 when all are finished, else 1.") { folder, json };
        command.SetAction(parsed =>
        {
            var status = ExperimentStatus.Read(parsed.GetRequiredValue(folder));
            Console.WriteLine(parsed.GetValue(json) ? Json(status) : Text(status));
            return status.IsComplete ? ExitCodes.Passed : ExitCodes.CheckFailed;
        });
        return command;
    }

    private static string Text(ExperimentStatus status)
    {
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{status.Experiment}: {status.Finished.Count} of {status.Total} episodes finished, {status.Failed.Count} failed, {status.Missing.Count} missing, {status.Damaged.Count} damaged"),
            .. status.Cost == default ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"cost so far: {status.Cost.MicroDollars / 1e6:0.0000} dollars, {status.Cost.InputTokens} input and {status.Cost.OutputTokens} output tokens") },
            .. List("failed", [.. status.Failed.Select(failure => $"{Words(failure.Key)}: {failure.ErrorType}: {failure.Message}")]),
            .. List("damaged", [.. status.Damaged.Select(record => $"{Words(record.Key)}: {record.Problem}")]),
            .. List("missing", [.. status.Missing.Select(Words)]),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static IEnumerable<string> List(string word, string[] items)
    {
        foreach (var item in items.Take(MostListed))
        {
            yield return $"  {word}  {item}";
        }

        if (items.Length > MostListed)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {word}  and {items.Length - MostListed} more (--json lists them)");
        }
    }

    private static string Words(EpisodeKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Agent} in world {key.World}{(key.Repeat == 0 ? "" : $", repeat {key.Repeat},")} of {key.Scenario}");

    private static string Json(ExperimentStatus status)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("experiment", status.Experiment);
            json.WriteNumber("episodes", status.Total);
            json.WriteNumber("finished", status.Finished.Count);
            json.WriteStartObject("cost");
            json.WriteNumber("microDollars", status.Cost.MicroDollars);
            json.WriteNumber("inputTokens", status.Cost.InputTokens);
            json.WriteNumber("outputTokens", status.Cost.OutputTokens);
            json.WriteEndObject();
            Write(json, "failed", status.Failed, failure => failure.Key, (writer, failure) =>
            {
                writer.WriteString("error", failure.ErrorType);
                writer.WriteString("message", failure.Message);
            });
            Write(json, "damaged", status.Damaged, record => record.Key, (writer, record) => writer.WriteString("problem", record.Problem));
            Write(json, "missing", status.Missing, key => key, (_, _) => { });
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Func<T, EpisodeKey> key, Action<Utf8JsonWriter, T> rest)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            var (agent, scenario, world) = key(item);
            json.WriteStartObject();
            json.WriteString("scenario", scenario);
            json.WriteNumber("world", world);
            if (key(item).Repeat is > 0 and var repeat)
            {
                json.WriteNumber("repeat", repeat);
            }

            json.WriteString("agent", agent);
            rest(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
