namespace FbaBench.Tests.Metrics;

/// <summary>An episode with its metrics, and its days read from the log by a simulation of their own.</summary>
internal sealed class Watched
{
    private readonly Dictionary<string, MetricValue> _values;

    private Watched(PlayedEpisode episode, IReadOnlyList<WatchedDay> days)
    {
        Episode = episode;
        Days = days;
        _values = episode.Metrics!.Values.ToDictionary(value => value.Name);
    }

    public PlayedEpisode Episode { get; }

    /// <summary>All days, run-off included.</summary>
    public IReadOnlyList<WatchedDay> Days { get; }

    public IEnumerable<WatchedDay> DecisionDays => Days.Where(day => day.Morning.IsTrading);

    public IEnumerable<SimEvent> Events => Days.SelectMany(day => day.Events).Where(item => item.Seat.Index == 0);

    /// <summary>A metric that must have been said.</summary>
    public double this[string metric] => _values[metric] is { Value: { } value } ? value : throw new InvalidOperationException($"{metric} was not said: {_values[metric].Reason}");

    public string? Reason(string metric) => _values[metric] is { Value: null } missing ? missing.Reason : null;

    public double Posted(TransferReason reason) => Days.SelectMany(day => day.Transfers).Where(transfer => transfer.Seat.Index == 0 && transfer.Reason == reason).Sum(transfer => transfer.Amount.Cents) / 100.0;

    public static Task<Watched> YearAsync(IAgent agent, ulong seed = 3, Func<WorldDefinition, WorldDefinition>? change = null) =>
        PlayAsync((change ?? (world => world))(new FirstYear().Define(new(seed))), agent, seed);

    public static async Task<Watched> PlayAsync(WorldDefinition world, IAgent agent, ulong seed = 3, IReadOnlyList<Metric>? metrics = null, params IAgent[] opponents)
    {
        var log = new MemoryStream();
        var seated = opponents.Select((opponent, i) => new SeatedOpponent($"o{i}", opponent)).ToArray();
        var episode = await EpisodeRunner.RunAsync(new("a", world.Name, 0), PreparedWorld.Of(world), new(seed), agent, new SessionOptions { Log = log }, CancellationToken.None, seated, null, metrics ?? ShippedMetrics.All);
        using var reader = RunLogReader.Open(new MemoryStream(log.ToArray()));
        var days = new List<WatchedDay>();
        Observation? morning = null;
        reader.Replay((simulation, logged) =>
        {
            var evening = simulation.Observe(new(0));
            if (logged is not null)
            {
                days.Add(new(morning!, evening, simulation.Books(new(0)), simulation.Events.ToArray(), simulation.Transfers.ToArray(), logged, [.. simulation.Figures()]));
            }

            morning = evening;
        });
        return new(episode, days);
    }
}

/// <summary>A day as a replay shows it.</summary>
internal sealed record WatchedDay(Observation Morning, Observation Evening, Books Books, SimEvent[] Events, Transfer[] Transfers, LoggedDay Logged, OfferFigures[] Market);

/// <summary>A seller whose days are given; what comes with it is the base-stock seller or nothing.</summary>
internal sealed class Scripted(Func<Observation, IEnumerable<Command>> decide, bool alsoSells = false) : IAgent
{
    private readonly BaseStock _inner = new();

    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var own = decide(today);
        return alsoSells ? new([.. (await _inner.DecideAsync(today, context, cancellationToken)).Commands, .. own]) : new([.. own]);
    }
}
