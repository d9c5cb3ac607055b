using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>JSON that a model wrote, as far as anything can be done with it.</summary>
internal static class GivenJson
{
    /// <summary>No command comes near, and half of what a reader takes by default is left for what stands around it on a tape.</summary>
    private const int MostDepth = 32;

    /// <summary>An object; null where the text is another thing, is nested deeper than 32, or has half a surrogate pair in it.</summary>
    public static JsonElement? Object(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { MaxDepth = MostDepth });
            return json.RootElement.ValueKind == JsonValueKind.Object && IsText(json.RootElement) ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The arguments of a call as JSON.</summary>
    public static string Of(IDictionary<string, object?> arguments) => JsonSerializer.Serialize(arguments, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)));

    /// <summary>Whether every text in it is one: escapes can spell halves of surrogate pairs, which only show when they are read.</summary>
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.Object => value.EnumerateObject().All(property => property.Name.Length >= 0 && IsText(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
