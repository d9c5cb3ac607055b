using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>One comparison of <c>fbabench certify</c>: a figure of the world or of the solver against the expected one.</summary>
/// <param name="Id">Kind, position in the file, figure, and who found it: <c>newsvendor[0].cost.world</c>.</param>
/// <param name="Kind">Section of the file.</param>
/// <param name="Entry">Position in the section, from 0; null for what concerns the file or a section as a whole.</param>
/// <param name="Quantity">The figure's name in the file, or what is shown.</param>
/// <param name="By">World (a laboratory of the ordinary engine), solver, draws or statistics.</param>
/// <param name="Expected">The file's figure; null where none could be read.</param>
/// <param name="Value">The figure found; null when there is none (the note says why).</param>
/// <param name="StandardError">Over independent worlds; null where nothing is drawn.</param>
/// <param name="Z">Value less expected, in standard errors; null where nothing is drawn.</param>
/// <param name="Tolerance">Largest difference that passes.</param>
/// <param name="Rounding">The part of it that whole cents, units and weights explain: what 'exact' means here.</param>
/// <param name="Low">Lowest value that passes; null for unbounded.</param>
/// <param name="High">Highest value that passes; null for unbounded.</param>
/// <param name="Pass">Whether it passed.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Note">What else there is to know; for a failed line, what was wrong and what would be right.</param>
public sealed record CertifyLine(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("entry")] int? Entry,
    [property: JsonPropertyName("quantity")] string Quantity,
    [property: JsonPropertyName("by")] string By,
    [property: JsonPropertyName("expected")] double? Expected,
    [property: JsonPropertyName("value")] double? Value,
    [property: JsonPropertyName("standardError")] double? StandardError,
    [property: JsonPropertyName("z")] double? Z,
    [property: JsonPropertyName("tolerance")] double? Tolerance,
    [property: JsonPropertyName("rounding")] double? Rounding,
    [property: JsonPropertyName("low")] double? Low,
    [property: JsonPropertyName("high")] double? High,
    [property: JsonPropertyName("pass")] bool Pass,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("note")] string Note)
{
    /// <summary>The line as one JSON object without line breaks.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CertifyJson.Lines.CertifyLine);
}

[JsonSourceGenerationOptions(WriteIndented = false)]
[JsonSerializable(typeof(CertifyLine))]
internal sealed partial class CertifyJson : JsonSerializerContext
{
    /// <summary>Lines are read by scripts and people, not by browsers: quotes and signs stay as they are.</summary>
    public static CertifyJson Lines { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
