using FbaBench.Runtime;

namespace FbaBench;

/// <summary>The ways a session begins: a first morning, a world as it stands, a recorded run, a killed one.</summary>
public sealed partial class SimulationSession
{
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromDays(30);

    /// <summary>Starts a session on a world's first morning.</summary>
    /// <exception cref="WorldDefinitionException">The scenario's definition is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SimulationSession Start(IScenario scenario, WorldSeed world, SessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Start(scenario.Define(world), world, options);
    }

    /// <summary>Starts a session of a definition.</summary>
    /// <inheritdoc cref="Start(IScenario, WorldSeed, SessionOptions?)"/>
    public static SimulationSession Start(WorldDefinition definition, WorldSeed world, SessionOptions? options = null) =>
        Owning(options, ready => Over(Simulation.Create(definition, world), ready));

    /// <summary>Starts a session that shares with others of the same definition what never changes: thousands of them then cost little more than their states.</summary>
    /// <param name="prepared">What is shared.</param>
    /// <param name="world">The world's seed.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SimulationSession Start(PreparedWorld prepared, WorldSeed world, SessionOptions? options = null) => Owning(options, ready =>
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return Over(prepared.Start(world), ready);
    });

    /// <summary>
    /// Plays a world on from where it stands: a fork, a replayed or a loaded one. The session works on a copy. With the same
    /// agents it comes to what the world would have come to; whoever is seated sees it first on that day.
    /// </summary>
    /// <param name="from">The world.</param>
    /// <param name="options">As for a new session, but without a log when a day is played: a log begins on day 0, see <see cref="Start(RunLogReader, int, SessionOptions?)"/>.</param>
    /// <exception cref="ArgumentException">A log is given, and a day of the world is played or it goes on in another future.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SimulationSession Start(Simulation from, SessionOptions? options = null) => Owning(options, ready =>
    {
        ArgumentNullException.ThrowIfNull(from);
        if (ready.Log is not null && from.Day > 0)
        {
            throw new ArgumentException($"A log begins on day 0, and this world stands on day {from.Day}. Start from a log of its first days to write one, or leave Log out.", nameof(options));
        }

        if (ready.Log is not null && from.IsInAnotherFuture)
        {
            throw new ArgumentException("This world goes on in another future, which no log can replay; start from the world that it was made of to write one, or leave Log out.", nameof(options));
        }

        return Over(from.Fork(), ready);
    });

    /// <summary>
    /// Forks a recorded run: stands on the morning of a day, and whoever is seated plays on. Agents are not shown the days before. A
    /// log of the new run holds the recorded days first, so that it can be verified like any other.
    /// </summary>
    /// <param name="log">The recorded run; read only.</param>
    /// <param name="day">The first day to play anew, from 0 to the number of recorded days.</param>
    /// <param name="options">As for a new session; repeat and canary are those of the log.</param>
    /// <exception cref="ArgumentOutOfRangeException">The log does not reach the day, or an option is out of range.</exception>
    /// <exception cref="RunLogException">A recorded day comes to something else than the log says.</exception>
    public static SimulationSession Start(RunLogReader log, int day, SessionOptions? options = null) => Owning(options, ready =>
    {
        ArgumentNullException.ThrowIfNull(log);
        if (day < 0 || day > log.Days.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(day), $"The log has {log.Days.Count} days; a fork can begin on day 0 to {log.Days.Count}, not on day {day}.");
        }

        var simulation = log.Start();
        var session = Over(simulation, ready with { Repeat = log.Manifest.Repeat, Canary = log.Manifest.Canary });
        foreach (var logged in log.Days.Take(day))
        {
            session.Replay(logged);
            session._log?.Append(simulation, [.. logged.Decisions], [.. logged.Faults]);
        }

        return session;
    });

    /// <summary>
    /// Goes on with a run whose log was not sealed (a killed process). The recorded days are played from the log; every fresh
    /// agent is shown its recorded observations, so that it can rebuild its memory, and the log's decisions stand.
    /// </summary>
    /// <param name="log">The log, readable, writable and seekable. An incomplete last entry is cut off. Owned by the call: disposed when it fails, else with the session.</param>
    /// <param name="agents">A fresh agent for each seat that an agent plays.</param>
    /// <param name="options">As for a new session; repeat, canary and log are those of the log.</param>
    /// <param name="cancellationToken">Stops the replay.</param>
    /// <exception cref="RunLogException">The log is damaged, cut or already sealed; the message names the entry.</exception>
    public static async Task<SimulationSession> ResumeAsync(
        Stream log,
        IReadOnlyDictionary<Seat, IAgent> agents,
        SessionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(agents);
        try
        {
            using var reader = RunLogReader.Open(log, leaveOpen: true);
            options = Checked(options) with { Repeat = reader.Manifest.Repeat, Canary = reader.Manifest.Canary, Log = null };
            var session = new SimulationSession(reader.Start(), options, log: null);
            foreach (var (seat, agent) in agents)
            {
                session.Seat(seat, agent);
            }

            // Only a log that replays is written to.
            await session.ReplayAsync(reader.Days, cancellationToken).ConfigureAwait(false);
            session._log = RunLogWriter.Resume(log, reader, session._simulation);
            return session;
        }
        catch
        {
            await log.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static SimulationSession Over(Simulation simulation, SessionOptions options) =>
        new(simulation, options, options.Log is { } stream ? RunLogWriter.Create(stream, simulation, options.Repeat, options.Canary) : null);

    /// <summary>The stream of a log belongs to the call: it is closed when the session cannot start.</summary>
    private static SimulationSession Owning(SessionOptions? options, Func<SessionOptions, SimulationSession> start)
    {
        try
        {
            return start(Checked(options));
        }
        catch
        {
            options?.Log?.Dispose();
            throw;
        }
    }

    private static SessionOptions Checked(SessionOptions? options)
    {
        options ??= new SessionOptions();
        if (options.DecisionDeadline is { } deadline && (deadline <= TimeSpan.Zero || deadline > LongestDeadline))
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"DecisionDeadline is {deadline}; allowed is a time above zero and at most {LongestDeadline.TotalDays} days, or null for none.");
        }

        ArgumentNullException.ThrowIfNull(options.Time, nameof(options));

        ArgumentOutOfRangeException.ThrowIfNegative(options.Repeat, nameof(options));
        return options;
    }

    /// <summary>
    /// Plays recorded days. Agents are shown what they were shown then, without a deadline; one that was still busy with an
    /// earlier day was not asked and is not asked now.
    /// </summary>
    private async Task ReplayAsync(IReadOnlyList<LoggedDay> days, CancellationToken cancellationToken)
    {
        foreach (var logged in days)
        {
            for (var seat = 0; seat < _seats.Count; seat++)
            {
                if (_seats.Agents[seat] is { } agent && !logged.Faults.Any(fault => fault.Seat == agent.Seat && fault.Kind == FaultKind.Busy)
                    && Seen(agent) is { IsTrading: true } observation)
                {
                    await agent.AskAsync(observation, deadline: null, cancellationToken).ConfigureAwait(false);
                }
            }

            Replay(logged);
        }
    }

    private void Replay(LoggedDay logged)
    {
        logged.Replay(_simulation);
        _faults.AddRange(logged.Faults);
        foreach (var decision in logged.Decisions)
        {
            _seats.Decided(decision.Seat, logged.Day);
        }
    }
}
