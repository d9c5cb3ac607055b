using System.Globalization;
using FbaBench.Tests.Economics;

namespace FbaBench.Tests.Generator;

/// <summary>
/// Worlds of two experiment seeds, as a benchmark derives them, are worlds of one distribution: what is learned or tuned on the one is judged fairly on the other. Kolmogorov-Smirnov tests on features of the worlds and on the scores
/// of two sellers, Holm's adjustment over all of them, level 0.01. The same test finds splits whose knobs differ by little.
/// </summary>
public sealed class ExchangeableSplitTests
{
    private const double Level = 0.01;
    private const ulong Training = 777;
    private const ulong Evaluation = 1;
    private const int Worlds = 100;
    private const int PlayedWorlds = 24;

    private static readonly WorldKnobs Usual = new() { Products = 5 };

    public static TheoryData<WorldFamily> Families => [.. Enum.GetValues<WorldFamily>()];

    public static TheoryData<string, string> SlightlyHarder => new()
    {
        { "competition", "rivals" }, { "margin", "cost share" }, { "volatility", "factor variance" }, { "supply", "production" }, { "cash", "cash" }, { "adversity", "adversaries" },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void Worlds_of_two_splits_are_exchangeable(WorldFamily family)
    {
        var scenario = new GeneratedScenario("split", family, Usual);
        var (training, evaluation) = (Define(scenario, Training), Define(scenario, Evaluation));
        Assert.Empty(training.Select(world => DefinitionDigest.Of(world)).Intersect(evaluation.Select(world => DefinitionDigest.Of(world))));
        var values = WorldFeatures.All.ToDictionary(feature => feature.Key, feature => TwoSample.KolmogorovSmirnov([.. training.Select(feature.Value)], [.. evaluation.Select(feature.Value)]), StringComparer.Ordinal);
        if (family == WorldFamily.PrivateLabel)
        {
            var (first, second) = (SearchWorlds.OfExperiment(scenario, Training, PlayedWorlds), SearchWorlds.OfExperiment(scenario, Evaluation, PlayedWorlds));
            values["score of base-stock"] = TwoSample.KolmogorovSmirnov(first.Play(Plain), second.Play(Plain));
            values["score of do-nothing"] = TwoSample.KolmogorovSmirnov(first.Play(Nothing), second.Play(Nothing));
        }

        Assert.Empty(Found(values));

        static AgentPolicy Plain() => new(new BaseStock());

        static AgentPolicy Nothing() => new(new DoNothing());
    }

    [Theory]
    [MemberData(nameof(SlightlyHarder))]
    public void A_split_that_is_a_tenth_harder_is_found(string knob, string feature)
    {
        var usual = Define(new("split", WorldFamily.PrivateLabel, Usual), Training);
        var harder = Define(new("split", WorldFamily.PrivateLabel, Harder(knob)), Evaluation);
        var found = Found(WorldFeatures.All.ToDictionary(one => one.Key, one => TwoSample.KolmogorovSmirnov([.. usual.Select(one.Value)], [.. harder.Select(one.Value)]), StringComparer.Ordinal));
        Assert.Contains(found, one => one.StartsWith(feature, StringComparison.Ordinal));
    }

    /// <summary>Of samples of one distribution the test finds a difference about as seldom as its level says: 5 % at 5 %, 600 pairs.</summary>
    [Fact]
    public void The_test_errs_as_often_as_it_says()
    {
        var seed = new WorldSeed(17);
        var rejected = Enumerable.Range(0, 600).Count(pair => TwoSample.KolmogorovSmirnov(Sample(2 * pair), Sample((2 * pair) + 1)) <= 0.05);
        Assert.InRange(rejected, 12, 48);

        double[] Sample(int index) => [.. Enumerable.Range(0, Worlds).Select(i => seed.Normal("test", (index * Worlds) + i))];
    }

    [Fact]
    public void Holm_adjusts_step_by_step() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], TwoSample.Holm([0.01, 0.04, 0.03, 0.005]).Select(value => Math.Round(value, 9)));

    private static string[] Found(Dictionary<string, double> values)
    {
        string[] names = [.. values.Keys];
        var adjusted = TwoSample.Holm([.. names.Select(name => values[name])]);
        return [.. names.Zip(adjusted).Where(pair => pair.Second <= Level).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First}: {pair.Second:0.0000}"))];
    }

    private static WorldKnobs Harder(string knob) => knob switch
    {
        "competition" => Usual with { Competition = 0.6 },
        "margin" => Usual with { Margin = 0.6 },
        "volatility" => Usual with { Volatility = 0.6 },
        "supply" => Usual with { Supply = 0.6 },
        "cash" => Usual with { Cash = 0.6 },
        "adversity" => Usual with { Adversity = 0.6 },
        _ => throw new ArgumentOutOfRangeException(nameof(knob), knob, "This is no knob."),
    };

    private static WorldDefinition[] Define(GeneratedScenario scenario, ulong experiment)
    {
        var worlds = new WorldDefinition[Worlds];
        Parallel.For(0, Worlds, world => worlds[world] = scenario.Define(WorldSeed.OfExperiment(experiment, world)));
        return worlds;
    }
}
