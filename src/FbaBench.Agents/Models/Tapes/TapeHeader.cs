using System.Text.Json;

namespace FbaBench.Agents.Models;

/// <summary>The first line of a tape: whose exchanges it holds.</summary>
internal sealed record TapeHeader(string Agent, string Episode, int Seat, string Model, string Prompt, string Settings)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", TapeFormat.Schema);
        json.WriteString("agent", Agent);
        json.WriteString("episode", Episode);
        json.WriteNumber("seat", Seat);
        json.WriteString("model", Model);
        json.WriteString("prompt", Prompt);
        json.WriteString("settings", Settings);
        json.WriteEndObject();
    }

    public static TapeHeader Read(JsonElement json)
    {
        try
        {
            return json.GetProperty("schema").GetString() == TapeFormat.Schema
                ? new(Text("agent"), Text("episode"), json.GetProperty("seat").GetInt32(), Text("model"), Text("prompt"), Text("settings"))
                : throw new TapeException($"The tape has the schema {json.GetProperty("schema")}; this version reads {TapeFormat.Schema}.");
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TapeException("Line 1 of the tape is no header: " + error.Message, error);
        }

        string Text(string name) => json.GetProperty(name).GetString() ?? throw new FormatException(name + " is null");
    }

    /// <summary>How the tape's agent differs from another, in the words of a message; null where it does not. Names may change: nothing that is asked depends on them.</summary>
    public string? DifferenceTo(TapeHeader asked) =>
        Model != asked.Model ? $"it asked {Model}, now {asked.Model} is asked"
        : Prompt != asked.Prompt ? $"its prompt had the digest {Prompt}, now {asked.Prompt}"
        : Settings != asked.Settings ? $"its settings had the digest {Settings}, now {asked.Settings}"
        : Seat != asked.Seat ? $"it sat on seat {Seat}, now on {asked.Seat}"
        : null;
}
