using System.Text;
using System.Text.Json.Nodes;

namespace FbaBench.Agents.Tests.Loopback;

/// <summary>Answers in the form of the protocol: one completion, or the same as a stream of chunks.</summary>
internal static class LoopbackCompletion
{
    private const int PieceLength = 16;

    public static string Write(LoopbackRequest request, LoopbackAnswer answer, string? text, IReadOnlyList<LoopbackCall> calls)
    {
        var finish = answer.FinishReason ?? (calls.Count > 0 ? "tool_calls" : "stop");

        // Numbered by the conversation, not by arrival: the same question gets the same answer.
        var numbered = calls.Select((call, index) => call with { Id = call.Id ?? $"call_{request.Messages.Count}_{index}" }).ToArray();
        return request.IsStreaming ? Stream(request, answer, text, numbered, finish) : Whole(request, answer, text, numbered, finish);
    }

    private static string Whole(LoopbackRequest request, LoopbackAnswer answer, string? text, LoopbackCall[] calls, string finish)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (calls.Length > 0)
        {
            message["tool_calls"] = new JsonArray([.. calls.Select(call => Call(call, call.Arguments))]);
        }

        var completion = Envelope(request, "chat.completion", new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finish });
        if (answer.Usage is { } usage)
        {
            completion["usage"] = Usage(usage);
        }

        return completion.ToJsonString();
    }

    private static string Stream(LoopbackRequest request, LoopbackAnswer answer, string? text, LoopbackCall[] calls, string finish)
    {
        var events = new StringBuilder();
        Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
        foreach (var piece in (text ?? "").Chunk(PieceLength))
        {
            Chunk(new JsonObject { ["content"] = new string(piece) }, null);
        }

        for (var index = 0; index < calls.Length; index++)
        {
            var first = Call(calls[index], "");
            first["index"] = index;
            Chunk(new JsonObject { ["tool_calls"] = new JsonArray(first) }, null);
            foreach (var piece in calls[index].Arguments.Chunk(PieceLength))
            {
                var part = new JsonObject { ["index"] = index, ["function"] = new JsonObject { ["arguments"] = new string(piece) } };
                Chunk(new JsonObject { ["tool_calls"] = new JsonArray(part) }, null);
            }
        }

        Chunk([], finish);
        if (answer.Usage is { } usage)
        {
            var last = Envelope(request, "chat.completion.chunk");
            last["usage"] = Usage(usage);
            Event(last.ToJsonString());
        }

        Event("[DONE]");
        return events.ToString();

        void Chunk(JsonObject delta, string? reason) =>
            Event(Envelope(request, "chat.completion.chunk", new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason }).ToJsonString());

        void Event(string data) => events.Append("data: ").Append(data).Append("\n\n");
    }

    private static JsonObject Envelope(LoopbackRequest request, string kind, params JsonNode[] choices) => new()
    {
        ["id"] = $"chatcmpl-{request.Number}",
        ["object"] = kind,
        ["created"] = 1_700_000_000,
        ["model"] = request.Model,
        ["choices"] = new JsonArray(choices),
    };

    private static JsonObject Call(LoopbackCall call, string arguments) => new()
    {
        ["id"] = call.Id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Tool, ["arguments"] = arguments },
    };

    private static JsonObject Usage(LoopbackUsage usage)
    {
        var json = new JsonObject
        {
            ["prompt_tokens"] = usage.Input,
            ["completion_tokens"] = usage.Output,
            ["total_tokens"] = usage.Input + usage.Output,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = usage.Cached },
            ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = usage.Reasoning },
        };
        if (usage.Cost is { } cost)
        {
            json["cost"] = JsonNode.Parse(cost);
        }

        return json;
    }
}
