namespace FbaBench.Tests.Facts;

/// <summary>The generated worlds keep to market-parameters.json; what the validator holds to its range is not held again.</summary>
public sealed class RealismWorldTests
{
    private const int Worlds = 32;

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Worlds)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void World_is_an_ordinary_calendar_year_of_two_hundred_listings(int index)
    {
        var world = World(index);
        var simulation = Simulation.Create(world, new WorldSeed(1));
        Assert.Equal((new SimDate(2025, 1, 1), 365, false, null), (world.Start, world.Days, world.Laboratory, world.LaboratorySwitches));
        Assert.Equal(240, simulation.Figures().Select(offer => offer.Listing).Distinct().Count());
        Assert.Equal(new MarketTerms().Search, world.Market.Search);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Prices_of_a_category_scatter_as_published(int index)
    {
        foreach (var category in World(index).Niches.GroupBy(niche => niche.Products[0].Category))
        {
            double[] prices = [.. category.SelectMany(niche => niche.Products.Select(product => product.ReferencePrice).Concat(niche.Rivals.Where(rival => rival.Product is null).Select(rival => rival.Ceiling))).Select(price => Math.Log(price.Cents))];
            var deviation = Math.Sqrt(prices.Sum(price => Math.Pow(price - prices.Average(), 2)) / (prices.Length - 1));
            Assert.InRange(deviation, 0.6, 1.2);
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Rivals_and_shoppers_stay_in_their_ranges(int index)
    {
        var world = World(index);
        var rivals = world.Niches.SelectMany(niche => niche.Rivals).ToArray();
        Assert.InRange(rivals.Count(rival => rival.Policy != RivalPolicy.Hold) / (double)rivals.Length, 0.2, 0.6);
        Assert.All(world.Niches, niche =>
        {
            Assert.InRange(niche.OrderSizes[0] + (2 * niche.OrderSizes[1]) + (3 * niche.OrderSizes[2]), 1.05, 1.5);
            var variance = niche.Segments.Sum(segment => segment.Share * Math.Pow(segment.PriceSensitivity - 1, 2));
            Assert.InRange(Math.Sqrt(variance), 0.2, 0.8);
            Assert.True(niche.Rivals.Count(rival => rival.Product == RealismOffers.Shared) >= 2);
        });
    }

    [Fact]
    public void Season_deals_and_weekdays_are_the_published_ones()
    {
        var world = World(0);
        Assert.Equal([(new SimDate(2025, 7, 8), new SimDate(2025, 7, 11), 2.5), (new SimDate(2025, 11, 28), new SimDate(2025, 12, 1), 2.5)], world.DealEvents.Select(deal => (deal.First, deal.Last, deal.Traffic)));
        double[] index = [0.92, 0.88, 0.95, 0.93, 0.95, 0.95, 1.05, 0.95, 0.93, 0.98, 1.25, 1.26];
        for (var month = 0; month < 12; month++)
        {
            // Traffic times conversion, at the reference conversion of 0.12; the months of a niche scatter by 6 %.
            var sales = world.Niches.Average(niche => niche.TrafficByMonth[month] * niche.ConversionByMonth[month] / (0.88 + (0.12 * niche.ConversionByMonth[month])));
            Assert.InRange(sales / index[month], 0.94, 1.06);
        }

        Assert.All(world.Niches, niche => Assert.Equal([1.16, 1.10, 1.07, 1.06, 1.01, 0.78, 0.82], niche.TrafficByWeekday));
    }

    [Fact]
    public void Return_rates_lead_times_and_terms_are_the_published_ones()
    {
        var rates = new Dictionary<string, double> { ["grocery_gourmet"] = 0.02, ["toys_games"] = 0.04, ["home_kitchen"] = 0.07, ["consumer_electronics"] = 0.10 };
        Assert.All(World(0).Niches.SelectMany(niche => niche.Products), product =>
        {
            Assert.Equal(rates[product.Category], product.ReturnRate);
            Assert.InRange(product.ResellableShare, 0.3, 0.7);
            var factory = Assert.Single(product.Suppliers);
            Assert.Equal((new LeadTime(25, 0.3, 15, 45), new LeadTime(40, 0.15, 33, 60), new LeadTime(6, 0.6, 2, 30)), (factory.Production, factory.Transit, factory.Receiving));
            Assert.InRange(factory.DepositShare, 0.2, 0.5);
            Assert.InRange(factory.Ladder[0].Units, 100, 3_000);
        });
    }

    [Fact]
    public void Same_seed_gives_the_same_world_and_another_seed_another()
    {
        Assert.Equal(Hash(1), Hash(1));
        Assert.NotEqual(Hash(1), Hash(2));

        static StateHash Hash(ulong seed) => Simulation.Create(RealismWorld.Define(new WorldSeed(seed)), new WorldSeed(9)).Hash;
    }

    private static WorldDefinition World(int index) => RealismWorld.Define(WorldSeed.OfExperiment(1, index));
}
