namespace FbaBench;

/// <summary>Decides by a function of the day.</summary>
internal sealed class DecidingAgent(Func<Observation, IEnumerable<Command>> decide) : IForkableAgent
{
    public IForkableAgent Fork() => new DecidingAgent(decide);

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(new Decision([.. decide(today)]));
}

/// <summary>Returns null on a day.</summary>
internal sealed class SilentAgent(int day) : IForkableAgent
{
    public IForkableAgent Fork() => new SilentAgent(day);

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(today.Day == day ? null! : Decision.None);
}
