namespace FbaBench;

/// <summary>
/// Layers that make an agent fail as agents fail in earnest. Which days are hit is a function of the world, the seat, the repeat and the day (<see cref="AgentContext.Uniform"/>), so that a run with faults replays like any other.
/// </summary>
public static class Faults
{
    private const string Purpose = "fbabench-testing-fault";

    /// <summary>The agent throws on some days instead of deciding; what it would have remembered of them it does not.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="share">Share of the days, 0 to 1.</param>
    public static IAgent Throws(IAgent agent, double share) => new Faulty(agent, share, (_, _) => throw new InjectedFaultException("This fault was put there by a test."));

    /// <summary>The agent could not be asked on some days, for a moment: the first call of such a day throws <see cref="AgentUnavailableException"/>, a second one is answered.</summary>
    /// <inheritdoc cref="Throws"/>
    public static IAgent Unavailable(IAgent agent, double share) => new Unreachable(agent, share);

    /// <summary>The agent's decisions of some days are lost on the way: nothing is done, and the agent does not know.</summary>
    /// <inheritdoc cref="Throws"/>
    public static IAgent Loses(IAgent agent, double share) => new Faulty(agent, share, (_, _) => Decision.None);

    /// <summary>On some days the last decision that was not lost arrives again instead of the new one.</summary>
    /// <inheritdoc cref="Throws"/>
    public static IAgent Repeats(IAgent agent, double share) => new Faulty(agent, share, (_, last) => last);

    /// <summary>Every decision takes effect some days late; until the first one arrives nothing is done.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="days">1 or more.</param>
    public static IAgent Delays(IAgent agent, int days) => new Delayed(agent, days);

    /// <summary>The agent thinks as long on every day before it decides; cancelled, it stops.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="time">How long.</param>
    /// <param name="clock">The clock; default that of the system.</param>
    public static IAgent Thinks(IAgent agent, TimeSpan time, TimeProvider? clock = null) => new Slow(agent, time, clock ?? TimeProvider.System);

    private static bool Hits(AgentContext context, int day, double share) => context.Uniform(Purpose, day) < share;

    private static double Share(double share) => share is >= 0 and <= 1 ? share : throw new ArgumentOutOfRangeException(nameof(share), share, "A share of the days is 0 to 1.");

    /// <summary>The agent decides on every day, so that its memory goes on; on some its decision becomes another.</summary>
    private sealed class Faulty(IAgent inner, double share, Func<Decision, Decision, Decision> hit) : DelegatingAgent(inner)
    {
        private readonly double _share = Share(share);
        private Decision _last = Decision.None;

        public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            var decision = await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
            if (Hits(context, today.Day, _share))
            {
                return hit(decision, _last);
            }

            return _last = decision;
        }
    }

    private sealed class Unreachable(IAgent inner, double share) : DelegatingAgent(inner)
    {
        private readonly double _share = Share(share);
        private int _asked = -1;

        public override ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            if (today.Day != _asked && Hits(context, today.Day, _share))
            {
                _asked = today.Day;
                throw new AgentServiceException("This fault was put there by a test; the next call is answered.");
            }

            return Inner.DecideAsync(today, context, cancellationToken);
        }
    }

    private sealed class Delayed : DelegatingAgent
    {
        private readonly Queue<Decision> _under;

        public Delayed(IAgent inner, int days)
            : base(inner)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
            _under = new(Enumerable.Repeat(Decision.None, days));
        }

        public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            _under.Enqueue(await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false));
            return _under.Dequeue();
        }
    }

    private sealed class Slow : DelegatingAgent
    {
        private readonly TimeSpan _time;
        private readonly TimeProvider _clock;

        public Slow(IAgent inner, TimeSpan time, TimeProvider clock)
            : base(inner)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
            (_time, _clock) = (time, clock);
        }

        public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(_time, _clock, cancellationToken).ConfigureAwait(false);
            return await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>A fault that a test put there.</summary>
public sealed class InjectedFaultException : Exception
{
    internal InjectedFaultException(string message)
        : base(message)
    {
    }
}
