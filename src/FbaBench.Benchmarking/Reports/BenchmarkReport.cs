namespace FbaBench;

/// <summary>The results of a benchmark.</summary>
public sealed class BenchmarkReport
{
    internal BenchmarkReport(BenchmarkPlan plan, IReadOnlyList<WorldDefinition> firstWorlds, IReadOnlyList<EpisodeResult> episodes, string htmlPath)
    {
        Plan = plan;
        FirstWorlds = firstWorlds;
        Episodes = episodes;
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

    internal EpisodeResult[] Of(string scenario, string agent) =>
        [.. Episodes.Where(episode => episode.Key.Scenario == scenario && episode.Key.Agent == agent)];
}
