namespace FbaBench;

/// <summary>The results of a benchmark.</summary>
public sealed class BenchmarkReport
{
    private readonly Dictionary<EpisodeKey, EpisodeTrajectory> _trajectories;

    internal BenchmarkReport(BenchmarkPlan plan, IReadOnlyList<WorldDefinition> firstWorlds, IReadOnlyList<PlayedEpisode> episodes, string htmlPath)
    {
        _trajectories = episodes.ToDictionary(episode => episode.Result.Key, episode => episode.Trajectory);
        Plan = plan;
        FirstWorlds = firstWorlds;
        Episodes = [.. episodes.Select(episode => episode.Result)];
        HtmlPath = htmlPath;
        Summaries =
        [
            .. plan.Scenarios.SelectMany(scenario => plan.Agents.Select(agent => AgentSummary.Of(
                Of(scenario.Name, agent),
                Of(scenario.Name, plan.ComparedTo),
                agent == plan.ComparedTo))),
        ];
    }

    /// <summary>Every episode: scenario by scenario, world by world, agent by agent.</summary>
    public IReadOnlyList<EpisodeResult> Episodes { get; }

    /// <summary>Figures by scenario and agent, in the order in which they were added.</summary>
    public IReadOnlyList<AgentSummary> Summaries { get; }

    /// <summary>The agent that the others are compared to.</summary>
    public string ComparedTo => Plan.ComparedTo;

    /// <summary>Full path of the HTML page.</summary>
    public string HtmlPath { get; }

    internal BenchmarkPlan Plan { get; }

    /// <summary>World 0 of each scenario, in the plan's order.</summary>
    internal IReadOnlyList<WorldDefinition> FirstWorlds { get; }

    /// <summary>The summaries as text for a terminal, one table a scenario.</summary>
    public string ToTable() => TextTable.Render(this);

    /// <summary>An episode day by day.</summary>
    /// <exception cref="KeyNotFoundException">The benchmark has no such episode.</exception>
    public EpisodeTrajectory Trajectory(EpisodeKey episode) => _trajectories.TryGetValue(episode, out var trajectory)
        ? trajectory
        : throw new KeyNotFoundException($"The benchmark has no episode of '{episode.Agent}' in world {episode.World} of '{episode.Scenario}'.");

    internal EpisodeResult[] Of(string scenario, string agent) =>
        [.. Episodes.Where(episode => episode.Key.Scenario == scenario && episode.Key.Agent == agent)];
}
