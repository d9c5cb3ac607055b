namespace FbaBench.Tests.Facts;

/// <summary>Worlds of the engine, measured: a whole one, and small ones whose faults must show.</summary>
public sealed class RealismRunTests
{
    private static readonly WorldSeed Seed = WorldSeed.OfExperiment(1, 0);

    [Fact]
    public void One_whole_world_holds_every_must_and_keeps_its_loop_gain_low()
    {
        var facts = RealismFact.Read(RealismFact.BuiltIn).Where(fact => fact.IsMust).ToArray();
        var report = RealismReport.Of(facts, Realism.Play(RealismWorld.Define, [Seed], threads: 1));
        Assert.True(report.Passed, report.ToTable());
        Assert.Equal((10, 10), report.Musts);
    }

    [Fact]
    public void Threads_change_no_figure()
    {
        WorldSeed[] seeds = [Seed, WorldSeed.OfExperiment(1, 1)];
        var alone = Realism.Play(Small, seeds, threads: 1);
        var together = Realism.Play(Small, seeds, threads: 2);
        Assert.Equal(alone.Select(world => world.ClickExponent), together.Select(world => world.ClickExponent));
        Assert.Equal(alone.SelectMany(world => world.Values), together.SelectMany(world => world.Values));
        Assert.NotEqual(alone[0].Values["SF17"], alone[1].Values["SF17"]);
    }

    [Fact]
    public void Small_world_without_a_fault_holds_what_the_faults_break()
    {
        var world = Measure(Small(Seed));
        string[] broken = ["SF02", "SF09", "SF10", "SF12", "SF14", "SF16", "SF17", "SF18", "SF20", "SF21", "SF23", "SF24", "SF27", "SF29", "SF30", "SF31", "SF32"];
        Assert.Equal(broken, broken.Where(id => Holds(world, id)));
        Assert.True(world.LoopGain <= 0.5);
    }

    [Theory]
    [InlineData("SF27")]
    public void Clicks_that_do_not_fall_with_position_show(string id) =>
        Assert.False(Holds(Measure(Terms(terms => terms with { Search = terms.Search with { ClickDecay = 0.62 } })), id));

    [Fact]
    public void Flat_stars_show()
    {
        var world = Measure(Terms(terms => terms with { Reviews = terms.Reviews with { Stars = [0.2, 0.2, 0.2, 0.2, 0.2] } }));
        Assert.False(Holds(world, "SF10"));
    }

    [Fact]
    public void Reviews_without_effect_of_their_rating_and_without_lateness_show()
    {
        var world = Measure(Terms(terms => terms with { Reviews = terms.Reviews with { EffectPerStar = 0, LateStarDrop = 0, Rate = 0.2 }, Search = terms.Search with { RatingWeight = 0 } }));
        Assert.False(Holds(world, "SF12"));
        Assert.False(Holds(world, "SF14"));
        Assert.False(Holds(world, "SF32"));
    }

    [Fact]
    public void Year_without_season_and_deals_shows()
    {
        var small = Small(Seed);
        double[] flat = [.. Enumerable.Repeat(1.0, 12)];
        var world = Measure(small with
        {
            DealEvents = [new("deal", new SimDate(2025, 7, 8), new SimDate(2025, 7, 11), 1)],
            Niches = [.. small.Niches.Select(niche => niche with { TrafficByMonth = flat, ConversionByMonth = flat, FactorVariance = 0 })],
        });
        Assert.False(Holds(world, "SF16"));
        Assert.False(Holds(world, "SF17"));
        Assert.False(Holds(world, "SF18"));
    }

    [Fact]
    public void Ranking_by_velocity_alone_shows_in_the_loop_gain() =>
        Assert.True(Measure(Terms(terms => terms with { Search = terms.Search with { VelocityWeight = 1 } })).LoopGain > 0.5);

    [Fact]
    public void Returns_out_of_order_and_a_long_reserve_show()
    {
        var small = Small(Seed);
        var world = Measure(small with
        {
            Account = small.Account with { ReserveDays = 14 },
            Niches = [.. small.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => product with { ReturnRate = 0.07 })] })],
        });
        Assert.False(Holds(world, "SF29"));
        Assert.False(Holds(world, "SF30"));
    }

    [Fact]
    public void Featured_offer_by_price_alone_and_shown_campaigns_show()
    {
        var world = Measure(Terms(terms => terms with
        {
            FeaturedOffer = terms.FeaturedOffer with { PriceCoefficient = -10_000, BadgeShare = 0 },
            Advertising = terms.Advertising with { ImpressionsPerSession = 1 },
        }));
        Assert.False(Holds(world, "SF09"));
        Assert.False(Holds(world, "SF24"));
    }

    private static WorldFacts Measure(WorldDefinition world) => Realism.Play(_ => world, [Seed], threads: 1)[0];

    private static bool Holds(WorldFacts world, string id) =>
        RealismLine.Of(RealismFact.Read(RealismFact.BuiltIn).Single(fact => fact.Id == id), [world]).Pass;

    /// <summary>One niche of each category.</summary>
    private static WorldDefinition Small(WorldSeed seed)
    {
        var world = RealismWorld.Define(seed);
        return world with { Niches = [.. world.Niches.Where(niche => niche.Name.EndsWith("-3", StringComparison.Ordinal))] };
    }

    private static WorldDefinition Terms(Func<MarketTerms, MarketTerms> change)
    {
        var small = Small(Seed);
        return small with { Laboratory = true, Market = change(small.Market) };
    }
}
