namespace FbaBench;

/// <summary>
/// A morning that is shown live: its parts are read from the simulation when somebody asks, and only until the day is played. Then every question throws, so that nobody takes
/// the next morning's figures for this one's. Not safe for concurrent use.
/// </summary>
internal abstract class Morning(int day)
{
    private volatile bool _isOver;

    public int Day { get; } = day;

    public abstract IReadOnlyList<NewsItem> News { get; }

    public abstract IReadOnlyList<FreightPrice> Freight { get; }

    public abstract IReadOnlyList<OfferObservation> Offers { get; }

    public abstract IReadOnlyList<CompetitorObservation> Competitors { get; }

    public abstract IReadOnlyList<StorageUtilisationPreview> StorageUtilisation { get; }

    public abstract CreditState Credit { get; }

    public abstract AccountHealth Health { get; }

    public abstract IReadOnlyList<MailMessage> Mail { get; }

    public abstract IReadOnlyList<OpenOrder> OpenOrders { get; }

    public abstract ForecastBook Forecasts { get; }

    public abstract IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The simulation moves on.</summary>
    public void End() => _isOver = true;

    /// <exception cref="InvalidOperationException">The day is played.</exception>
    public void Check()
    {
        if (_isOver)
        {
            throw Over();
        }
    }

    private InvalidOperationException Over() => new(FormattableString.Invariant(
        $"The observation of day {Day} was live and is over: that day is played. Copy what you need while you decide, or leave IAgent.ReadsOnlyWhileDeciding (of a metric IEpisodeMetric.ReadsOnlyTheEvening) false and call Observe, not ObserveLive: then an observation can be kept."));
}
