namespace FbaBench;

/// <summary>A layer around another agent that passes everything on; a subclass changes what it needs to. Disposing it disposes the agent inside.</summary>
public abstract class DelegatingAgent : IAgent, IAsyncDisposable
{
    /// <param name="inner">The agent inside.</param>
    protected DelegatingAgent(IAgent inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <summary>The agent inside.</summary>
    public IAgent Inner { get; }

    /// <inheritdoc/>
    public virtual ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) =>
        Inner.DecideAsync(today, context, cancellationToken);

    /// <summary>False, whatever the agent inside says: the layer might keep what it sees. A layer that does not passes the agent's word on.</summary>
    public virtual bool ReadsOnlyWhileDeciding => false;

    /// <summary>Disposes the agent inside, where it can be disposed.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return AgentLife.EndAsync(Inner);
    }
}

/// <summary>The end of an agent's life.</summary>
public static class AgentLife
{
    /// <summary>Disposes an agent that can be disposed: what whoever made an instance does when its episode is over.</summary>
    public static async ValueTask EndAsync(IAgent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        switch (agent)
        {
            case IAsyncDisposable later:
                await later.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable now:
                now.Dispose();
                break;
        }
    }

    /// <summary>The first layer of a type, from the outside in, or the agent itself; null where none is of it.</summary>
    public static T? Find<T>(IAgent agent)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(agent);
        for (var one = agent; ; one = ((DelegatingAgent)one).Inner)
        {
            if (one is T found)
            {
                return found;
            }

            if (one is not DelegatingAgent)
            {
                return null;
            }
        }
    }
}
