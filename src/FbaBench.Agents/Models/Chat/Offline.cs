using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>The model of a run that is replayed: its tape answers, and nobody is ever asked.</summary>
internal sealed class Offline : IChatClient
{
    /// <summary>What it cost stands on the tape.</summary>
    public static ModelSource Model(string name) => new(name, new Offline()) { Price = new ModelPrice(0, 0, 0) };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw Nobody();

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw Nobody();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Holds nothing.
    }

    private static ModelCallException Nobody() => new(ModelFailureKind.Rejected, "The run is replayed: its model is not asked.");
}
