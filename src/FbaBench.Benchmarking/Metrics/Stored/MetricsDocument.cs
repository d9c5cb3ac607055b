using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>An episode's metrics on disk, beside its record; the hashes bind it to the record.</summary>
internal sealed record MetricsDocument
{
    public const string Extension = ".metrics.json";
    private const string ThisSchema = "fbabench-metrics/1";

    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = ThisSchema;

    public required EpisodeKey Key { get; init; }

    public required string StateHash { get; init; }

    public required string EventHash { get; init; }

    /// <summary>Evenings on which the books did not balance.</summary>
    public required int UnbalancedDays { get; init; }

    /// <summary>Whether cash was all that was left after the last day.</summary>
    public required bool Settled { get; init; }

    public required IReadOnlyList<MetricValue> Values { get; init; }

    /// <exception cref="InvalidDataException">Not a whole document of this version.</exception>
    public static MetricsDocument Read(byte[] bytes)
    {
        try
        {
            var document = JsonSerializer.Deserialize(bytes, RecordJson.Default.MetricsDocument);
            return document is { Schema: ThisSchema } ? document : throw new InvalidDataException($"its schema is '{document?.Schema}'; this version reads '{ThisSchema}'");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("it is cut, or no metrics of this version: " + error.Message, error);
        }
    }

    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Default.MetricsDocument), (byte)'\n'];

    public bool IsOf(EpisodeResult result) => Key == result.Key && (StateHash, EventHash) == (result.StateHash, result.EventHash);
}
