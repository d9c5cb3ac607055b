namespace FbaBench;

/// <summary>The agents of an episode, to be disposed when it is over, the last one first.</summary>
internal sealed class LivingAgents : IAsyncDisposable
{
    private readonly Stack<IAgent> _agents = [];

    public IAgent Add(IAgent agent)
    {
        _agents.Push(agent);
        return agent;
    }

    public async ValueTask DisposeAsync()
    {
        while (_agents.TryPop(out var agent))
        {
            await AgentLife.EndAsync(agent).ConfigureAwait(false);
        }
    }
}
