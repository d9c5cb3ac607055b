using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FbaBench.Scenarios.Files;

namespace FbaBench.Tests.Files;

/// <summary>Writes docs/schema/scenario.schema.json of the records and their documentation.</summary>
internal sealed partial class ScenarioSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly XDocument _documentation;
    private readonly SortedDictionary<string, JsonObject?> _records = new(StringComparer.Ordinal);

    private ScenarioSchema(string documentation) => _documentation = XDocument.Load(documentation);

    /// <param name="documentation">The XML documentation of FbaBench.Core.</param>
    public static string Write(string documentation)
    {
        var schema = new ScenarioSchema(documentation);
        var world = DefinitionJson.TypeInfo;
        schema.Record(world);
        var root = schema._records["WorldDefinition"]!;
        schema._records.Remove("WorldDefinition");
        var properties = root["properties"]!.AsObject();
        properties["schema"] = new JsonObject { ["description"] = "Version of the language.", ["const"] = 1 };
        properties["base"] = new JsonObject { ["description"] = "A shipped scenario, or a file, over which this one is laid.", ["type"] = "string" };
        properties["generator"] = Generator();
        properties["include"] = new JsonObject { ["description"] = "Files whose keys come before this file's.", ["type"] = new JsonArray("string", "array"), ["items"] = new JsonObject { ["type"] = "string" } };
        properties["opponents"] = new JsonObject { ["description"] = "Agents on the seats from 1 on, beside the one under test: as many as seats less one.", ["type"] = new JsonArray("array", "null"), ["items"] = new JsonObject { ["type"] = "string" } };
        properties["about"] = new JsonObject { ["description"] = "What the scenario is for.", ["type"] = "string" };
        var definitions = new JsonObject
        {
            ["change"] = Parse("""{"description":"Changes the number that is there.","type":"object","properties":{"times":{"type":"number"},"plus":{"type":"number"}},"minProperties":1,"additionalProperties":false}"""),
            ["draw"] = Parse("""{"description":"A value that differs between worlds.","type":"object","required":["draw"],"properties":{"draw":{"enum":["uniform","normal","logNormal"]},"key":{"type":"string"},"low":{"type":"number"},"high":{"type":"number"},"mean":{"type":"number"},"median":{"type":"number"},"sd":{"type":"number","minimum":0},"times":{"type":"number"},"plus":{"type":"number"}},"additionalProperties":false}"""),
            ["variable"] = Parse("""{"description":"Looked up in the environment.","type":"string","pattern":"\\$\\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\\}"}"""),
            ["number"] = Parse("""{"anyOf":[{"type":["number","null"]},{"$ref":"#/$defs/draw"},{"$ref":"#/$defs/change"},{"$ref":"#/$defs/variable"}]}"""),
        };
        foreach (var (name, record) in schema._records)
        {
            definitions[TreeWriter.CamelCase(name)] = record!.DeepClone();
        }

        var all = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "FbaBench scenario file",
            ["description"] = "A scenario of FbaBench as YAML, see docs/scenario-files.md. Money is in dollars.",
            ["type"] = "object",
            ["properties"] = properties.DeepClone(),
            ["required"] = new JsonArray("name"),
            ["additionalProperties"] = false,
            ["$defs"] = definitions,
        };
        return all.ToJsonString(Written) + "\n";
    }

    private static JsonObject Generator()
    {
        var knobs = new JsonObject { ["family"] = new JsonObject { ["description"] = "The kind of business.", ["enum"] = new JsonArray([.. GeneratorReader.FamilyNames.Select(name => JsonValue.Create(name))]) } };
        foreach (var knob in GeneratorReader.Knobs)
        {
            knobs[knob] = knob == "products"
                ? Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{"description":"Number of products; default the family's.","anyOf":[{"type":["integer","null"],"minimum":{{WorldKnobs.FewestProducts}},"maximum":{{WorldKnobs.MostProducts}}},{"$ref":"#/$defs/variable"}]}"""))
                : Parse("""{"description":"0 (easy) to 1 (hard), default 0.5.","anyOf":[{"type":["number","null"],"minimum":0,"maximum":1},{"$ref":"#/$defs/variable"}]}""");
        }

        return new()
        {
            ["description"] = "Draws whole worlds, over which this file is laid; instead of a base.",
            ["type"] = "object",
            ["required"] = new JsonArray("family"),
            ["properties"] = knobs,
            ["additionalProperties"] = false,
        };
    }

    private JsonObject Of(JsonTypeInfo declared)
    {
        var type = Nullable.GetUnderlyingType(declared.Type) is { } inner ? declared.Options.GetTypeInfo(inner) : declared;
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => Record(type),
            JsonTypeInfoKind.Enumerable => List(type),
            _ => Single(type.Type),
        };
    }

    private static JsonObject Single(Type type)
    {
        return type == typeof(string) ? new() { ["type"] = new JsonArray("string", "null") }
            : type == typeof(bool) ? new() { ["type"] = new JsonArray("boolean", "null") }
            : type == typeof(SimDate) ? Parse("""{"type":["string","null"],"pattern":"^([0-9]{4}-[0-9]{2}-[0-9]{2}|.*\\$\\{.*)$"}""")
            : type.IsEnum ? new() { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(TreeWriter.CamelCase(name))), null]) }
            : new() { ["$ref"] = "#/$defs/number" };
    }

    private JsonObject List(JsonTypeInfo type)
    {
        var element = type.Options.GetTypeInfo(type.ElementType!);
        var items = new JsonObject { ["type"] = "array", ["items"] = Of(element) };
        var choices = new JsonArray(items, new JsonObject { ["type"] = "null" });
        if (TreeWriter.IsNamed(element))
        {
            choices.Add(new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(Of(element), new JsonObject { ["type"] = "null" }) } });
        }
        else if (element.Kind == JsonTypeInfoKind.None)
        {
            choices.Add(new JsonObject { ["$ref"] = "#/$defs/change" });
        }

        return new() { ["anyOf"] = choices };
    }

    private JsonObject Record(JsonTypeInfo type)
    {
        if (!_records.ContainsKey(type.Type.Name))
        {
            // Taken before its parts are written, should one of them hold it.
            _records[type.Type.Name] = null;
            var properties = new JsonObject();
            foreach (var property in TreeWriter.Properties(type))
            {
                var schema = Of(type.Options.GetTypeInfo(property.PropertyType));
                properties[property.Name] = new JsonObject([new("description", Description(type.Type, property.Name)), .. schema.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))]);
            }

            if (TreeWriter.IsNamed(type) && type.Type != typeof(WorldDefinition))
            {
                properties[Overlay.LikeKey] = new JsonObject { ["description"] = "A thing of the same list that a new one is like in all it does not say.", ["type"] = "string" };
            }

            _records[type.Type.Name] = new() { ["type"] = new JsonArray("object", "null"), ["properties"] = properties, ["additionalProperties"] = false };
        }

        return new() { ["$ref"] = "#/$defs/" + TreeWriter.CamelCase(type.Type.Name) };
    }

    /// <summary>The summary of a property, or the words on a record's parameter.</summary>
    private string Description(Type type, string name)
    {
        var pascal = char.ToUpperInvariant(name[0]) + name[1..];
        var members = _documentation.Descendants("member").ToLookup(member => (string)member.Attribute("name")!);
        var text = members[$"P:{type.FullName}.{pascal}"].Elements("summary").FirstOrDefault()
            ?? members[$"T:{type.FullName}"].Elements("param").FirstOrDefault(param => (string)param.Attribute("name")! == pascal)
            ?? members.Where(member => member.Key.StartsWith($"M:{type.FullName}.#ctor", StringComparison.Ordinal)).SelectMany(member => member).Elements("param").FirstOrDefault(param => (string)param.Attribute("name")! == pascal);
        return text is null ? throw new InvalidDataException($"{type.Name}.{pascal} is not documented.") : Plain(text);
    }

    private static string Plain(XElement text)
    {
        var words = string.Concat(text.Nodes().Select(node => node switch
        {
            XText plain => plain.Value,
            XElement { HasAttributes: true } reference when reference.Attribute("cref") is { } target => target.Value.Split('(')[0].Split('.')[^1],
            XElement element => element.Value,
            _ => "",
        }));
        return Blanks().Replace(words, " ").Trim();
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
