using FbaBench.Runtime;

namespace FbaBench;

/// <summary>
/// The asynchronous shell around a <see cref="Simulation"/>: freezes observations, asks the agents in parallel, turns whatever
/// an agent does wrong into a recorded day without commands, plays the day, writes the run log and publishes the events.
/// An agent's speed never changes anybody's randomness.
/// </summary>
/// <remarks>Days are played one at a time; <see cref="Submit"/> may be called from any thread.</remarks>
public sealed class SimulationSession : IAsyncDisposable
{
    private readonly Simulation _simulation;
    private readonly SessionOptions _options;
    private readonly RunLogWriter? _log;
    private readonly AgentSeat?[] _agents;
    private readonly Decision?[] _submitted;
    private readonly int[] _lastSubmitted;
    private readonly Lock _lock = new();
    private readonly List<SeatFault> _faults = [];
    private readonly List<SeatDecision> _batch = [];
    private bool _playing;
    private bool _disposed;

    private SimulationSession(Simulation simulation, SessionOptions options, RunLogWriter? log)
    {
        _simulation = simulation;
        _options = options;
        _log = log;
        var seats = simulation.Definition.Seats;
        _agents = new AgentSeat?[seats];
        _submitted = new Decision?[seats];
        _lastSubmitted = new int[seats];
        Array.Fill(_lastSubmitted, -1);
    }

    /// <summary>The next day to play, from 0.</summary>
    public int Day => _simulation.Day;

    /// <summary>Whether the last day is played.</summary>
    public bool IsOver => _simulation.IsOver;

    /// <summary>The world's definition.</summary>
    public WorldDefinition Definition => _simulation.Definition;

    /// <summary>Digest of the state.</summary>
    public StateHash Hash => _simulation.Hash;

    /// <summary>Running digest of all events.</summary>
    public StateHash EventHash => _simulation.EventHash;

    /// <summary>Seat days that were played without commands because an agent failed, in order.</summary>
    public IReadOnlyList<SeatFault> Faults => _faults;

    /// <summary>Where subscribers find the events.</summary>
    public EventBus Events { get; } = new();

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
    public static SimulationSession Start(WorldDefinition definition, WorldSeed world, SessionOptions? options = null)
    {
        options = Checked(options);
        var simulation = Simulation.Create(definition, world);
        var log = options.Log is { } stream ? RunLogWriter.Create(stream, simulation, options.Repeat) : null;
        return new SimulationSession(simulation, options, log);
    }

    /// <summary>
    /// Goes on with a run whose log was not sealed (a killed process). The recorded days are played from the log; every fresh
    /// agent is shown its recorded observations, so that it can rebuild its memory, and the log's decisions stand.
    /// </summary>
    /// <param name="log">The log, readable, writable and seekable. An incomplete last entry is cut off. The session owns it.</param>
    /// <param name="agents">A fresh agent for each seat that an agent plays.</param>
    /// <param name="options">As for a new session; repeat and log are those of the log.</param>
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
        using var reader = RunLogReader.Open(log, leaveOpen: true);
        options = Checked(options) with { Repeat = reader.Manifest.Repeat, Log = null };
        var simulation = Simulation.Create(reader.Manifest.Definition, reader.Manifest.World);
        var session = new SimulationSession(simulation, options, RunLogWriter.Resume(log, reader, simulation.Definition));
        foreach (var (seat, agent) in agents)
        {
            session.Seat(seat, agent);
        }

        await session.ReplayAsync(reader.Days, cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>Seats an agent before the first day that it is to play.</summary>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    /// <exception cref="InvalidOperationException">The seat has an agent.</exception>
    public SimulationSession Seat(Seat seat, IAgent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        Check(seat);
        lock (_lock)
        {
            if (_agents[seat.Index] is not null)
            {
                throw new InvalidOperationException($"An agent already plays {seat}; one instance plays one seat of one session.");
            }

            var context = new AgentContext(_simulation.Seed, seat, _options.Repeat);
            _agents[seat.Index] = new AgentSeat(seat, agent, context, _options, Definition.Limits.CommandsPerDay);
        }

        return this;
    }

    /// <summary>What a seat sees now. Reading changes nothing.</summary>
    public Observation Observe(Seat seat)
    {
        lock (_lock)
        {
            return _simulation.Observe(seat);
        }
    }

    /// <summary>A seat's book as it stands.</summary>
    public Books Books(Seat seat) => _simulation.Books(seat);

    /// <summary>Figures of a seat so far.</summary>
    public SeatSummary Summary(Seat seat) => _simulation.Summary(seat);

    /// <summary>An independent copy of the world as it stands, without agents and log.</summary>
    public Simulation Fork()
    {
        lock (_lock)
        {
            return _simulation.Fork();
        }
    }

    /// <summary>
    /// Hands in a decision for a seat without an agent. Idempotent by seat and day: the first one stands, a repetition
    /// changes nothing. A seat that has not decided when the day is played passes it without commands.
    /// </summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public Submission Submit(Seat seat, int day, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(decision.Commands);
        Check(seat);
        Command[] commands = [.. decision.Commands.Take(Definition.Limits.CommandsPerDay + 1)];
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_agents[seat.Index] is not null)
            {
                return Submission.SeatTaken;
            }

