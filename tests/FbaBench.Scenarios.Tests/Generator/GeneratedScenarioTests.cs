namespace FbaBench.Tests.Generator;

/// <summary>Drawn worlds are worlds: valid, realistic, of their seed alone, and none earns by itself. 45 worlds by default, 10,000 with FBABENCH_LONG=1.</summary>
public sealed class GeneratedScenarioTests
{
    private static readonly WorldFamily[] All = Enum.GetValues<WorldFamily>();

    public static TheoryData<WorldFamily> Families => [.. All];

    public static TheoryData<string> KnobNames => [.. Knobs.Names];

    [Fact]
    public void Every_drawn_world_is_valid_and_within_the_realistic_ranges()
    {
        var count = Environment.GetEnvironmentVariable("FBABENCH_LONG") == "1" ? 10_000 : 45;
        Parallel.For(0, count, world =>
        {
            var seed = WorldSeed.OfExperiment(91, world);
            var knobs = Knobs.Drawn(seed);
            var definition = new GeneratedScenario("drawn", All[world % All.Length], knobs).Define(seed);
            definition.Validate();
            Assert.False(definition.Laboratory);
            Assert.Equal(knobs.Products, definition.Niches.Sum(niche => niche.Products.Count));
            Simulation.Create(definition, seed).Step([]);
        });
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Worlds_of_one_seed_are_equal_and_of_others_differ(WorldFamily family)
    {
        var scenario = new GeneratedScenario("drawn", family, new() { Products = 3 });
        var digests = Enumerable.Range(0, 24).Select(world => Digest(scenario, world)).ToArray();
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(digests[7], Digest(new GeneratedScenario("drawn", family, new() { Products = 3 }), 7));
        Assert.Equal(ScenarioDigest.Of(scenario), ScenarioDigest.Of(new GeneratedScenario("drawn", family, new() { Products = 3 })));
    }

    /// <summary>The usual numbers, and that expected sales and what a seller begins with are the same whatever the knobs; its cash goes by one.</summary>
    [Theory]
    [InlineData(WorldFamily.PrivateLabel, 12)]
    [InlineData(WorldFamily.Reseller, 24)]
    [InlineData(WorldFamily.Seasonal, 6)]
    public void Dollars_compare_between_knobs(WorldFamily family, int products)
    {
        var seed = new WorldSeed(5);
        var (easy, hard) = (Define(0), Define(1));
        Assert.Equal(products, easy.Niches.Sum(niche => niche.Products.Count));
        Assert.Equal(easy.Cash, hard.Cash);
        Assert.Equal(72 * products * 52.5, easy.Cash.Cents / 100.0, 50.0);
        Assert.InRange(StockValue(hard) / StockValue(easy), 0.98, 1.02);

        WorldDefinition Define(double knob) => new GeneratedScenario("drawn", family, Knobs.AllAt(knob) with { Cash = 0.5 }).Define(seed);

        static double StockValue(WorldDefinition world) => world.Niches.SelectMany(niche => niche.Products).Sum(product => product.OpeningStock * (double)product.OpeningUnitCost.Cents);
    }

    [Theory]
    [MemberData(nameof(KnobNames))]
    public void Nobody_earns_by_doing_nothing_where_a_knob_is_easy(string knob)
    {
        foreach (var family in All)
        {
            foreach (var knobs in new[] { Knobs.AllAt(0), Knobs.With(new(), knob, 0), Knobs.With(Knobs.AllAt(0), knob, 1) })
            {
                var seed = WorldSeed.OfExperiment(92, (int)family);
                var world = Simulation.Create(new GeneratedScenario("drawn", family, knobs with { Products = 4 }).Define(seed), seed);
                while (!world.IsOver)
                {
                    world.Step([]);
                }

                Assert.True(world.Gain(new Seat(0)) < Money.Zero, $"{family}, {knobs}: {world.Gain(new Seat(0))}");
            }
        }
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Contains("lower-case", Assert.Throws<ArgumentException>(() => new GeneratedScenario("No Name", WorldFamily.Seasonal)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeneratedScenario("drawn", (WorldFamily)9));
        foreach (var name in Knobs.Names)
        {
            foreach (var wrong in new[] { -0.01, 1.01, double.NaN })
            {
                Assert.Contains("0 (easy) to 1 (hard)", Assert.Throws<ArgumentOutOfRangeException>(() => new GeneratedScenario("drawn", WorldFamily.Seasonal, Knobs.With(new(), name, wrong))).Message, StringComparison.Ordinal);
            }
        }

        foreach (var wrong in new[] { 1, 61 })
        {
            Assert.Contains("2 to 60", Assert.Throws<ArgumentOutOfRangeException>(() => new GeneratedScenario("drawn", WorldFamily.Seasonal, new() { Products = wrong })).Message, StringComparison.Ordinal);
        }
    }

    private static StateHash Digest(GeneratedScenario scenario, int world) => DefinitionDigest.Of(scenario.Define(WorldSeed.OfExperiment(1, world)));
}
