using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FbaBench.Agents.Tests.Loopback;

/// <summary>What the endpoint was asked.</summary>
/// <param name="Number">From 1, in order of arrival.</param>
/// <param name="Headers">By name, whatever its case.</param>
/// <param name="Body">As it came.</param>
internal sealed record LoopbackRequest(int Number, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json { get; } = JsonElement.Parse(Body);

    /// <summary>The model's name without the provider.</summary>
    public string Model => Json.GetProperty("model").GetString()!;

    /// <summary>Whether a stream of events is asked for.</summary>
    public bool IsStreaming => Json.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The conversation, oldest first.</summary>
    public IReadOnlyList<LoopbackMessage> Messages => [.. Json.GetProperty("messages").EnumerateArray().Select(LoopbackMessage.Of)];

    /// <summary>Names of the tools that may be called.</summary>
    public IReadOnlyList<string> Tools => Json.TryGetProperty("tools", out var tools)
        ? [.. tools.EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!)]
        : [];

    /// <summary>The schema of the structured output that is asked for (<c>response_format</c> of type <c>json_schema</c>), or null.</summary>
    public JsonElement? ResponseSchema => Json.TryGetProperty("response_format", out var format) && format.TryGetProperty("json_schema", out var schema)
        ? schema.GetProperty("schema")
        : null;

    public static async Task<LoopbackRequest> ReadAsync(HttpContext context, int number, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(number, headers, await reader.ReadToEndAsync(cancellationToken));
    }
}

/// <summary>A message of the conversation.</summary>
/// <param name="Role">system, user, assistant or tool.</param>
/// <param name="Text">Its text, the parts of it joined.</param>
/// <param name="Calls">The tools that the assistant called.</param>
/// <param name="CallId">Of a tool's answer: the call that it answers.</param>
internal sealed record LoopbackMessage(string Role, string Text, IReadOnlyList<LoopbackCall> Calls, string? CallId)
{
    public static LoopbackMessage Of(JsonElement message) => new(
        message.GetProperty("role").GetString()!,
        message.TryGetProperty("content", out var content) ? TextOf(content) : "",
        message.TryGetProperty("tool_calls", out var calls) ? [.. calls.EnumerateArray().Select(LoopbackCall.Of)] : [],
        message.TryGetProperty("tool_call_id", out var id) ? id.GetString() : null);

    private static string TextOf(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Where(part => part.TryGetProperty("text", out _)).Select(part => part.GetProperty("text").GetString())),
        _ => "",
    };
}

/// <summary>A call of a tool.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Arguments">As the model writes them: JSON, or what it takes for it.</param>
internal sealed record LoopbackCall(string Tool, string Arguments)
{
    /// <summary>The call's id; null where the answer numbers it.</summary>
    public string? Id { get; init; }

    /// <summary>A call with an object's properties as arguments.</summary>
    public static LoopbackCall With(string tool, object arguments) => new(tool, JsonSerializer.Serialize(arguments));

    public static LoopbackCall Of(JsonElement call) =>
        new(call.GetProperty("function").GetProperty("name").GetString()!, call.GetProperty("function").GetProperty("arguments").GetString()!) { Id = call.GetProperty("id").GetString() };
}
