using System.Text.Json;

namespace FbaBench.Agents.Models;

/// <summary>Entries of a tape as JSON.</summary>
internal static class TapeEntryJson
{
    public static void Write(Utf8JsonWriter json, TapeEntry entry, TapedRequest request, int keep, bool withHead)
    {
        json.WriteStartObject();
        json.WriteNumber("day", entry.Day);
        json.WriteNumber("step", entry.Step);
        json.WriteNumber("attempt", entry.Attempt);
        json.WriteString("digest", entry.Digest);
        if (withHead)
        {
            json.WriteString("head", request.Head);
        }

        json.WriteNumber("keep", keep);
        json.WriteStartArray("messages");
        foreach (var message in request.Messages.Skip(keep))
        {
            json.WriteRawValue(message, skipInputValidation: true);
        }

        json.WriteEndArray();
        if (entry.Failure is { } failure)
        {
            json.WriteNumber("failure", (int)failure);
            json.WriteString("failureName", failure.ToString());
        }

        if (entry.Limit is { } limit)
        {
            json.WriteNumber("limit", (int)limit);
            json.WriteString("limitName", limit.ToString());
        }

        json.WriteStartObject("cost");
        json.WriteNumber("input", entry.Usage.Input);
        json.WriteNumber("cachedInput", entry.Usage.CachedInput);
        json.WriteNumber("output", entry.Usage.Output);
        json.WriteNumber("reasoning", entry.Usage.Reasoning);
        json.WriteNumber("microDollars", entry.MicroDollars);
        json.WriteBoolean("estimated", entry.IsEstimated);
        json.WriteNumber("heldTokens", entry.Held.Tokens);
        json.WriteNumber("heldMicroDollars", entry.Held.MicroDollars);
        json.WriteNumber("microseconds", (long)entry.Time.TotalMicroseconds);
        json.WriteEndObject();
        if (entry.Answer is not null)
        {
            json.WritePropertyName("answer");
            TapedRequest.Write(json, entry.Answer);
        }

        json.WriteEndObject();
    }

    public static TapeEntry Read(JsonElement json, int line) => Checked(line, () =>
    {
        var cost = json.GetProperty("cost");
        return new TapeEntry(json.GetProperty("day").GetInt32(), json.GetProperty("step").GetInt32(), json.GetProperty("attempt").GetInt32(), json.GetProperty("digest").GetString()!)
        {
            Failure = json.TryGetProperty("failure", out var failure) ? (ModelFailureKind)failure.GetInt32() : null,
            Limit = json.TryGetProperty("limit", out var limit) ? (ModelLimitKind)limit.GetInt32() : null,
            Answer = json.TryGetProperty("answer", out var answer) ? TapedAnswer.Read(answer) : null,
            Usage = new(Long("input"), Long("cachedInput"), Long("output"), Long("reasoning")),
            MicroDollars = Long("microDollars"),
            IsEstimated = cost.GetProperty("estimated").GetBoolean(),
            Held = new(Long("heldTokens"), Long("heldMicroDollars")),
            Time = TimeSpan.FromMicroseconds(Long("microseconds")),
        };

        long Long(string name) => cost.GetProperty(name).GetInt64();
    });

    public static (int Day, int Step, int Attempt, string? Head) Place(JsonElement json, int line) => Checked(line, () =>
        (json.GetProperty("day").GetInt32(), json.GetProperty("step").GetInt32(), json.GetProperty("attempt").GetInt32(), Head(json)));

    public static string? Head(JsonElement json) => json.TryGetProperty("head", out var head) ? head.GetString() : null;

    public static (int Keep, IEnumerable<string> Added) Messages(JsonElement json) =>
        (json.GetProperty("keep").GetInt32(), json.GetProperty("messages").EnumerateArray().Select(message => message.GetRawText()));

    private static T Checked<T>(int line, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException or JsonException)
        {
            throw new TapeException($"Line {line} of the tape cannot be read: {error.Message}", error);
        }
    }
}
