namespace FbaBench;

/// <summary>What a report holds of one scenario.</summary>
internal sealed class ScenarioResults
{
    public const string Idle = "do-nothing";
    private readonly Dictionary<string, EpisodeResult[]> _episodes;

    /// <param name="definition">World 0.</param>
    /// <param name="rows">Summaries, in the order of the agents.</param>
    /// <param name="episodes">The finished episodes.</param>
    /// <param name="comparedTo">The agent that the others are compared to.</param>
    public ScenarioResults(WorldDefinition definition, IReadOnlyList<AgentSummary> rows, IEnumerable<EpisodeResult> episodes, string comparedTo)
    {
        Definition = definition;
        Rows = AgentSummary.Corrected(rows);
        ComparedTo = comparedTo;
        _episodes = episodes.GroupBy(episode => episode.Key.Agent).ToDictionary(group => group.Key, group => group.ToArray());
        (string, IReadOnlyList<WorldValue>)[] ranked = [.. Rows.Where(row => row.Score.Count > 1).Select(row => (row.Agent, (IReadOnlyList<WorldValue>)Sample(row.Agent)))];
        Ranks = ranked.Length > 2 ? RankSets.Of(ranked) : null;
    }

    public string Name => Definition.Name;

    /// <summary>World 0.</summary>
    public WorldDefinition Definition { get; }

    /// <summary>Summaries, in the order of the agents.</summary>
    public IReadOnlyList<AgentSummary> Rows { get; }

    public string ComparedTo { get; }

    /// <summary>Who plays the seats from 1 on.</summary>
    public IReadOnlyList<string> Opponents { get; init; } = [];

    /// <summary>Episodes that could not be played and stand in no figure, with the error.</summary>
    public IReadOnlyList<(EpisodeKey Key, string Error)> Failed { get; init; } = [];

    /// <summary>What a reader must know about them before the figures.</summary>
    public IReadOnlyList<string> FailureNotes { get; init; } = [];

    /// <summary>Reads an episode's days; called for one at a time.</summary>
    public required Func<EpisodeKey, EpisodeTrajectory> Trajectory { get; init; }

    /// <summary>A report's scenarios, in the plan's order.</summary>
    public static ScenarioResults[] Of(BenchmarkReport report) =>
    [
        .. report.FirstWorlds.Select((world, i) => new ScenarioResults(
            world,
            [.. report.Summaries.Where(row => row.Scenario == world.Name)],
            report.Episodes.Where(episode => episode.Key.Scenario == world.Name),
            report.ComparedTo)
        {
            Opponents = [.. report.Plan.Opponents[i].Select(opponent => opponent.Name)],
            Failed = [.. report.Failed.Where(failure => failure.Key.Scenario == world.Name).Select(failure => (failure.Key, $"{failure.ErrorType}: {failure.Message}"))],
            FailureNotes = [.. Figures.FailureNotes(report, world.Name)],
            Trajectory = report.Trajectory,
            Metrics = [.. report.MetricSummaries.Where(row => row.Scenario == world.Name)],
            Bounds = Of(report, world.Name, bound => bound.Score),
            Fluid = Of(report, world.Name, bound => bound.Fluid),
            Values = [.. report.DecisionValues.Where(values => values.Key.Scenario == world.Name)],
        }),
    ];

    private static Dictionary<int, double>? Of(BenchmarkReport report, string scenario, Func<WorldBound, Money> of) =>
        report.Bounds.Where(bound => bound.Scenario == scenario).ToDictionary(bound => bound.World, bound => of(bound).Cents / 100.0) is { Count: > 0 } bounds ? bounds : null;

    /// <summary>An agent's finished episodes by world.</summary>
    public IReadOnlyList<EpisodeResult> Of(string agent) => _episodes.TryGetValue(agent, out var episodes) ? episodes : [];

    /// <summary>An agent's scores, in dollars, one a world.</summary>
    public double[] Scores(string agent) => [.. WorldScores.Of(Of(agent)).Values];

    /// <summary>Differences of the scores, in dollars, in the worlds that both agents finished.</summary>
    public double[] Differences(string agent, string other) => WorldScores.Differences(Of(agent), Of(other));

    /// <summary>An agent's scores in dollars.</summary>
    public WorldValue[] Sample(string agent) => AgentSummary.Sample(Of(agent));

    /// <summary>Rank sets of the agents that played at least two worlds; null of fewer than three, whom the comparison says all about.</summary>
    public RankSets? Ranks { get; }

    /// <summary>The best known policy of this scenario, if it has one.</summary>
    public BestKnownPolicy? Best => BestKnownPolicy.Of(Name);

    /// <summary>A proven bound of the score by world, in dollars; null where none was computed.</summary>
    public IReadOnlyDictionary<int, double>? Bounds { get; init; }

    /// <summary>What a policy that knows the draws reached by world, dollars; null where it was not played.</summary>
    public IReadOnlyDictionary<int, double>? Hindsight { get; init; }

    /// <summary>A bound of the expected score of whoever cannot know the draws, by world, dollars; null where none was computed.</summary>
    public IReadOnlyDictionary<int, double>? Fluid { get; init; }

    /// <summary>Metrics of the agents, means over worlds; empty where nothing was measured.</summary>
    public IReadOnlyList<MetricSummary> Metrics { get; init; } = [];

    /// <summary>What the decisions of some episodes were worth; empty unless it was asked for.</summary>
    public IReadOnlyList<ValuedEpisode> Values { get; init; } = [];

    /// <summary>Index of an agent's colour, the same in every plot of the scenario.</summary>
    /// <exception cref="ArgumentException">It was not played.</exception>
    public int StyleOf(string agent)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Agent == agent)
            {
                return i;
            }
        }

        throw new ArgumentException($"'{agent}' was not played in '{Name}'.", nameof(agent));
    }

    /// <summary>An agent on the scale from doing nothing to the best known policy.</summary>
    public ScoreScale Scale(string agent) =>
        ScoreScale.Of(Sample(agent), Sample(Idle), Best is { } best ? Sample(best.Agent) : [], Opponents.Count > 0, Bounds);

    /// <summary>The difference of an agent to doing nothing; null where that agent was not played, is this one, or has no world in common.</summary>
    public MeanInterval? ToIdle(string agent) => agent == Idle || Differences(agent, Idle) is not { Length: > 0 } differences ? null : MeanInterval.Of(differences);

    /// <summary>Whether the others are compared to doing nothing anyway.</summary>
    public bool IdleIsReference => ComparedTo == Idle;

    /// <summary>The world shown in detail: the compared agent's median score (the lower one of an even number; the first of equals).</summary>
    public int? ShownWorld()
    {
        var own = Of(ComparedTo).OrderBy(episode => episode.Score.Cents).ThenBy(episode => episode.Key.World).ThenBy(episode => episode.Key.Repeat).ToArray();
        return own.Length == 0 ? null : own[(own.Length - 1) / 2].Key.World;
    }
}
