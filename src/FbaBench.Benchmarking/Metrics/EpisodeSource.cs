namespace FbaBench;

/// <summary>Where an episode is read from: a session while it is played, or a replay of its log. Both show the same.</summary>
internal abstract class EpisodeSource
{
    /// <summary>The next day to play.</summary>
    public abstract int Day { get; }

    public abstract WorldDefinition Definition { get; }

    public abstract StateHash Hash { get; }

    public abstract StateHash EventHash { get; }

    /// <summary>What a seat sees now, frozen or live.</summary>
    public abstract Observation Observe(Seat seat, bool live);

    /// <summary>Of the day played last, as all that follows; before the first day the opening's postings.</summary>
    public abstract IReadOnlyList<Transfer> Transfers();

    public abstract IReadOnlyList<SimEvent> Events();

    public abstract IReadOnlyList<OfferFigures> Figures();

    public abstract Books Books(Seat seat);

    public abstract SeatSummary Summary(Seat seat);

    public abstract ForecastScores Forecasts(Seat seat);

    public abstract InferenceCost Inference(Seat seat);

    public abstract int FalseClaims(Seat seat);

    public abstract Reactions Reactions(Seat seat, AdversaryKind kind);

    /// <summary>All failed seat days so far, in order.</summary>
    public abstract IReadOnlyList<SeatFault> Faults { get; }

    public IReadOnlyList<Command> Commands(Seat seat)
    {
        foreach (var batch in Decisions())
        {
            if (batch.Seat == seat)
            {
                return batch.Decision.Commands;
            }
        }

        return [];
    }

    /// <summary>A seat's fault on the day played last.</summary>
    public FaultKind? Fault(Seat seat)
    {
        var all = Faults;
        for (var i = all.Count - 1; i >= 0 && all[i].Day == Day - 1; i--)
        {
            if (all[i].Seat == seat)
            {
                return all[i].Kind;
            }
        }

        return null;
    }

    protected abstract IReadOnlyList<SeatDecision> Decisions();
}

/// <summary>An episode that is played.</summary>
internal sealed class PlayedSource(SimulationSession session) : EpisodeSource
{
    public override int Day => session.Day;

    public override WorldDefinition Definition => session.Definition;

    public override StateHash Hash => session.Hash;

    public override StateHash EventHash => session.EventHash;

    public override IReadOnlyList<SeatFault> Faults => session.Faults;

    public override Observation Observe(Seat seat, bool live) => live ? session.ObserveLive(seat) : session.Observe(seat);

    public override IReadOnlyList<Transfer> Transfers() => session.LastTransfers();

    public override IReadOnlyList<SimEvent> Events() => session.LastEvents();

    public override IReadOnlyList<OfferFigures> Figures() => session.Figures();

    public override Books Books(Seat seat) => session.Books(seat);

    public override SeatSummary Summary(Seat seat) => session.Summary(seat);

    public override ForecastScores Forecasts(Seat seat) => session.Forecasts(seat);

    public override InferenceCost Inference(Seat seat) => session.Inference(seat);

    public override int FalseClaims(Seat seat) => session.FalseClaims(seat);

    public override Reactions Reactions(Seat seat, AdversaryKind kind) => session.Reactions(seat, kind);

    protected override IReadOnlyList<SeatDecision> Decisions() => session.LastDecisions();
}

/// <summary>An episode that is played again from its log.</summary>
internal sealed class ReplayedSource(Simulation simulation) : EpisodeSource
{
    private readonly List<SeatFault> _faults = [];
    private IReadOnlyList<SeatDecision> _decisions = [];

    public override int Day => simulation.Day;

    public override WorldDefinition Definition => simulation.Definition;

    public override StateHash Hash => simulation.Hash;

    public override StateHash EventHash => simulation.EventHash;

    public override IReadOnlyList<SeatFault> Faults => _faults;

    /// <summary>A day was replayed.</summary>
    public void Played(LoggedDay day)
    {
        _decisions = day.Decisions;
        _faults.AddRange(day.Faults);
    }

    public override Observation Observe(Seat seat, bool live) => live ? simulation.ObserveLive(seat) : simulation.Observe(seat);

    public override IReadOnlyList<Transfer> Transfers() => simulation.Transfers.ToArray();

    public override IReadOnlyList<SimEvent> Events() => simulation.Events.ToArray();

    public override IReadOnlyList<OfferFigures> Figures() => simulation.Figures();

    public override Books Books(Seat seat) => simulation.Books(seat);

    public override SeatSummary Summary(Seat seat) => simulation.Summary(seat);

    public override ForecastScores Forecasts(Seat seat) => simulation.Forecasts(seat);

    public override InferenceCost Inference(Seat seat) => simulation.Inference(seat);

    public override int FalseClaims(Seat seat) => simulation.FalseClaims(seat);

    public override Reactions Reactions(Seat seat, AdversaryKind kind) => simulation.Reactions(seat, kind);

    protected override IReadOnlyList<SeatDecision> Decisions() => _decisions;
}
