using System.Runtime.InteropServices;
using FbaBench.Runtime;

namespace FbaBench;

/// <summary>
/// The asynchronous shell around a <see cref="Simulation"/>: freezes observations, asks the agents in parallel, turns whatever
/// an agent does wrong into a recorded day without commands, plays the day, writes the run log and publishes the events.
/// An agent's speed never changes anybody's randomness.
/// </summary>
/// <remarks>Days are played one at a time; <see cref="Submit"/> may be called from any thread.</remarks>
public sealed partial class SimulationSession : IAsyncDisposable
{
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
        _frozen = new FrozenObservations(simulation.Definition.Seats, options.Canary);
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

    /// <summary>
    /// The same live, see <see cref="Simulation.ObserveLive"/>: for whoever plays the days and reads between two of them, on one thread at a time.
    /// </summary>
    /// <exception cref="InvalidOperationException">A day is being played: it would end while it is read.</exception>
    public Observation ObserveLive(Seat seat) =>
        Locked(simulation => _playing ? throw new InvalidOperationException($"Day {Day} is being played; call Observe for an observation that outlives it, or ObserveLive between days.") : _frozen.Live(simulation, seat));

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

    /// <summary>
    /// What the seats handed in for the day played last, by seat; one without commands is not among them. Nothing before the first day that this
    /// session played, while a day is played, and after one that was broken off. A copy.
    /// </summary>
    public IReadOnlyList<SeatDecision> LastDecisions() => Locked(_ => _playing ? [] : _batch.ToArray());

    /// <summary>What the day played last brought every offer, rivals' included, in the world's order; for measuring a world, never shown to its sellers.</summary>
    public IReadOnlyList<OfferFigures> Figures() => Locked(simulation => simulation.Figures());

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
    /// <exception cref="AgentUnavailableException">An agent could not be asked, and it was not its fault; the day is not played and can be played again.</exception>
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

    private T Locked<T>(Func<Simulation, T> read)
    {
        lock (_lock)
        {
            return read(_simulation);
        }
    }

    /// <summary>What an agent is shown.</summary>
    private Observation Seen(AgentSeat agent)
    {
        lock (_lock)
        {
            return agent.ReadsLive ? _frozen.Live(_simulation, agent.Seat) : _frozen.Of(_simulation, agent.Seat);
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
            if (_seats.Agents[seat] is { } agent && Seen(agent) is { IsTrading: true } observation)
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
}
