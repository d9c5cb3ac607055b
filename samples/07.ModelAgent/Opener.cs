using System.Globalization;
using FbaBench;
using Microsoft.Extensions.AI;

/// <summary>A chat client that needs no network: opens what has stock at five times its landed cost, and ends the day.</summary>
sealed class Opener : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var conversation = messages.ToList();
        var morning = conversation.Last(message => message.Role == ChatRole.User).Text;
        var calls = conversation[^1].Role == ChatRole.Tool || options?.Tools is null ? [] : Closed(morning).Select(row => new FunctionCallContent(row[0], "setPrice", new Dictionary<string, object?>
        {
            ["offer"] = row[0],
            ["price"] = decimal.Parse(row[2], CultureInfo.InvariantCulture) * 5,
        })).ToList();
        if (calls.Count == 0)
        {
            calls.Add(new FunctionCallContent("end", "finish", new Dictionary<string, object?> { ["note"] = "Everything with stock is open." }));
        }

        var usage = new UsageDetails { InputTokenCount = conversation.Sum(message => TokenEstimate.Of(message.Text)), OutputTokenCount = 20 * calls.Count };
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. calls])) { Usage = usage });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("This client does not stream; leave ChatAgentFactory.Streaming off.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static IEnumerable<string[]> Closed(string morning) => morning.Split("YOUR OFFERS: stock")[1].Split("\n\n")[0].Split('\n')
        .Select(row => row.Split(" | ")).Where(row => row is [_, "closed", _, not "0", ..]);
}