            if (day == _lastSubmitted[seat.Index])
            {
                return Submission.Duplicate;
            }

            if (day != Day || _playing || IsOver)
            {
                return Submission.WrongDay;
            }

            _submitted[seat.Index] = new Decision(commands);
            _lastSubmitted[seat.Index] = day;
            return Submission.Accepted;
        }
    }

    /// <summary>Plays a day.</summary>
    /// <param name="cancellationToken">Stops waiting for agents; the day is then not played and can be played again.</param>
    /// <exception cref="InvalidOperationException">The run is over, or a day is being played.</exception>
    public async Task PlayDayAsync(CancellationToken cancellationToken = default)
    {
        Begin();
        try
        {
            var faults = await DecideAsync(cancellationToken).ConfigureAwait(false);
            Play(faults);
            await Events.PublishAsync(_simulation.Day - 1, _simulation.Events).ConfigureAwait(false);
        }
        finally
        {
            _playing = false;
        }
    }

    /// <summary>Ends the session: flushes and closes the log, hands the last events over and waits for the subscribers.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        _log?.Dispose();
        await Events.CompleteAsync().ConfigureAwait(false);
    }

    private static SessionOptions Checked(SessionOptions? options)
    {
        options ??= new SessionOptions();
        if (options.DecisionDeadline is { } deadline && deadline <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"DecisionDeadline is {deadline}; allowed is a time above zero, or null for none.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(options.Repeat, nameof(options));
        return options;
    }

    private void Begin()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_playing)
            {
                throw new InvalidOperationException($"Day {Day} is being played; await PlayDayAsync before the next call.");
            }

            if (IsOver)
            {
                throw new InvalidOperationException("The run is over; start a new session.");
            }

            _playing = true;
        }
    }

    /// <summary>Fills the batch in seat order and returns the day's faults.</summary>
    private async ValueTask<int> DecideAsync(CancellationToken cancellationToken)
    {
        _batch.Clear();
        var faultsBefore = _faults.Count;
        var answers = new Task<(Decision Decision, SeatFault? Fault)>?[_agents.Length];
        for (var seat = 0; seat < _agents.Length; seat++)
        {
            if (_agents[seat] is { } agent && _simulation.Observe(agent.Seat) is { IsTrading: true } observation)
            {
                answers[seat] = agent.AskAsync(observation, cancellationToken).AsTask();
            }
        }

        var day = new List<SeatFault>();
        for (var seat = 0; seat < _agents.Length; seat++)
        {
            if (answers[seat] is not { } answer)
            {
                continue;
            }

            var (decision, fault) = await answer.ConfigureAwait(false);
            if (fault is { } failed)
            {
                day.Add(failed);
            }

            if (decision.Commands.Count > 0)
            {
                _batch.Add(new(new(seat), decision));
            }
        }

        _faults.AddRange(day);
        return _faults.Count - faultsBefore;
    }

    private void Play(int faults)
    {
        lock (_lock)
        {
            for (var seat = 0; seat < _submitted.Length; seat++)
            {
                if (_submitted[seat] is { } decision)
                {
                    _batch.Add(new(new(seat), decision));
                    _submitted[seat] = null;
                }
            }

            var decisions = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_batch);
            var failed = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_faults)[^faults..];
            _simulation.Step(decisions);
            _log?.Append(_simulation, decisions, failed);
        }
    }

    private async Task ReplayAsync(IReadOnlyList<LoggedDay> days, CancellationToken cancellationToken)
    {
        foreach (var logged in days)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var agent in _agents)
            {
                if (agent is not null && _simulation.Observe(agent.Seat) is { IsTrading: true } observation)
                {
                    await agent.AskAsync(observation, cancellationToken).ConfigureAwait(false);
                }
            }

            logged.Replay(_simulation);
            _faults.AddRange(logged.Faults);
            foreach (var decision in logged.Decisions)
            {
                _lastSubmitted[decision.Seat.Index] = logged.Day;
            }
        }
    }

    private void Check(Seat seat)
    {
        if (seat.Index < 0 || seat.Index >= _agents.Length)
        {
            throw new ArgumentException($"There is no {seat}; this world has {_agents.Length}, counted from 0.", nameof(seat));
        }
    }
}
