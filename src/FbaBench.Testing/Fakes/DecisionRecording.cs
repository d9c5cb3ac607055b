using System.Text.Json;

namespace FbaBench;

/// <summary>A recorded day: what was decided, or what kept it from being decided.</summary>
/// <param name="Outcome">As <see cref="RecordingAgent"/> writes it.</param>
/// <param name="Commands">The commands, JSON or as they are.</param>
/// <param name="Error">Type of what was thrown, or null.</param>
internal sealed record RecordedDay(string Outcome, Func<Observation, IReadOnlyList<Command>> Commands, string? Error);

/// <summary>The days of a recording or of a log.</summary>
internal static class DecisionRecording
{
    public const string Decided = "decided";
    public const string Failed = "failed";
    public const string Threw = "threw";
    private const string Unavailable = "unavailable";

    /// <exception cref="InvalidDataException">A line is none of a recording.</exception>
    public static IReadOnlyDictionary<int, RecordedDay> Read(Stream recording)
    {
        var days = new Dictionary<int, RecordedDay>();
        using var lines = new StreamReader(recording, leaveOpen: true);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                var outcome = root.GetProperty("outcome").GetString();
                if (outcome is not (Decided or Failed or Threw or Unavailable))
                {
                    throw new InvalidDataException($"line {number} has the outcome '{outcome}'; a recording has {Decided}, {Failed}, {Threw} and {Unavailable}.");
                }

                // A day that could not be asked for was asked for again, or was the last.
                if (outcome != Unavailable)
                {
                    var commands = root.GetProperty("commands").GetRawText();
                    var at = number;
                    days[root.GetProperty("day").GetInt32()] = new(outcome, today => Commands(commands, today, at), root.TryGetProperty("error", out var error) ? error.GetString() : null);
                }
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"line {number} is none of a recording of decisions: {error.Message}", error);
            }
        }

        return days;
    }

    public static IReadOnlyDictionary<int, RecordedDay> Of(RunLogReader log, Seat seat) => seat.Index >= 0 && seat.Index < log.Manifest.Definition.Seats
        ? log.Days.ToDictionary(day => day.Day, day =>
        {
            IReadOnlyList<Command> commands = [.. day.Decisions.Where(decision => decision.Seat == seat).SelectMany(decision => decision.Decision.Commands)];
            return new RecordedDay(Decided, _ => commands, null);
        })
        : throw new ArgumentException($"The log's world has the seats 0 to {log.Manifest.Definition.Seats - 1}; {seat} is none of them.", nameof(seat));

    private static IReadOnlyList<Command> Commands(string json, Observation today, int line)
    {
        var reading = DecisionJson.Read(json, today);
        return reading.Problems is [var problem, ..]
            ? throw new InvalidDataException($"line {line} of the recording does not fit this world: {problem.Message}")
            : reading.Decision.Commands;
    }
}
