using Microsoft.Agents.AI;

namespace FbaBench;

/// <summary>An agent of the Microsoft Agent Framework as a seller. It may be shared by any number of episodes: each has a session of its own.</summary>
public sealed class AgentFrameworkAgent : ConversationAgent
{
    private readonly AIAgent _agent;
    private AgentSession? _session;

    /// <param name="agent">Whom to ask.</param>
    /// <param name="options">How mornings are told; null for text.</param>
    public AgentFrameworkAgent(AIAgent agent, ConversationOptions? options = null)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(agent);
        _agent = agent;
    }

    /// <inheritdoc/>
    protected override async ValueTask<string> AskAsync(string message, CancellationToken cancellationToken)
    {
        _session ??= await _agent.CreateSessionAsync(cancellationToken).ConfigureAwait(false);
        return (await _agent.RunAsync(message, _session, cancellationToken: cancellationToken).ConfigureAwait(false)).Text;
    }
}
