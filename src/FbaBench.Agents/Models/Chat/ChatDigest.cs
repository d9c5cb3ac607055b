using System.Security.Cryptography;
using System.Text;

namespace FbaBench.Agents.Models;

/// <summary>Digests that tell what an agent is told, and how it is asked, from what others are.</summary>
internal static class ChatDigest
{
    public static string OfPrompt(ChatAgentOptions options) => Of(json =>
    {
        json.WriteString("prompt", options.Template.Digest);
        json.WriteString("reflect", PromptTemplate.Reflect.Digest);
        json.WriteString("persona", options.Persona?.Prompt);
        json.WriteString("decision", DecisionJson.Schema);
        json.WriteStartArray("tools");
        foreach (var tool in SellerTools.All)
        {
            json.WriteStringValue(tool.Name + ": " + tool.Description);
        }

        json.WriteEndArray();
    });

    public static string OfSettings(ChatAgentOptions options) => Of(json =>
    {
        json.WriteString("mode", options.Mode.ToString());
        json.WriteNumber("everyDays", options.EveryDays);
        json.WriteNumber("maxSteps", options.MaxSteps);
        json.WriteNumber("maxToolCalls", options.MaxToolCalls);
        json.WriteNumber("observationTokens", options.ObservationTokens);
        json.WriteNumber("rulesTokens", options.RulesTokens);
        json.WriteString("memory", options.Memory.ToString());
        json.WriteNumber("memoryDays", options.MemoryDays);
        json.WriteNumber("reflectEveryDays", options.ReflectEveryDays);
        json.WriteNumber("memoryTokens", options.MemoryTokens);
        json.WriteString("temperature", options.Temperature?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("seed", options.Seed?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("reasoning", options.Reasoning?.ToString());
    });

    private static string Of(Action<System.Text.Json.Utf8JsonWriter> write)
    {
        var text = TapedRequest.Text(json =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
