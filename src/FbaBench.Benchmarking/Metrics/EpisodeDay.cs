namespace FbaBench;

/// <summary>
/// A day of an episode, as metrics read it: what happened, what was posted, what the seller ordered, and how books and world stand in the evening. Valid during the call that it was given to;
/// each part is made when it is first asked for.
/// </summary>
public sealed class EpisodeDay
{
    private readonly EpisodeSource _source;
    private readonly bool _isLive;

    /// <param name="source">The episode.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="morning">What it saw; over, where it was live.</param>
    /// <param name="isDecisionDay">Whether it traded that morning.</param>
    /// <param name="isLive">Whether observations are live.</param>
    internal EpisodeDay(EpisodeSource source, Seat seat, Observation morning, bool isDecisionDay, bool isLive)
    {
        _source = source;
        _isLive = isLive;
        Seat = seat;
        Morning = morning;
        IsDecisionDay = isDecisionDay;
        Day = source.Day - 1;
    }

    /// <summary>The seat that is measured.</summary>
    public Seat Seat { get; }

    /// <summary>The day, from 0.</summary>
    public int Day { get; }

    /// <summary>Its date.</summary>
    public SimDate Date => World.Start.AddDays(Day);

    /// <summary>The world's definition.</summary>
    public WorldDefinition World => _source.Definition;

    /// <summary>What the seller saw before it decided. Not to be read where all metrics say <see cref="IEpisodeMetric.ReadsOnlyTheEvening"/>.</summary>
    public Observation Morning { get; }

    /// <summary>Whether the seller could decide on this day; false in the run-off.</summary>
    public bool IsDecisionDay { get; }

    /// <summary>What the seller sees after the day: its "yesterday" figures are those of the day.</summary>
    public Observation Evening => field ??= _source.Observe(Seat, _isLive);

    /// <summary>The day's events, all sellers' and the world's, in order.</summary>
    public IReadOnlyList<SimEvent> Events => field ??= _source.Events();

    /// <summary>The day's postings, all sellers', in order.</summary>
    public IReadOnlyList<Transfer> Transfers => field ??= _source.Transfers();

    /// <summary>The seller's commands, in order; the refused ones are named by events of <see cref="EventKind.CommandRefused"/>.</summary>
    public IReadOnlyList<Command> Commands => field ??= _source.Commands(Seat);

    /// <summary>Why the seller's agent failed on this day, or null.</summary>
    public FaultKind? Fault => _source.Fault(Seat);

    /// <summary>The seller's books in the evening.</summary>
    public Books Books => field ??= _source.Books(Seat);

    /// <summary>What the day brought every offer of the world, rivals' included. No seller sees this.</summary>
    public IReadOnlyList<OfferFigures> Market => field ??= _source.Figures();

    /// <summary>The seller's figures so far.</summary>
    public SeatSummary Summary => _source.Summary(Seat);

    /// <summary>How good the seller's forecasts were so far.</summary>
    public ForecastScores Forecasts => _source.Forecasts(Seat);

    /// <summary>What thinking has cost so far.</summary>
    public InferenceCost Inference => _source.Inference(Seat);

    /// <summary>Claims so far that the marketplace checked and found false.</summary>
    public int FalseClaims => _source.FalseClaims(Seat);

    /// <summary>How the seller met a kind of adversary so far.</summary>
    /// <param name="kind">The kind.</param>
    public Reactions Reactions(AdversaryKind kind) => _source.Reactions(Seat, kind);
}
