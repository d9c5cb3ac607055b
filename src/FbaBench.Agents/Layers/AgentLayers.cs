namespace FbaBench;

/// <summary>The layers of this package, for any agent.</summary>
public static class AgentLayers
{
    /// <summary>Asks again where the agent could not be asked, see <see cref="RetryingAgent"/>.</summary>
    public static AgentBuilder UseRetry(this AgentBuilder builder, ModelRetry? retry = null) => Checked(builder).Use(inner => new RetryingAgent(inner, retry ?? new()));

    /// <summary>Writes decisions to the episode's file <c>decisions</c>, see <see cref="RecordingAgent"/>; nothing where the episode keeps no files.</summary>
    public static AgentBuilder UseRecording(this AgentBuilder builder) =>
        Checked(builder).Use((inner, setting) => setting.OpenFile is { } open ? new RecordingAgent(inner, open("decisions")) : inner);

    /// <summary>An activity a day, see <see cref="TracedAgent"/>.</summary>
    public static AgentBuilder UseTracing(this AgentBuilder builder) => Checked(builder).Use((inner, setting) => new TracedAgent(inner, setting));

    /// <summary>Keeps limits, see <see cref="BudgetedAgent"/>.</summary>
    public static AgentBuilder UseBudget(this AgentBuilder builder, AgentLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Checked(builder).Use(inner => new BudgetedAgent(inner, limits));
    }

    private static AgentBuilder Checked(AgentBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }
}
