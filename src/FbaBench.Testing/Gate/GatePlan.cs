namespace FbaBench;

/// <summary>A player of a gate: its name in texts and what makes its instances.</summary>
internal sealed record GatePlayer(string Name, Func<IAgent> Make);

/// <summary>What a gate plays: the agent and perhaps a baseline, one after the other, in worlds of one scenario.</summary>
internal sealed record GatePlan(GateClaim Claim, IScenario Scenario, GatePlayer Agent, GatePlayer? Baseline, GateOptions Options)
{
    /// <summary>By seat from 1 on.</summary>
    public IReadOnlyList<GatePlayer> Opponents { get; } = [.. Scenario.Opponents.Select(name => Opponent(name, Scenario, Options))];

    public WorldSeed Seed(int world) => Options.WorldSeeds is { } seeds ? seeds(world) : WorldSeed.OfExperiment(Options.Seed, world);

    private static GatePlayer Opponent(string name, IScenario scenario, GateOptions options) => new(name, options.Opponents.TryGetValue(name, out var factory) ? factory
        : ShippedAgents.Names.Contains(name) ? ShippedAgents.Factory(name)
        : throw new ArgumentException($"The scenario '{scenario.Name}' has the opponent '{name}', which is no shipped agent ({string.Join(", ", ShippedAgents.Names)}). Give its factory in GateOptions.Opponents."));
}
