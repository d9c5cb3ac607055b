namespace FbaBench;

/// <summary>Asks an agent that could not be asked again, with waits that double. A tape that does not fit and a model that refuses are not asked again: waiting would change nothing.</summary>
/// <param name="inner">The agent.</param>
/// <param name="retry">How often and how soon.</param>
/// <param name="time">The clock of the waits; null for the system's.</param>
public sealed class RetryingAgent(IAgent inner, ModelRetry retry, TimeProvider? time = null) : DelegatingAgent(inner)
{
    /// <inheritdoc/>
    public override bool ReadsOnlyWhileDeciding => Inner.ReadsOnlyWhileDeciding;

    /// <inheritdoc/>
    public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var wait = retry.FirstWait;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
            }
            catch (AgentUnavailableException error) when (attempt < retry.Attempts && CanPass(error))
            {
                await Task.Delay(wait, time ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, retry.LongestWait.Ticks));
            }
        }
    }

    private static bool CanPass(AgentUnavailableException error) => error is not (TapeException or ModelCallException { IsTransient: false });
}
