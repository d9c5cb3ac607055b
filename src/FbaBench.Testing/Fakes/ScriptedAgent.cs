namespace FbaBench;

/// <summary>An agent that does what a test says, and remembers what it was shown.</summary>
public sealed class ScriptedAgent : IAgent
{
    private readonly Func<Observation, AgentContext, Decision> _decide;
    private readonly List<int> _days = [];

    /// <param name="decide">The decision of a day; what it throws the agent throws.</param>
    public ScriptedAgent(Func<Observation, AgentContext, Decision> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        _decide = decide;
    }

    /// <summary>The days on which it was asked, in order.</summary>
    public IReadOnlyList<int> Days => _days;

    /// <summary>An agent that does nothing.</summary>
    public static ScriptedAgent Idle() => new((_, _) => Decision.None);

    /// <summary>An agent with decisions for some days, and nothing on all others.</summary>
    /// <param name="decisions">By day, from 0.</param>
    public static ScriptedAgent Of(IReadOnlyDictionary<int, Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return new((today, _) => decisions.TryGetValue(today.Day, out var decision) ? decision : Decision.None);
    }

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        _days.Add(today.Day);
        return ValueTask.FromResult(_decide(today, context));
    }
}
