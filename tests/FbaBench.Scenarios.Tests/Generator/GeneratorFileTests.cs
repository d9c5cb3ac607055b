using FbaBench.Tests.Files;

namespace FbaBench.Tests.Generator;

/// <summary>Scenario files that begin from a generator.</summary>
public sealed class GeneratorFileTests : IDisposable
{
    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("private-label", WorldFamily.PrivateLabel)]
    [InlineData("reseller", WorldFamily.Reseller)]
    [InlineData("seasonal", WorldFamily.Seasonal)]
    public void A_generator_is_a_base(string name, WorldFamily family)
    {
        var file = Load($"name: mine\ngenerator: {{ family: {name}, competition: 0.1, margin: 0.2, volatility: 0.3, supply: 0.4, cash: 0.6, adversity: 1, products: 3 }}\n");
        var code = new GeneratedScenario("mine", family, new() { Competition = 0.1, Margin = 0.2, Volatility = 0.3, Supply = 0.4, Cash = 0.6, Adversity = 1, Products = 3 });
        for (ulong seed = 0; seed < 3; seed++)
        {
            Assert.Equal(DefinitionJson.Write(code.Define(new(seed))), DefinitionJson.Write(file.Define(new(seed))));
        }
    }

    [Fact]
    public void What_a_file_says_is_laid_over_what_is_drawn()
    {
        var seed = new WorldSeed(4);
        var drawn = new GeneratedScenario("mine", WorldFamily.Seasonal, new() { Products = 3 }).Define(seed);
        var world = Load("""
            name: mine
            generator: { family: seasonal, products: 3 }
            cash: { draw: uniform, low: 1000, high: 2000 }
            niches:
              each:
                sessionsPerDay: { times: 2 }
                rivals: { each: { ceiling: { times: 0.5 } } }
            """).Define(seed);
        Assert.InRange(world.Cash.Cents, 100_000, 200_000);
        Assert.Equal(drawn.Niches.Select(niche => niche.SessionsPerDay * 2), world.Niches.Select(niche => niche.SessionsPerDay));
        Assert.All(drawn.Niches.Zip(world.Niches), pair => Assert.Equal(pair.First.Rivals[0].Ceiling.Cents / 2.0, pair.Second.Rivals[0].Ceiling.Cents, 0.51));
    }

    [Fact]
    public void What_is_set_beside_a_file_goes_to_its_knobs_and_to_the_world()
    {
        var path = _folder.Write("a.yaml", "name: mine\ngenerator: { family: seasonal, products: 3 }\n");
        var set = ScenarioFile.Load(path, new() { Set = ["generator.products=5", "generator.cash=1", "days=90"] }).Define(default);
        Assert.Equal((5, 90), (set.Niches.Sum(niche => niche.Products.Count), set.Days));
        Assert.Equal(new GeneratedScenario("mine", WorldFamily.Seasonal, new() { Products = 5, Cash = 1 }).Define(default).Cash, set.Cash);
    }

    [Fact]
    public void A_file_with_a_generator_can_be_a_base()
    {
        _folder.Write("drawn.yaml", "name: drawn\ngenerator: { family: seasonal, products: 2 }\n");
        Assert.Equal(2, Load("name: mine\nbase: drawn.yaml\ndays: 60\n").Define(default).Niches.Sum(niche => niche.Products.Count));
    }

    [Theory]
    [InlineData("name: a\nbase: first-year\ngenerator: { family: seasonal }\n", 3, "a scenario begins from a base or from a generator; leave one of them out.")]
    [InlineData("name: a\ngenerator: seasonal\n", 2, "generator is written as keys with values: family, competition, margin, volatility, supply, cash, adversity, products.")]
    [InlineData("name: a\ngenerator:\n  margin: 0.5\n", 3, "generator lacks 'family'; use one of private-label, reseller, seasonal.")]
    [InlineData("name: a\ngenerator:\n  family: resseller\n", 3, "family: 'resseller' is no family (meant is 'reseller'?); use one of private-label, reseller, seasonal.")]
    [InlineData("name: a\ngenerator:\n  family: [reseller]\n", 3, "family: '' is no family; use one of private-label, reseller, seasonal.")]
    [InlineData("name: a\ngenerator:\n  family: reseller\n  marginn: 0.5\n", 4, "'marginn' is unknown here (meant is 'margin'?); known are family, competition, margin, volatility, supply, cash, adversity, products.")]
    [InlineData("name: a\ngenerator:\n  family: reseller\n  margin: 1.5\n", 4, "margin: '1.5' is outside 0 (easy) to 1 (hard).")]
    [InlineData("name: a\ngenerator:\n  family: reseller\n  cash: plenty\n", 4, "cash: 'plenty' is outside 0 (easy) to 1 (hard).")]
    [InlineData("name: a\ngenerator:\n  family: reseller\n  cash: { draw: uniform, low: 0, high: 1 }\n", 4, "cash: what is here is outside 0 (easy) to 1 (hard).")]
    [InlineData("name: a\ngenerator:\n  family: reseller\n  products: 61\n", 4, "products: '61' is no whole number from 2 to 60.")]
    [InlineData("name: a\ngenerator:\n  family: reseller\n  products: 2.5\n", 4, "products: '2.5' is no whole number from 2 to 60.")]
    public void What_is_wrong_is_said_with_its_line(string text, int line, string problem)
    {
        var error = Assert.Throws<ScenarioFileException>(() => Load(text));
        Assert.Equal((line, problem), (error.Line, error.Problem));
    }

    [Fact]
    public void An_included_file_has_no_generator()
    {
        _folder.Write("part.yaml", "generator: { family: seasonal }\n");
        Assert.Contains("no base or generator of its own", Assert.Throws<ScenarioFileException>(() => Load("name: a\nbase: first-year\ninclude: part.yaml\n")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Knobs_of_a_shipped_scenario_are_fixed()
    {
        var error = Assert.Throws<ScenarioFileException>(() => ScenarioFile.Over(new FirstYear(), new() { Set = ["generator.margin=1"] }));
        Assert.Contains("the knobs of 'first-year' are fixed", error.Message, StringComparison.Ordinal);
    }

    private ScenarioFile Load(string text) => ScenarioFile.Load(_folder.Write("a.yaml", text));
}
