using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FbaBench.Benchmarks;

/// <summary>A model in this process that takes its time and then does the same every day: looks back and sets a price, then ends the day.</summary>
/// <param name="delay">Its time.</param>
internal sealed class DelayedModel(TimeSpan delay) : IChatClient
{
    public const string Offer = "cake-stands/regency-cakestand";

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var acted = messages.Any(message => message.Role == ChatRole.Tool);
        await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        AIContent[] calls = acted
            ? [new FunctionCallContent("c", "finish", new Dictionary<string, object?> { ["note"] = "done" })]
            : [new FunctionCallContent("a", "readHistory", new Dictionary<string, object?> { ["days"] = 3 }), new FunctionCallContent("b", "setPrice", new Dictionary<string, object?> { ["offer"] = Offer, ["price"] = 25.5 })];
        return new(new ChatMessage(ChatRole.Assistant, calls)) { FinishReason = ChatFinishReason.ToolCalls, Usage = new() { InputTokenCount = 10_000, OutputTokenCount = 50 } };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Holds nothing.
    }
}
