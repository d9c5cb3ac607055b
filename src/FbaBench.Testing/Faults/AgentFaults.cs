namespace FbaBench;

/// <summary>
/// Faults as layers around an agent. Which day meets one is drawn by <see cref="AgentContext.Uniform"/> under purposes that begin with <c>fault/</c>: the same world, seat and repeat meet the same faults in every run, and no other draw is
/// touched. A chance is 0 to 1.
/// </summary>
public static class AgentFaults
{
    /// <summary>Throws an <see cref="InjectedFaultException"/> instead of asking the agent.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="chance">Chance of a day.</param>
    public static AgentBuilder UseThrowing(this AgentBuilder builder, double chance) => Add(builder, chance, inner => new ThrowingLayer(inner, chance));

    /// <summary>Waits before the agent is asked.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="wait">How long, at least zero, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="chance">Chance of a day; default every day.</param>
    /// <param name="time">The clock of the wait; null for the system's.</param>
    public static AgentBuilder UseDelay(this AgentBuilder builder, TimeSpan wait, double chance = 1, TimeProvider? time = null) => wait >= TimeSpan.Zero || wait == Timeout.InfiniteTimeSpan
        ? Add(builder, chance, inner => new DelayingLayer(inner, wait, chance, time ?? TimeProvider.System))
        : throw new ArgumentOutOfRangeException(nameof(wait), wait, "A wait is at least zero, or Timeout.InfiniteTimeSpan.");

    /// <summary>Shows the agent what it would have seen some days before, as a cache that is not refreshed would. On the first days it is shown day 0.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="days">How many days before, at least 1.</param>
    public static AgentBuilder UseStale(this AgentBuilder builder, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return Add(builder, 1, inner => new StaleLayer(inner, days));
    }

    /// <summary>Loses commands on their way, each by its own draw.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="chance">Chance of a command.</param>
    public static AgentBuilder UseDropping(this AgentBuilder builder, double chance) => Add(builder, chance, inner => new DroppingLayer(inner, chance));

    /// <summary>Throws an <see cref="AgentServiceException"/> instead of asking the agent, as a service that is down: with it a day is not played, and an episode that is not asked again has no score.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="chance">Chance of a day.</param>
    /// <param name="attempts">How often on such a day, at least 1; default always. A retry layer (<see cref="AgentLayers.UseRetry"/>) that is added before gets through after these.</param>
    public static AgentBuilder UseUnavailable(this AgentBuilder builder, double chance, int attempts = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return Add(builder, chance, inner => new UnavailableLayer(inner, chance, attempts));
    }

    private static AgentBuilder Add(AgentBuilder builder, double chance, Func<IAgent, IAgent> layer)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return chance is >= 0 and <= 1
            ? builder.Use(layer)
            : throw new ArgumentOutOfRangeException(nameof(chance), chance, "A chance is 0 to 1.");
    }
}
