namespace FbaBench;

/// <summary>The results of a benchmark.</summary>
public sealed class BenchmarkReport
{
    private readonly Dictionary<EpisodeKey, EpisodeResult> _episodes;
    private readonly EpisodeStore _store;

    internal BenchmarkReport(BenchmarkPlan plan, IReadOnlyList<WorldDefinition> firstWorlds, BenchmarkOutcome outcome, EpisodeStore store, string htmlPath)
    {
        _store = store;
        Plan = plan;
        FirstWorlds = firstWorlds;
        Episodes = [.. outcome.Results.OfType<EpisodeResult>()];
        Failed = [.. outcome.Failures.OfType<EpisodeFailure>()];
        Notes = outcome.Notes;
        HtmlPath = htmlPath;
        _episodes = Episodes.ToDictionary(episode => episode.Key);
        Summaries =
        [
            .. plan.Scenarios.SelectMany(scenario => AgentSummary.Corrected([.. plan.Agents.Select(agent => AgentSummary.Of(
                Of(scenario.Name, agent),
                Of(scenario.Name, plan.ComparedTo),
                agent == plan.ComparedTo)).OfType<AgentSummary>()])),
        ];
    }

    /// <summary>Every finished episode: scenario by scenario, world by world, agent by agent.</summary>
    public IReadOnlyList<EpisodeResult> Episodes { get; }

    /// <summary>
    /// Episodes that could not be played, in the same order. They have no score and count in no mean; a comparison uses the worlds
    /// that both agents finished. Running again plays them again.
    /// </summary>
    public IReadOnlyList<EpisodeFailure> Failed { get; }

    /// <summary>Figures by scenario and agent, in the order in which they were added; an agent that finished no episode of a scenario has none there.</summary>
    public IReadOnlyList<AgentSummary> Summaries { get; }

    /// <summary>The agent that the others are compared to.</summary>
    public string ComparedTo => Plan.ComparedTo;

    /// <summary>Full path of the HTML page.</summary>
    public string HtmlPath { get; }

    /// <summary>What this run found in the folder and did not use: damaged records, episodes of another build or version of an agent. Not part of the results.</summary>
    public IReadOnlyList<string> Notes { get; internal set; }

    /// <summary>Metrics by scenario, agent and metric: means over worlds. Empty where nothing was measured.</summary>
    public IReadOnlyList<MetricSummary> MetricSummaries { get; internal set; } = [];

    /// <summary>Checks of whether the results may be relied on; those that failed stand before the verdict on the page.</summary>
    public IReadOnlyList<ValidityCheck> Validity { get; internal set; } = [];

    /// <summary>What a reader of the results may ask for, and whether it is there. Made from what was run.</summary>
    public IReadOnlyList<CardItem> Card => field ??= ValidityCard.Of(this, ScenarioResults.Of(this));

    /// <summary>What no seller exceeds, by world; empty where it was not asked for, without the worlds that have no bound.</summary>
    public IReadOnlyList<WorldBound> Bounds { get; internal set; } = [];

    /// <summary>What decisions were worth, where it was asked for: of every agent in the world that the page shows.</summary>
    public IReadOnlyList<ValuedEpisode> DecisionValues { get; internal set; } = [];

    /// <summary>
    /// The mark of this experiment's texts: in <c>results.json</c> and on the page always, and in what agents saw where the benchmark was told so or its worlds are sealed. Without such a canary it is made of
    /// the experiment's name and the scenarios' digests.
    /// </summary>
    public string Canary => field ??= Plan.ShownCanary ?? FbaBench.Canary.Of(Plan.Name, Plan.Scenarios.Select(scenario => ResultsJson.Digest(scenario) ?? scenario.Name));

    internal BenchmarkPlan Plan { get; }

    /// <summary>World 0 of each scenario, in the plan's order.</summary>
    internal IReadOnlyList<WorldDefinition> FirstWorlds { get; }

    /// <summary>The summaries as text for a terminal, one table a scenario.</summary>
    public string ToTable() => TextTable.Render(this);

    /// <summary>An episode day by day, read from its record in the folder at every call.</summary>
    /// <exception cref="KeyNotFoundException">The benchmark has no such episode, or it failed.</exception>
    /// <exception cref="IOException">The record is gone, damaged, or that of a later run.</exception>
    public EpisodeTrajectory Trajectory(EpisodeKey episode)
    {
        if (!_episodes.TryGetValue(episode, out var result))
        {
            throw new KeyNotFoundException($"The benchmark has no finished episode of {EpisodeStore.Words(episode)}.");
        }

        try
        {
            var record = _store.Read(episode);
            return (record.Result.StateHash, record.Result.EventHash) == (result.StateHash, result.EventHash)
                ? record.Trajectory()
                : throw new InvalidDataException("a later run replaced it");
        }
        catch (InvalidDataException error)
        {
            throw new IOException($"The record {_store.PathOf(episode)} cannot be used: {error.Message}.", error);
        }
    }

    /// <summary>An episode's metrics, read from the folder at every call.</summary>
    /// <exception cref="KeyNotFoundException">The benchmark has no such episode, it failed, or it was not measured.</exception>
    /// <exception cref="IOException">They cannot be read, or are those of a later run.</exception>
    public IReadOnlyList<MetricValue> Metrics(EpisodeKey episode)
    {
        if (!_episodes.TryGetValue(episode, out var result))
        {
            throw new KeyNotFoundException($"The benchmark has no finished episode of {EpisodeStore.Words(episode)}.");
        }

        try
        {
            return _store.ReadMetrics(result)?.Values ?? throw new KeyNotFoundException($"The episode {EpisodeStore.Words(episode)} was not measured.");
        }
        catch (InvalidDataException error)
        {
            throw new IOException($"The metrics of {EpisodeStore.Words(episode)} cannot be used: {error.Message}.", error);
        }
    }

    internal EpisodeResult[] Of(string scenario, string agent) =>
        [.. Episodes.Where(episode => episode.Key.Scenario == scenario && episode.Key.Agent == agent)];
}
