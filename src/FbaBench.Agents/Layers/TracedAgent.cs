namespace FbaBench;

/// <summary>An activity for every day of an agent, <c>invoke_agent NAME</c>, see <see cref="ModelTelemetry"/>. Model agents have one of their own.</summary>
/// <param name="inner">The agent.</param>
/// <param name="setting">Its name and episode.</param>
public sealed class TracedAgent(IAgent inner, AgentSetting setting) : DelegatingAgent(inner)
{
    /// <inheritdoc/>
    public override bool ReadsOnlyWhileDeciding => Inner.ReadsOnlyWhileDeciding;

    /// <inheritdoc/>
    public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        using var activity = ModelTelemetry.Invoke(setting, today.Day);
        try
        {
            var decision = await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
            activity?.SetTag("fbabench.commands", decision?.Commands?.Count);
            return decision!;
        }
        catch (Exception error)
        {
            ModelTelemetry.Failed(activity, error.GetType().Name);
            throw;
        }
    }
}
