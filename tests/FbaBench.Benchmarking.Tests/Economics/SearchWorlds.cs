using FbaBench.Scenarios;

namespace FbaBench.Tests.Economics;

/// <summary>
/// Worlds of a scenario in which policies are compared on common draws. Neither the worlds of the search nor those of the
/// evaluation are the benchmark's, and they have none in common.
/// </summary>
internal sealed class SearchWorlds
{
    private const ulong SearchSeed = 777;
    private const ulong EvaluationSeed = 2_024;
    private const ulong AdsSeed = 4_711;
    private const ulong AdversarySeed = 31_337;
    private const ulong ChoiceSeed = 1_913;
    private static readonly Seat Seat = new(0);

    private readonly Simulation[] _mornings;

    private SearchWorlds(string scenario, ulong seed, int count)
        : this(scenario, ShippedScenarios.Find(scenario).Define, seed, count)
    {
    }

    private SearchWorlds(string scenario, Func<WorldSeed, WorldDefinition> define, ulong seed, int count)
    {
        Scenario = scenario;
        _mornings = new Simulation[count];
        Parallel.For(0, count, world =>
        {
            var worldSeed = WorldSeed.OfExperiment(seed, world);
            _mornings[world] = Simulation.Create(define(worldSeed), worldSeed);
        });
        EpisodeDays = _mornings[0].TotalDays;
    }

    public string Scenario { get; }

    public int Count => _mornings.Length;

    /// <summary>Days of one episode, run-off included.</summary>
    public int EpisodeDays { get; }

    public static SearchWorlds ForSearch(string scenario, int count) => new(scenario, SearchSeed, count);

    public static SearchWorlds ForEvaluation(string scenario, int count) => new(scenario, EvaluationSeed, count);

    public static SearchWorlds ForAds(string scenario, int count) => new(scenario, AdsSeed, count);

    /// <summary>Changed worlds of a scenario, in which adversaries are about.</summary>
    public static SearchWorlds ForAdversaries(string scenario, int count, Func<WorldDefinition, WorldDefinition> change) =>
        new(scenario, seed => change(ShippedScenarios.Find(scenario).Define(seed)), AdversarySeed, count);

    /// <summary>Worlds of a variant of a scenario.</summary>
    public static SearchWorlds ForChoices(string name, Func<WorldSeed, WorldDefinition> define, int count) => new(name, define, ChoiceSeed, count);

    /// <summary>The worlds that a benchmark with this seed plays.</summary>
    public static SearchWorlds OfExperiment(IScenario scenario, ulong seed, int count) => new(scenario.Name, scenario.Define, seed, count);

    /// <summary>Scores of a policy in dollars, one a world.</summary>
    public double[] Play(Func<IPolicy> policy) => Play(policy, 0, Count);

    /// <summary>Scores in some of the worlds.</summary>
    public double[] Play(Func<IPolicy> policy, int first, int count)
    {
        var scores = new double[count];
        Parallel.For(0, count, i => scores[i] = Episode(_mornings[first + i], policy()));
        return scores;
    }

    private static double Episode(Simulation morning, IPolicy policy)
    {
        var world = morning.Fork();
        var decisions = new SeatDecision[1];
        while (!world.IsOver)
        {
            if (world.Day < world.Definition.Days)
            {
                decisions[0] = new(Seat, new(policy.Decide(world.Observe(Seat))));
                world.Step(decisions);
            }
            else
            {
                world.Step([]);
            }
        }

        return world.Gain(Seat).Cents / 100.0;
    }
}
