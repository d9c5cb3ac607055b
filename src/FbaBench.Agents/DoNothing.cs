namespace FbaBench;

/// <summary>Never gives a command. Offers start closed, so it sells nothing: its result is the zero of the scale.</summary>
public sealed class DoNothing : IForkableAgent
{
    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new DoNothing();

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(Decision.None);
}
