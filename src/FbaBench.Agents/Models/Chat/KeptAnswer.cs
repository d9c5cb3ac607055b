using System.Globalization;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>
/// What the conversation of a day keeps of an answer. Long parts are cut, since they would only cost; names and ids that services do not take back are replaced, since a refused conversation would end the day without a fault of
/// the model's being recorded.
/// </summary>
internal sealed class KeptAnswer
{
    /// <summary>Characters of texts and arguments together: some 12,000 tokens.</summary>
    private const int Longest = 50_000;

    /// <summary>What the protocol allows for names; ids have no rule, and every known service's are shorter.</summary>
    private const int LongestName = 64;

    private readonly HashSet<string> _ids;
    private readonly int _place;
    private readonly List<(FunctionCallContent, string)> _calls = [];
    private int _left = Longest;

    private KeptAnswer(ChatResponse answer, List<ChatMessage> conversation)
    {
        _place = conversation.Count;
        _ids = conversation.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(call => call.CallId).ToHashSet(StringComparer.Ordinal);
        foreach (var message in answer.Messages)
        {
            AIContent[] contents = [.. message.Contents.Select(Kept).OfType<AIContent>()];
            if (contents.Length == 0)
            {
                continue;
            }

            var kept = message;
            if (!contents.SequenceEqual(message.Contents))
            {
                kept = message.Clone();
                kept.Contents = contents;
            }

            conversation.Add(kept);
        }
    }

    /// <summary>The calls of tools as the model made them, with the ids that they have in the conversation.</summary>
    public IReadOnlyList<(FunctionCallContent Call, string Id)> Calls => _calls;

    /// <summary>Adds an answer to a conversation. The answer stays as it is: the tape has it whole.</summary>
    public static KeptAnswer Add(ChatResponse answer, List<ChatMessage> conversation) => new(answer, conversation);

    private AIContent? Kept(AIContent content) => content switch
    {
        TextContent text => text.Text.Length == 0 ? null : Take(text.Text.Length) ? text : new TextContent(ShortText.Cut(text.Text, Rest())),
        TextReasoningContent thought => Take(thought.Text.Length) ? thought : null,
        FunctionCallContent call => Kept(call),
        _ => content,
    };

    private FunctionCallContent Kept(FunctionCallContent call)
    {
        var id = call.CallId.Length is > 0 and <= LongestName ? call.CallId : string.Create(CultureInfo.InvariantCulture, $"call_{_place}_{_calls.Count}");
        while (!_ids.Add(id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"call_{_place}_{_calls.Count}_{_ids.Count}");
        }

        _calls.Add((call, id));
        var name = Name(call.Name);
        var isShort = Take(call.Arguments is null ? 0 : GivenJson.Of(call.Arguments).Length);
        return isShort && id == call.CallId && name == call.Name ? call : new(id, name, isShort ? call.Arguments : new Dictionary<string, object?>());
    }

    private bool Take(int length)
    {
        if (length > _left)
        {
            return false;
        }

        _left -= length;
        return true;
    }

    private int Rest()
    {
        var rest = _left;
        _left = 0;
        return rest;
    }

    private static string Name(string name) => name.Length == 0 ? "_" : string.Concat(name.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
}
