using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>World definitions as JSON: names, not handles; money as whole cents; dates as yyyy-MM-dd.</summary>
internal static class DefinitionJson
{
    public static byte[] Write(WorldDefinition definition) =>
        JsonSerializer.SerializeToUtf8Bytes(definition, DefinitionJsonContext.Default.WorldDefinition);

    /// <exception cref="WorldDefinitionException">Not a definition; the message names the place.</exception>
    public static WorldDefinition Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DefinitionJsonContext.Default.WorldDefinition)
                ?? throw new WorldDefinitionException("The world definition is empty.");
        }
        catch (JsonException error)
        {
            throw new WorldDefinitionException($"The world definition cannot be read at {error.Path} (line {error.LineNumber + 1}): {error.Message}", error);
        }
    }
}

/// <summary>Reads and writes money as whole cents.</summary>
internal sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}

/// <summary>Reads and writes dates as yyyy-MM-dd.</summary>
internal sealed class SimDateJsonConverter : JsonConverter<SimDate>
{
    public override SimDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SimDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("A date is written yyyy-MM-dd.");

    public override void Write(Utf8JsonWriter writer, SimDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(MoneyJsonConverter), typeof(SimDateJsonConverter)])]
[JsonSerializable(typeof(WorldDefinition))]
internal sealed partial class DefinitionJsonContext : JsonSerializerContext;
