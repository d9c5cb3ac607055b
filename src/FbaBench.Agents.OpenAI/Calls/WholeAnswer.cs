using System.Text.Json;

namespace FbaBench.Agents.OpenAI;

/// <summary>
/// Holds an answer that is no stream against the protocol where the official client looks away: a text that is no text would come out as an answer that says nothing, and that would be the agent's fault.
/// </summary>
internal static class WholeAnswer
{
    /// <exception cref="ModelCallException">It is no answer.</exception>
    public static void Check(ReadOnlyMemory<byte> body, string provider)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // Without the cause: it quotes the body.
            throw Failures.Malformed(provider, "it is no JSON");
        }

        using (json)
        {
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } answer || !answer.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0)
            {
                throw Failures.Malformed(provider, "it has no choice");
            }

            if (choices[0] is not { ValueKind: JsonValueKind.Object } choice || !choice.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
            {
                throw Failures.Malformed(provider, "its choice has no message");
            }

            if (message.TryGetProperty("content", out var content) && content.ValueKind is not (JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Null))
            {
                throw Failures.Malformed(provider, "its text is none");
            }
        }
    }
}
