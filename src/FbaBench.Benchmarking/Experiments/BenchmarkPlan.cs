namespace FbaBench;

/// <summary>What is played: agents × scenarios × worlds, in a fixed order.</summary>
internal sealed record BenchmarkPlan(string Name, ulong Seed, int Worlds, IReadOnlyList<IScenario> Scenarios, IReadOnlyList<string> Agents, string ComparedTo)
{
    public int Episodes => Scenarios.Count * Worlds * Agents.Count;

    /// <summary>Position of an episode: scenario by scenario, world by world, agent by agent.</summary>
    public (int Scenario, int World, int Agent) At(int index) =>
        (index / (Worlds * Agents.Count), index / Agents.Count % Worlds, index % Agents.Count);

    public EpisodeKey Key(int index)
    {
        var (scenario, world, agent) = At(index);
        return new(Agents[agent], Scenarios[scenario].Name, world);
    }

    public WorldSeed WorldSeed(int world) => FbaBench.WorldSeed.OfExperiment(Seed, world);
}
