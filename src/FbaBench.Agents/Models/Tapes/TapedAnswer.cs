using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>
/// An answer as it is played: what the tape gives back. Arguments of a call that no tape can hold (no JSON, nested too deeply, half a character) come back as none, with an exception that says so: what a model writes is its own
/// matter and no failure of the service.
/// </summary>
internal static class TapedAnswer
{
    private const string Mark = "fbabench.unreadable_arguments";

    /// <summary>The answer as the tape will have it, so that a run and its replay see the same.</summary>
    public static ChatResponse Of(ChatResponse answer)
    {
        foreach (var message in answer.Messages)
        {
            for (var i = 0; i < message.Contents.Count; i++)
            {
                if (message.Contents[i] is FunctionCallContent call && !IsReadable(call))
                {
                    message.Contents[i] = new FunctionCallContent(call.CallId, call.Name, new Dictionary<string, object?>()) { AdditionalProperties = new() { [Mark] = true } };
                }
            }
        }

        return Read(JsonElement.Parse(TapedRequest.Text(json => TapedRequest.Write(json, answer))));
    }

    /// <summary>The answer that a tape holds.</summary>
    public static ChatResponse Read(JsonElement json)
    {
        var answer = TapedRequest.ReadAnswer(json);
        foreach (var call in answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
        {
            if (call.AdditionalProperties?.ContainsKey(Mark) == true)
            {
                call.Exception = new FormatException("The arguments are no JSON that can be read.");
            }
        }

        return answer;
    }

    private static bool IsReadable(FunctionCallContent call)
    {
        try
        {
            return call.Exception is null && (call.Arguments is null || GivenJson.Object(GivenJson.Of(call.Arguments)) is not null);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or JsonException)
        {
            // What was parsed lazily can prove to be no text only when it is written.
            return false;
        }
    }
}
