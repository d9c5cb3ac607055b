using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>Tools that are commands: one for each in the schema of decisions, with its fields.</summary>
internal static class CommandTools
{
    /// <summary>What the harness charges for is no choice of the model.</summary>
    private static readonly string[] NotOffered = [JsonNamingPolicy.CamelCase.ConvertName(nameof(ChargeInference))];

    /// <summary>The tools, in the schema's order.</summary>
    public static IReadOnlyList<AIFunctionDeclaration> All { get; } = Read();

    /// <summary>Schema of a decision as one structured answer: the commands, and a note.</summary>
    public static JsonElement Structured { get; } = StructuredSchema();

    private static AIFunctionDeclaration[] Read()
    {
        var definitions = Definitions();
        return
        [
            .. Names(definitions).Select(name =>
            {
                var definition = Inlined(definitions[name]!, definitions).AsObject();
                var description = definition["description"]!.GetValue<string>();
                definition.Remove("description");
                definition["properties"]!.AsObject().Remove("command");
                var required = definition["required"]!.AsArray();
                required.Remove(required.Single(field => field!.GetValue<string>() == "command"));
                return AIFunctionFactory.CreateDeclaration(name, description, Element(definition));
            }),
        ];
    }

    private static JsonElement StructuredSchema()
    {
        var definitions = Definitions();
        var commands = new JsonArray([.. Names(definitions).Select(name => Inlined(definitions[name]!, definitions))]);
        return Element(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["commands"] = new JsonObject
                {
                    ["description"] = "What to do today, in order; empty for a day without commands.",
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["anyOf"] = commands },
                },
                ["note"] = new JsonObject { ["description"] = "A note to yourself for later days.", ["type"] = "string" },
            },
            ["required"] = new JsonArray("commands", "note"),
            ["additionalProperties"] = false,
        });
    }

    private static JsonObject Definitions() => JsonNode.Parse(DecisionJson.Schema)!["$defs"]!.AsObject();

    private static IEnumerable<string> Names(JsonObject definitions) => definitions["command"]!["oneOf"]!.AsArray()
        .Select(reference => reference!["$ref"]!.GetValue<string>().Split('/')[^1])
        .Where(name => !NotOffered.Contains(name));

    /// <summary>A copy in which every reference is replaced by what it refers to: services take schemas without definitions.</summary>
    private static JsonNode Inlined(JsonNode node, JsonObject definitions)
    {
        switch (node)
        {
            case JsonObject one:
                var copy = new JsonObject();
                foreach (var (key, value) in one)
                {
                    if (key != "$ref")
                    {
                        copy[key] = value is null ? null : Inlined(value, definitions);
                        continue;
                    }

                    foreach (var (inner, what) in Inlined(definitions[value!.GetValue<string>().Split('/')[^1]]!, definitions).AsObject())
                    {
                        if (!one.ContainsKey(inner))
                        {
                            copy[inner] = what?.DeepClone();
                        }
                    }
                }

                return copy;
            case JsonArray many:
                return new JsonArray([.. many.Select(value => value is null ? null : Inlined(value, definitions))]);
            default:
                return node.DeepClone();
        }
    }

    private static JsonElement Element(JsonNode node) => JsonElement.Parse(node.ToJsonString());
}
