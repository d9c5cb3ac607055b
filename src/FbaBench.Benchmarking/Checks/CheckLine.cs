using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>One line of a checking command: a value that must lie between two bounds.</summary>
/// <param name="Id">What was checked.</param>
/// <param name="Value">The value found, or null when there is none (the note says why).</param>
/// <param name="Low">Lowest value that passes.</param>
/// <param name="High">Highest value that passes.</param>
/// <param name="Pass">Whether it passed.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Note">What else there is to know; for a failed line, what was wrong and what would be right.</param>
public sealed record CheckLine(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("value")] decimal? Value,
    [property: JsonPropertyName("low")] decimal? Low,
    [property: JsonPropertyName("high")] decimal? High,
    [property: JsonPropertyName("pass")] bool Pass,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("note")] string Note)
{
    /// <summary>The line as one JSON object without line breaks.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CheckJson.Lines.CheckLine);

    internal static CheckLine Failed(string id, string note) => new(id, null, null, null, false, "", note);

    internal static CheckLine Compare(string id, decimal value, decimal expected, decimal tolerance, string unit, string note = "") =>
        new(id, value, expected - tolerance, expected + tolerance, Math.Abs(value - expected) <= tolerance, unit, note);
}

[JsonSourceGenerationOptions(WriteIndented = false)]
[JsonSerializable(typeof(CheckLine))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    /// <summary>Lines are read by scripts and people, not by browsers: quotes and signs stay as they are.</summary>
    public static CheckJson Lines { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
