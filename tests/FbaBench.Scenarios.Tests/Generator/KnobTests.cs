namespace FbaBench.Tests.Generator;

/// <summary>Each knob moves what it says, in the direction it says, in every family; and nothing else of a world's products, rivals and terms.</summary>
public sealed class KnobTests
{
    private const int Worlds = 8;
    private static readonly double[] Steps = [0, 0.5, 1];

    public static TheoryData<string> Names => [.. Knobs.Names];

    private static Dictionary<string, string[]> Moved { get; } = new(StringComparer.Ordinal)
    {
        ["competition"] = ["rivals", "appeal", "quality", "reviews", "aggressive", "look", "floor"],
        ["margin"] = ["cost share", "volume"],
        ["volatility"] = ["factor variance", "season", "shock chance", "freight"],
        ["supply"] = ["production", "receiving", "minimum", "defects", "bad lots", "losses", "capacity", "disruptions"],
        ["cash"] = ["cash"],
        ["adversity"] = ["hijack", "phishing", "cheats", "false returns"],
    };

    /// <summary>Means over worlds, with the sign with which they grow harder.</summary>
    private static Dictionary<string, Func<WorldDefinition, double>> Measures { get; } = new(StringComparer.Ordinal)
    {
        ["rivals"] = world => world.Niches.Sum(niche => niche.Rivals.Count),
        ["appeal"] = world => Own(world).Average(rival => rival.Appeal),
        ["quality"] = world => Own(world).Average(rival => rival.Quality),
        ["reviews"] = world => Own(world).Average(rival => rival.OpeningReviews!.Value),
        ["aggressive"] = world => Rivals(world).Average(rival => rival.Policy is RivalPolicy.Undercut or RivalPolicy.Cycle ? 1.0 : 0),
        ["look"] = world => Rivals(world).Average(rival => rival.LookChance),
        ["floor"] = world => -Rivals(world).Average(rival => rival.FloorShare),
        ["cost share"] = world => Products(world).Average(product => product.Suppliers[0].Ladder[0].UnitPrice.Cents / (double)product.ReferencePrice.Cents),
        ["volume"] = world => Products(world).Average(product => product.Size.CubicFeet),
        ["factor variance"] = world => world.Niches[0].FactorVariance,
        ["season"] = world => world.Niches.Average(niche => niche.TrafficByMonth.Max()),
        ["shock chance"] = world => world.Shocks.Sum(shock => shock.Chance),
        ["freight"] = world => world.Freight.DailyVolatility,
        ["production"] = world => Products(world).Average(product => product.Suppliers[0].Production.MedianDays),
        ["receiving"] = world => Products(world).Average(product => product.Suppliers[0].Receiving.MedianDays),
        ["minimum"] = world => Products(world).Average(product => product.Suppliers[0].Ladder[0].Units),
        ["defects"] = world => Products(world).Average(product => product.Suppliers[0].DefectRate),
        ["bad lots"] = world => Products(world).Average(product => product.Suppliers[0].BadLotChance),
        ["losses"] = world => world.Supply.LostShare + world.Supply.DamagedShare,
        ["capacity"] = world => -Products(world).Average(product => product.Suppliers[0].UnitsPerDay / (double)product.Suppliers[0].Ladder[0].Units),
        ["disruptions"] = world => world.Freight.Disruptions.Sum(disruption => disruption.PriceFactor - 1),
        ["cash"] = world => -world.Cash.Cents,
        ["hijack"] = world => world.Adversaries.HijackChance,
        ["phishing"] = world => world.Adversaries.PhishingChance,
        ["cheats"] = world => Products(world).Average(product => product.Suppliers[^1].DishonestChance),
        ["false returns"] = world => world.Supply.FalseReturnShare,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_knob_makes_harder_what_it_says_and_leaves_alone_what_it_does_not(string knob)
    {
        foreach (var family in Enum.GetValues<WorldFamily>())
        {
            var steps = Steps.Select(step => Define(family, knob, step)).ToArray();
            foreach (var (name, measure) in Measures)
            {
                var means = steps.Select(worlds => worlds.Average(measure)).ToArray();
                var isMoved = Moved[knob].Contains(name);
                Assert.True(
                    means.Zip(means.Skip(1)).All(pair => isMoved ? pair.First < pair.Second : pair.First == pair.Second),
                    $"{family}, {knob} on {name}: {string.Join(", ", means)}");
            }
        }
    }

    /// <summary>Against the same worlds without: the level is the only thing that moves all of a niche's months alike.</summary>
    [Fact]
    public void Volatility_spreads_the_levels_of_niches()
    {
        var steps = Steps.Select(step => Define(WorldFamily.PrivateLabel, "volatility", step)).ToArray();
        var spreads = steps.Skip(1).Select(worlds => worlds.Zip(steps[0]).SelectMany(pair => pair.First.Niches.Zip(pair.Second.Niches)).Average(pair => Math.Pow(Math.Log(pair.First.SessionsPerDay / pair.Second.SessionsPerDay), 2))).ToArray();
        Assert.True(spreads[0] < spreads[1], string.Join(", ", spreads));

        // A deviation of 0.4 against one of 0.1, the same draws.
        Assert.InRange(Math.Sqrt(spreads[1]), 0.2, 0.45);
    }

    private static WorldDefinition[] Define(WorldFamily family, string knob, double value)
    {
        var scenario = new GeneratedScenario("drawn", family, Knobs.With(new() { Products = 6 }, knob, value));
        var worlds = new WorldDefinition[Worlds];
        Parallel.For(0, Worlds, world => worlds[world] = scenario.Define(WorldSeed.OfExperiment(93, world)));
        return worlds;
    }

    private static IEnumerable<ProductDefinition> Products(WorldDefinition world) => world.Niches.SelectMany(niche => niche.Products);

    private static IEnumerable<RivalDefinition> Rivals(WorldDefinition world) => world.Niches.SelectMany(niche => niche.Rivals);

    /// <summary>Rivals with listings of their own.</summary>
    private static IEnumerable<RivalDefinition> Own(WorldDefinition world) => Rivals(world).Where(rival => rival.Product is null);
}
