using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FbaBench.Scenarios.Files;

/// <summary>Between a world's definition and its tree.</summary>
internal static class DefinitionTree
{
    /// <summary>The definition as a file would say it.</summary>
    public static Mapping Of(WorldDefinition definition, Place place)
    {
        using var document = JsonDocument.Parse(DefinitionJson.Write(definition));
        return (Mapping)Of(document.RootElement, DefinitionJson.TypeInfo, place);
    }

    /// <summary>The definition that a tree describes in a world. What it says is not checked yet.</summary>
    /// <exception cref="ScenarioFileException">A key is unknown or missing, or a value of another kind.</exception>
    public static WorldDefinition Read(Mapping tree, WorldSeed world)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            new TreeWriter(json, world).Write(tree, DefinitionJson.TypeInfo, "");
        }

        return DefinitionJson.Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>A part of a definition, of its JSON.</summary>
    public static Node Of(JsonElement value, JsonTypeInfo declared, Place place)
    {
        var type = Nullable.GetUnderlyingType(declared.Type) is { } inner ? declared.Options.GetTypeInfo(inner) : declared;
        return value.ValueKind switch
        {
            JsonValueKind.Object => new Mapping(
                place,
                [.. value.EnumerateObject()
                    .Where(property => property.Value.ValueKind != JsonValueKind.Null)
                    .Select(property => new Entry(new(place, property.Name), Of(property.Value, TypeOf(type, property.Name), place)))]),
            JsonValueKind.Array => new Sequence(place, [.. value.EnumerateArray().Select(item => Of(item, type.Options.GetTypeInfo(type.ElementType!), place))]),
            _ => new Scalar(place, Text(value, type.Type), isPlain: value.ValueKind != JsonValueKind.String || type.Type != typeof(string)),
        };
    }

    private static JsonTypeInfo TypeOf(JsonTypeInfo owner, string name) =>
        owner.Options.GetTypeInfo(owner.Properties.First(property => property.Name == name).PropertyType);

    private static string Text(JsonElement value, Type type)
    {
        return type == typeof(Money) ? (value.GetInt64() / 100m).ToString("0.00", CultureInfo.InvariantCulture)
            : type.IsEnum ? TreeWriter.CamelCase(value.GetString()!)
            : value.ValueKind == JsonValueKind.String ? value.GetString()!
            : value.GetRawText();
    }
}
