using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FbaBench;

/// <summary>World definitions as JSON, as a run log embeds them: names, not handles; money as whole cents; dates as yyyy-MM-dd.</summary>
public static class DefinitionJson
{
    private static readonly JsonTypeInfo<WorldDefinition> World = Typed();

    /// <summary>The shape of a definition: properties, their types and how they are written.</summary>
    public static JsonTypeInfo<WorldDefinition> TypeInfo => World;

    /// <summary>Canonical bytes: equal definitions are written to equal bytes.</summary>
    public static byte[] Write(WorldDefinition definition) =>
        JsonSerializer.SerializeToUtf8Bytes(definition, World);

    /// <summary>Reads what <see cref="Write"/> has written. What it says is not checked; <see cref="WorldDefinition.Validate"/> does that.</summary>
    /// <exception cref="WorldDefinitionException">Not a definition; the message names the place.</exception>
    public static WorldDefinition Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, World)
                ?? throw new WorldDefinitionException("The world definition is empty.");
        }
        catch (JsonException error)
        {
            throw new WorldDefinitionException($"The world definition cannot be read at {error.Path} (line {error.LineNumber + 1}): {error.Message}", error);
        }
    }

    private static JsonTypeInfo<WorldDefinition> Typed()
    {
        var options = new JsonSerializerOptions(DefinitionJsonContext.Default.Options)
        {
            TypeInfoResolver = DefinitionJsonContext.Default.WithAddedModifier(LeaveOutShocks),
        };
        return (JsonTypeInfo<WorldDefinition>)options.GetTypeInfo(typeof(WorldDefinition));
    }

    /// <summary>A world without shocks is written without the field, so that definitions from before there were any keep their digest.</summary>
    private static void LeaveOutShocks(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(IReadOnlyList<MarketShock>))
            {
                property.ShouldSerialize = static (_, value) => value is IReadOnlyList<MarketShock> { Count: > 0 };
            }
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
