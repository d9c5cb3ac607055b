using System.Runtime.InteropServices;
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
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromDays(30);

    private readonly Simulation _simulation;
    private readonly SessionOptions _options;
    private RunLogWriter? _log;
    private readonly SeatTable _seats;
    private readonly FrozenObservations _frozen;
    private readonly Lock _lock = new();
    private readonly List<SeatFault> _faults = [];
    private readonly List<SeatDecision> _batch = [];
    private readonly SemaphoreSlim _day = new(1, 1);
    private readonly CancellationTokenSource _stopped = new();
    private Exception? _failure;
    private bool _playing;
    private bool _disposed;

    private SimulationSession(Simulation simulation, SessionOptions options, RunLogWriter? log)
    {
        _simulation = simulation;
        _options = options;
        _log = log;
        _seats = new SeatTable(simulation.Definition.Seats);
        _frozen = new FrozenObservations(simulation.Definition.Seats);
    }

    /// <summary>The next day to play, from 0.</summary>
    public int Day => _simulation.Day;

    /// <summary>Whether the last day is played.</summary>
    public bool IsOver => _simulation.IsOver;

    /// <summary>The world's definition.</summary>
    public WorldDefinition Definition => _simulation.Definition;

    /// <summary>Digest of the state.</summary>
    public StateHash Hash => Locked(simulation => simulation.Hash);

    /// <summary>Running digest of all events.</summary>
    public StateHash EventHash => Locked(simulation => simulation.EventHash);

    /// <summary>Seat days that were played without commands because an agent failed, in order.</summary>
    public IReadOnlyList<SeatFault> Faults
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

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
    public static SimulationSession Start(WorldDefinition definition, WorldSeed world, SessionOptions? options = null) =>
        Start(() => Simulation.Create(definition, world), options);

    /// <summary>Starts a session that shares with others of the same definition what never changes: thousands of them then cost little more than their states.</summary>
    /// <param name="prepared">What is shared.</param>
    /// <param name="world">The world's seed.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SimulationSession Start(PreparedWorld prepared, WorldSeed world, SessionOptions? options = null) =>
        Start(() => prepared.Start(world), options);

    private static SimulationSession Start(Func<Simulation> create, SessionOptions? options)
    {
        try
        {
            options = Checked(options);
            var simulation = create();
            var log = options.Log is { } stream ? RunLogWriter.Create(stream, simulation, options.Repeat) : null;
            return new SimulationSession(simulation, options, log);
        }
        catch
        {
            options?.Log?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Goes on with a run whose log was not sealed (a killed process). The recorded days are played from the log; every fresh
    /// agent is shown its recorded observations, so that it can rebuild its memory, and the log's decisions stand.
    /// </summary>
    /// <param name="log">The log, readable, writable and seekable. An incomplete last entry is cut off. Owned by the call: disposed when it fails, else with the session.</param>
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
        try
        {
            using var reader = RunLogReader.Open(log, leaveOpen: true);
            options = Checked(options) with { Repeat = reader.Manifest.Repeat, Log = null };
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

    /// <summary>Seats an agent before the first day that it is to play.</summary>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    /// <exception cref="InvalidOperationException">The seat has an agent.</exception>
    public SimulationSession Seat(Seat seat, IAgent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        _seats.Check(seat);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_playing)
            {
                throw new InvalidOperationException($"Day {Day} is being played; seat agents between days.");
            }

            var context = new AgentContext(_simulation.Seed, seat, _options.Repeat);
            _seats.Take(new AgentSeat(seat, agent, context, _options, Definition.Limits.CommandsPerDay), agent, Day);
        }

        return this;
    }

    /// <summary>What a seat sees now. Reading changes nothing; on one day everybody gets the same frozen block.</summary>
    public Observation Observe(Seat seat) => Locked(simulation => _frozen.Of(simulation, seat));

    /// <summary>A seat's book as it stands.</summary>
    public Books Books(Seat seat) => Locked(simulation => simulation.Books(seat));

    /// <summary>Figures of a seat so far.</summary>
    public SeatSummary Summary(Seat seat) => Locked(simulation => simulation.Summary(seat));

    /// <summary>How good a seat's forecasts were so far.</summary>
    public ForecastScores Forecasts(Seat seat) => Locked(simulation => simulation.Forecasts(seat));

    /// <summary>What thinking has cost a seat so far.</summary>
    public InferenceCost Inference(Seat seat) => Locked(simulation => simulation.Inference(seat));

    /// <summary>How a seat met a kind of adversary so far, told by what it did.</summary>
    public Reactions Reactions(Seat seat, AdversaryKind kind) => Locked(simulation => simulation.Reactions(seat, kind));

    /// <summary>Claims of a seat that the marketplace checked and found false.</summary>
    public int FalseClaims(Seat seat) => Locked(simulation => simulation.FalseClaims(seat));

    /// <summary>Reviews that the orders of the day played last bring, as <see cref="Simulation.ReviewsOfDay"/>; for measuring a world, never shown to its sellers.</summary>
    /// <param name="late">Those of orders that arrive later than promised, or the others.</param>
    public StarCounts ReviewsOfDay(bool late) => Locked(simulation => simulation.ReviewsOfDay(late));

    /// <summary>What happened on the day played last, in order; nothing before the first. A copy.</summary>
    public IReadOnlyList<SimEvent> LastEvents() => Locked(simulation => simulation.Events.ToArray());

    /// <summary>What was posted on the day played last, in order; before the first the opening. A copy.</summary>
    public IReadOnlyList<Transfer> LastTransfers() => Locked(simulation => simulation.Transfers.ToArray());

    /// <summary>An independent copy of the world as it stands, without agents and log.</summary>
    public Simulation Fork() => Locked(simulation => simulation.Fork());

    /// <summary>
    /// Hands in a decision for a seat without an agent. Idempotent by seat and day: the first one stands, a repetition
    /// changes nothing. A seat that has not decided when the day is played passes it without commands.
    /// </summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public Submission Submit(Seat seat, int day, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(decision.Commands);
        _seats.Check(seat);
        Command[] commands = [.. decision.Commands.Take(Definition.Limits.CommandsPerDay + 1)];
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _seats.Submit(seat, day, _playing || IsOver ? -1 : Day, commands);
        }
    }

    /// <summary>Plays a day.</summary>
    /// <param name="cancellationToken">
    /// Stops waiting for agents; the day is then not played and can be played again. An agent whose call was still open is not
    /// called again for that day: its answer counts when it comes.
    /// </param>
    /// <exception cref="InvalidOperationException">The run is over, a day is being played, or an earlier day failed.</exception>
    public async Task PlayDayAsync(CancellationToken cancellationToken = default)
    {
        if (!_day.Wait(0, CancellationToken.None))
        {
            throw new InvalidOperationException($"Day {Day} is being played; await PlayDayAsync before the next call.");
        }

        try
        {
            Begin();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopped.Token);
            Play(await DecideAsync(stop.Token).ConfigureAwait(false));
            await Events.PublishAsync(_simulation.Day - 1, _simulation.Events).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _playing = false;
            }

            _day.Release();
        }
    }

    /// <summary>
    /// Ends the session: breaks off a day that waits for its agents, closes the log, hands the last events over and waits for
    /// the subscribers' handlers.
    /// </summary>
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

        await _stopped.CancelAsync().ConfigureAwait(false);
        await _day.WaitAsync().ConfigureAwait(false);
        _log?.Dispose();
        await Events.CompleteAsync().ConfigureAwait(false);
        _day.Dispose();
        _stopped.Dispose();
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

    private T Locked<T>(Func<Simulation, T> read)
    {
        lock (_lock)
        {
            return read(_simulation);
        }
    }

    private void Begin()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_failure is not null)
            {
                throw new InvalidOperationException($"Day {Day} failed and may not be in the log; dispose the session and resume from its log.", _failure);
            }

            if (IsOver)
            {
                throw new InvalidOperationException("The run is over; start a new session.");
            }

            _playing = true;
        }
    }

    /// <summary>Fills the batch in seat order and returns the day's faults. No call stays unobserved, whatever another one does.</summary>
    private async ValueTask<List<SeatFault>> DecideAsync(CancellationToken cancellationToken)
    {
        _batch.Clear();
        var answers = new Task<(Decision Decision, SeatFault? Fault)>?[_seats.Count];
        for (var seat = 0; seat < answers.Length; seat++)
        {
            if (_seats.Agents[seat] is { } agent && Observe(agent.Seat) is { IsTrading: true } observation)
            {
                answers[seat] = agent.AskAsync(observation, _options.DecisionDeadline, cancellationToken).AsTask();
            }
        }

        await Task.WhenAll(answers.OfType<Task>()).ConfigureAwait(false);
        var faults = new List<SeatFault>();
        for (var seat = 0; seat < answers.Length; seat++)
        {
            if (answers[seat] is not { } answer)
            {
                continue;
            }

            var (decision, fault) = await answer.ConfigureAwait(false);
            if (fault is { } failed)
            {
                faults.Add(failed);
            }

            if (decision.Commands.Count > 0)
            {
                _batch.Add(new(new(seat), decision));
            }
        }

        return faults;
    }

    private void Play(List<SeatFault> faults)
    {
        lock (_lock)
        {
            _seats.MoveSubmitted(_batch);
            try
            {
                _simulation.Step(CollectionsMarshal.AsSpan(_batch));
                _log?.Append(_simulation, CollectionsMarshal.AsSpan(_batch), CollectionsMarshal.AsSpan(faults));
                _faults.AddRange(faults);
            }
            catch (Exception error)
            {
                _failure = error;
                throw;
            }
        }
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
                    && _simulation.Observe(agent.Seat) is { IsTrading: true } observation)
                {
                    await agent.AskAsync(observation, deadline: null, cancellationToken).ConfigureAwait(false);
                }
            }

            logged.Replay(_simulation);
            _faults.AddRange(logged.Faults);
            foreach (var decision in logged.Decisions)
            {
                _seats.Decided(decision.Seat, logged.Day);
            }
        }
    }
}
