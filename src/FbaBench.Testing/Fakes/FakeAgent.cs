namespace FbaBench;

/// <summary>
/// Agents for tests, each doing one thing that a test can count on; on all other days they do nothing. Every call returns a fresh instance. For an agent that does nothing at all there is <see cref="DoNothing"/>, for one that trades at random
/// <see cref="RandomValid"/>.
/// </summary>
public static class FakeAgent
{
    /// <summary>Gives these commands on these days, those of one day in the order in which they stand here.</summary>
    public static IForkableAgent Scripted(params (int Day, Command Command)[] script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var byDay = script.ToLookup(line => line.Day, line => line.Command ?? throw new ArgumentException($"The command of day {line.Day} is null.", nameof(script)));
        return new DecidingAgent(today => byDay[today.Day]);
    }

    /// <summary>Decides by a function of what it sees.</summary>
    /// <param name="decide">The commands of a day; keep no memory in it, because a fork uses the same function.</param>
    public static IForkableAgent Deciding(Func<Observation, IEnumerable<Command>> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new DecidingAgent(decide);
    }

    /// <summary>Gives every day commands that no world takes: offers and orders that are not there, amounts below zero and beyond every limit. Each is refused alone.</summary>
    public static IForkableAgent Invalid() => new DecidingAgent(InvalidCommands.Of);

    /// <summary>Gives every day one command more than the world's <see cref="KernelLimits.CommandsPerDay"/> may be: those beyond the limit are refused.</summary>
    /// <param name="limit">The world's limit; default that of a world that says nothing else.</param>
    public static IForkableAgent Flooding(int? limit = null)
    {
        var count = (limit ?? new KernelLimits().CommandsPerDay) + 1;
        return new DecidingAgent(_ => Enumerable.Repeat<Command>(new ChargeInference(0, 0, 0), count));
    }

    /// <summary>Throws on a day.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="error">Makes what is thrown; default an <see cref="InjectedFaultException"/>.</param>
    public static IForkableAgent Throwing(int day, Func<Exception>? error = null) =>
        new DecidingAgent(today => today.Day == day ? throw error?.Invoke() ?? new InjectedFaultException(FormattableString.Invariant($"A fake agent throws on day {day}.")) : []);

    /// <summary>Cannot be asked on a day, however often it is tried: an <see cref="AgentServiceException"/>, with which the episode has no score.</summary>
    /// <param name="day">The day, from 0.</param>
    public static IForkableAgent Unavailable(int day) => Throwing(day, () => new AgentServiceException(FormattableString.Invariant($"A fake agent's service is down on day {day}.")));

    /// <summary>Returns no decision on a day: null.</summary>
    /// <param name="day">The day, from 0.</param>
    public static IForkableAgent WithoutDecision(int day) => new SilentAgent(day);

    /// <summary>Waits before every decision.</summary>
    /// <param name="wait">How long, at least zero; <see cref="Timeout.InfiniteTimeSpan"/> for one that never answers. It ends with the token.</param>
    /// <param name="time">The clock of the wait; null for the system's. A test gives one that it moves itself.</param>
    public static IAgent Slow(TimeSpan wait, TimeProvider? time = null) => new AgentBuilder(() => new DoNothing()).UseDelay(wait, time: time).Build()(AgentSetting.Alone("slow"));

    /// <summary>
    /// Plays back what <see cref="RecordingAgent"/> wrote, in the world in which it was written: decisions as they were, days without one as such, and days on which the recorded agent threw with an <see cref="InjectedFaultException"/>.
    /// </summary>
    /// <param name="recording">The recording; it is read at once and left open.</param>
    /// <exception cref="InvalidDataException">Not a recording; the message names the line.</exception>
    public static IForkableAgent Recorded(Stream recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return new RecordedAgent(DecisionRecording.Read(recording));
    }

    /// <summary>Plays back a seat's commands of a run log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="seat">The seat.</param>
    public static IForkableAgent Recorded(RunLogReader log, Seat seat)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new RecordedAgent(DecisionRecording.Of(log, seat));
    }
}
