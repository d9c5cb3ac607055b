using System.Runtime.CompilerServices;
using FbaBench.Agents.Tests.Loopback;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.Policies;

/// <summary>A model in memory that answers by a function of the request. What it was asked is kept.</summary>
internal sealed class ScriptedModel(Func<IReadOnlyList<ChatMessage>, int, ChatResponse> answer) : IChatClient
{
    private int _calls;

    public int Calls => _calls;

    /// <summary>One that plays <see cref="SellerPolicy"/>, 1,000 input tokens a call, 400 of them cached, and 50 output tokens, 10 of reasoning.</summary>
    public static ScriptedModel Seller() => new((messages, number) => Answer(SellerPolicy.Decide([.. messages.SelectMany(Of)]), number));

    public static ModelSource Source(IChatClient client) => new("test/seller", client)
    {
        Price = new ModelPrice(2_000_000, 500_000, 8_000_000),
        Retry = new() { FirstWait = TimeSpan.FromMilliseconds(1) },
    };

    public static ChatResponse Answer(LoopbackCall[] calls, int number = 0) => new(new ChatMessage(ChatRole.Assistant, [.. calls.Select(AIContent (call, i) =>
        FunctionCallContent.CreateFromParsedArguments(call.Arguments, call.Id ?? $"call_{number}_{i}", call.Tool, json => System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object?>>(json)))]))
    {
        ModelId = "seller-2026",
        FinishReason = ChatFinishReason.ToolCalls,
        Usage = Usage(1_000, 50),
    };

    public static ChatResponse Text(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop, Usage = Usage(1_000, 50) };

    public static UsageDetails Usage(int input, int output) => new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output, CachedInputTokenCount = input * 4 / 10, ReasoningTokenCount = output / 5 };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(answer([.. messages], Interlocked.Increment(ref _calls)));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Holds nothing.
    }

    private static IEnumerable<LoopbackMessage> Of(ChatMessage message) => message.Role == ChatRole.Tool
        ? message.Contents.OfType<FunctionResultContent>().Select(result => new LoopbackMessage("tool", $"{result.Result}", [], result.CallId))
        : [new(message.Role.Value, message.Text, [], null)];
}
