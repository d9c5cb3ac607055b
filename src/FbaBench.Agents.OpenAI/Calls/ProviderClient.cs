using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace FbaBench.Agents.OpenAI;

/// <summary>Asks once, within the provider's limits and time, and throws <see cref="ModelCallException"/> for whatever is no fault of the caller.</summary>
internal sealed class ProviderClient(IChatClient inner, OpenAIProviderOptions options, ProviderLimits limits) : DelegatingChatClient(inner)
{
    private const int CharactersPerToken = 4;

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatMessage[] asked = [.. messages];
        using var call = await limits.EnterAsync(Expected(asked, chatOptions), cancellationToken).ConfigureAwait(false);
        using var timeout = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var progress = new ServiceHandler.Progress();
        ServiceHandler.Follow(progress);
        try
        {
            var response = await base.GetResponseAsync(asked, chatOptions, either.Token).ConfigureAwait(false);
            call.Settle(TokenUsage.Of(response.Usage));
            if (response.RawRepresentation is ChatCompletion { Usage: { } usage } && CostOf(usage) is { } cost)
            {
                (response.AdditionalProperties ??= [])[ModelCost.Property] = cost;
            }

            return response;
        }
        catch (Exception exception) when (Translated(exception, progress, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatMessage[] asked = [.. messages];
        using var call = await limits.EnterAsync(Expected(asked, chatOptions), cancellationToken).ConfigureAwait(false);
        using var timeout = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var updates = base.GetStreamingResponseAsync(asked, chatOptions, either.Token).GetAsyncEnumerator(either.Token);
        await using (updates.ConfigureAwait(false))
        {
            var progress = new ServiceHandler.Progress();
            var isFinished = false;
            while (await NextAsync(updates, progress, cancellationToken).ConfigureAwait(false) is { } update)
            {
                isFinished |= update.FinishReason is not null;
                call.Settle(TokenUsage.Of(update.Contents.OfType<UsageContent>().LastOrDefault()?.Details));
                if (update.RawRepresentation is StreamingChatCompletionUpdate { Usage: { } usage } && CostOf(usage) is { } cost)
                {
                    (update.AdditionalProperties ??= [])[ModelCost.Property] = cost;
                }

                yield return update;
            }

            if (!isFinished)
            {
                throw Failures.CutShort(options.Name);
            }
        }
    }

    private async ValueTask<ChatResponseUpdate?> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, ServiceHandler.Progress progress, CancellationToken cancellationToken)
    {
        // Of each step anew: what a step sets ends with it.
        ServiceHandler.Follow(progress);
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false) ? updates.Current : null;
        }
        catch (Exception exception) when (Translated(exception, progress, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>The failure that an exception stands for; null where it is the caller's own, or one of ours already.</summary>
    private ModelCallException? Translated(Exception exception, ServiceHandler.Progress progress, CancellationToken cancellationToken) => exception switch
    {
        ModelCallException => null,
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException => Failures.TimedOut(options.Name, options.Timeout),
        AggregateException { InnerExceptions: [ModelCallException failure, ..] } => failure,
        ClientResultException => Failures.Disconnected(options.Name, "no answer"),
        JsonException when progress.IsAnswered => Failures.Malformed(options.Name, "no JSON, or fields of other types"),
        _ when progress.IsAnswered => Failures.Malformed(options.Name, "fields are missing or of other types, or there is no choice"),
        _ => null,
    };

    private static long Expected(ChatMessage[] messages, ChatOptions? chatOptions) =>
        (messages.Sum(message => message.Contents.Sum(content => (long)((content as TextContent)?.Text.Length ?? 0))) / CharactersPerToken) + (chatOptions?.MaxOutputTokens ?? 0);

    /// <summary>What OpenRouter adds to the usage, <c>cost</c> in dollars, in millionths of a dollar and rounded up.</summary>
    private static long? CostOf(ChatTokenUsage usage)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ((IJsonModel<ChatTokenUsage>)usage).Write(writer, ModelReaderWriterOptions.Json);
        }

        using var json = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return json.RootElement.TryGetProperty("cost", out var cost) && cost.ValueKind == JsonValueKind.Number && cost.TryGetDecimal(out var dollars) && dollars is >= 0 and <= 1_000_000
            ? (long)decimal.Ceiling(dollars * 1_000_000)
            : null;
    }
}
