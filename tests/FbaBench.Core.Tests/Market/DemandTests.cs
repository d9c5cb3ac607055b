using FbaBench.Kernel;
using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market;

public sealed class NestedLogitTests
{
    [Fact]
    public void Weight_is_capped_so_that_a_large_niche_cannot_overflow()
    {
        var capped = NestedLogit.Weight(11);
        Assert.Equal(NestedLogit.Weight(10), capped);
        Assert.True(capped * 4096.0 < long.MaxValue);
        Assert.True(NestedLogit.Weight(9.99) < capped);
    }

    [Fact]
    public void Weight_is_exp_of_utility_on_the_scale()
    {
        Assert.Equal(NestedLogit.Scale, NestedLogit.Weight(0));
        Assert.Equal(Math.Exp(-1.2) * NestedLogit.Scale, NestedLogit.Weight(-1.2), 1.0);
    }

    /// <summary>Interest is the square root on the same scale.</summary>
    [Fact]
    public void Interest_is_the_root_of_the_weight()
    {
        Assert.Equal(NestedLogit.Scale, NestedLogit.Interest(NestedLogit.Weight(0)));
        Assert.Equal(Math.Exp(0.5) * NestedLogit.Scale, NestedLogit.Interest(NestedLogit.Weight(1)), 4e5);
        Assert.Equal(0, NestedLogit.Interest(0));
    }
}

public sealed class ReferencePointTests
{
    /// <summary>
    /// At the reference point, in the order of appeal and without sponsored slots, the niche converts its share, each listing has its elasticity (by
    /// differences of the closed form), and equal listings are treated as one.
    /// </summary>
    [Fact]
    public void A_world_at_reference_prices_has_the_conversion_and_elasticity_of_its_definition()
    {
        var world = TestWorlds.Mugs();
        double[] appeals = [3, 2, 1.2, 0.7];
        world = world with { Niches = [world.Niches[0] with { Rivals = [.. world.Niches[0].Rivals.Select((rival, i) => rival with { Appeal = appeals[i] })] }, world.Niches[1]] };
        var choice = TestWorlds.Start(world).Rules.Choice;
        var niche = world.Niches[0];
        Assert.Equal(0.12, choice.ReferenceShare[..6].ToArray().Sum(), 1e-9);

        // Pages: blue, red (equal appeal), then the rivals by name.
        Assert.Equal(choice.ReferenceShare[0], choice.ReferenceShare[1]);
        Assert.Equal(choice.Response[0], choice.Response[1]);
        int[] order = [2, 3, 4, 0, 1, 5];
        foreach (var page in (int[])[2, 3, 4, 5])
        {
            var price = niche.Rivals[page - 2].Ceiling.Cents;
            var elasticity = (Log(page, 1.001) - Log(page, 0.999)) / (Math.Log(1.001) - Math.Log(0.999));
            Assert.Equal(niche.OwnPriceElasticity, elasticity, 0.002);

            double Log(int one, double factor)
            {
                var weights = Enumerable.Range(0, 6).Select(i => Math.Exp(choice.Utility[i] + (i == one ? choice.Slope[i] * price * (factor - 1) : 0))).ToArray();
                return Math.Log(new Niche(weights, order, [], [], niche.NestSigma, choice.Odds[0]).Consider().Buy[one]);
            }
        }
    }
}

public sealed class ShelfTests
{
    [Theory]
    [InlineData(100, 5, 3, 2)]
    [InlineData(17, 5, 3, 2)]
    [InlineData(16, 5, 3, 1)]
    [InlineData(13, 5, 3, 0)]
    [InlineData(10, 5, 2, 0)]
    [InlineData(5, 5, 0, 0)]
    [InlineData(3, 3, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Serve_gives_whole_orders_in_order_of_size(int stock, int singles, int doubles, int triples) =>
        Assert.Equal(new Demand(singles, doubles, triples), new Demand(5, 3, 2).Serve(stock));

    [Fact]
    public void Served_are_the_first_orders_of_each_size()
    {
        var demand = new Demand(5, 3, 2);
        var served = new Demand(4, 1, 1);
        Assert.Equal([true, true, true, true, false, true, false, false, true, false], Enumerable.Range(0, 10).Select(ordinal => demand.WasServed(ordinal, served)));
        Assert.Equal([0, 1, 2, 3, 4, 0, 1, 2, 0, 1], Enumerable.Range(0, 10).Select(demand.RankOf));
    }

    [Fact]
    public void Orders_and_units_count_sizes()
    {
        var demand = new Demand(5, 3, 2);
        Assert.Equal(10, demand.Orders);
        Assert.Equal(17, demand.Units);
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 3, 3], Enumerable.Range(0, 10).Select(demand.SizeOf));
    }
}

public sealed class DiversionRaceTests
{
    private static readonly KeyedDraws Draws = KeyedDraws.ForWorld(new WorldSeed(11));
    private static readonly ulong[] Keys = [101, 102, 103, 104];

    /// <summary>Winning shares are the weights' shares of those who stay, within four standard errors.</summary>
    [Fact]
    public void Winner_follows_weights_and_the_chance_of_leaving()
    {
        long[] weights = [100, 0, 300, 600];
        const int shoppers = 20_000;
        var wins = new int[5];
        for (var shopper = 0; shopper < shoppers; shopper++)
        {
            wins[1 + DiversionRace.Winner(Draws, 7, 3, shopper, weights, Keys, 1000, 0.4)]++;
        }

        double[] expected = [0.4, 0.06, 0, 0.18, 0.36];
        for (var i = 0; i < expected.Length; i++)
        {
            var error = 4 * Math.Sqrt(expected[i] * (1 - expected[i]) / shoppers);
            Assert.InRange(wins[i] / (double)shoppers, expected[i] - error, expected[i] + error);
        }
    }

    [Fact]
    public void Winner_is_always_or_never_leaving_at_the_ends()
    {
        for (var shopper = 0; shopper < 50; shopper++)
        {
            Assert.Equal(-1, DiversionRace.Winner(Draws, 7, 3, shopper, [5, 5, 0, 0], Keys, 10, 1));
            Assert.NotEqual(-1, DiversionRace.Winner(Draws, 7, 3, shopper, [5, 5, 0, 0], Keys, 10, 0));
        }
    }

    /// <summary>A candidate that comes back moves only the shoppers it wins.</summary>
    [Fact]
    public void Winner_with_one_more_candidate_moves_nobody_between_the_others()
    {
        for (var shopper = 0; shopper < 500; shopper++)
        {
            var before = DiversionRace.Winner(Draws, 7, 3, shopper, [100, 0, 300, 0], Keys, 400, 0);
            var after = DiversionRace.Winner(Draws, 7, 3, shopper, [100, 200, 300, 0], Keys, 600, 0);
            Assert.True(after == before || after == 1);
        }
    }
}

public sealed class RivalPricingTests
{
    [Theory]
    [InlineData(1.5, 2000)]
    [InlineData(1.0, 2000)]
    [InlineData(0.9, 1800)]
    [InlineData(0.8, 1600)]
    [InlineData(0.5, 1500)]
    public void Target_follows_downward_between_floor_and_ceiling(double ratio, int expected) =>
        Assert.Equal(expected, RivalPricing.Target(RivalPolicy.Follow, 2000, 1500, 2000, ratio));

    [Fact]
    public void Target_of_one_that_holds_is_its_ceiling() =>
        Assert.Equal(2000, RivalPricing.Target(RivalPolicy.Hold, 2000, 1500, 2000, 0.5));
}

public sealed class DurationsTests
{
    [Theory]
    [InlineData(0.5, 40)]
    [InlineData(1e-9, 33)]
    [InlineData(1 - 1e-9, 60)]
    public void Days_are_the_quantile_within_the_published_range(double uniform, int expected) =>
        Assert.Equal(expected, Durations.Days(new LeadTime(40, 0.15, 33, 60), uniform));

    [Fact]
    public void Days_without_spread_are_the_median_and_zero_is_at_once()
    {
        Assert.Equal(7, Durations.Days(new LeadTime(7, 0, 0, 100), 0.9));
        Assert.Equal(0, Durations.Days(new LeadTime(0, 0, 0, 0), 0.9));
    }

    [Theory]
    [InlineData(0.10, 1)]
    [InlineData(0.35, 2)]
    [InlineData(0.7499, 2)]
    [InlineData(0.75, 3)]
    [InlineData(0.95, 4)]
    public void Delivery_takes_one_to_four_days(double uniform, int expected) =>
        Assert.Equal(expected, Durations.Delivery([0.35, 0.40, 0.15, 0.10], uniform));

    [Fact]
    public void Returns_come_after_delivery_and_within_the_limit()
    {
        Assert.Equal(14, Durations.ReturnAfterSale(null, 2, 0.5));
        Assert.Equal(45, Durations.ReturnAfterSale(null, 2, 1 - 1e-9));
        Assert.Equal(3, Durations.ReturnAfterSale(null, 2, 1e-9));
        Assert.Equal(32, Durations.ReturnAfterSale(new(30, 0.6, 1, 45), 2, 0.5));
    }
}

public sealed class SeasonTests
{
    [Fact]
    public void Traffic_and_odds_come_from_the_simulated_date()
    {
        var niche = new NicheDefinition("n", 1, -2)
        {
            TrafficByMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            TrafficByWeekday = [1, 2, 3, 4, 5, 6, 7],
            ConversionByMonth = [.1, .2, .3, .4, .5, .6, .7, .8, .9, 1, 1.1, 1.2],
        };
        Assert.Equal(11 * 7, Season.Traffic(niche, new SimDate(2025, 11, 30)));
        Assert.Equal(1.1, Season.Odds(niche, new SimDate(2025, 11, 30)));
        Assert.Equal(1 * 3, Season.Traffic(niche, new SimDate(2025, 1, 15)));
    }

    /// <summary>Stationary: variance as asked on the first day and after a year; mean of the multiplier 1.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(365)]
    public void Niche_factor_has_the_variance_asked_for_and_a_multiplier_of_mean_one(int days)
    {
        var draws = KeyedDraws.ForWorld(new WorldSeed(2));
        const int count = 4000;
        double squares = 0, multiplier = 0;
        for (var niche = 0; niche < count; niche++)
        {
            var factor = 0.0;
            for (var day = 0; day <= days; day++)
            {
                factor = NicheFactor.Next(draws, (ulong)niche, day, factor, 0.10, 0.9);
            }

            squares += factor * factor;
            multiplier += NicheFactor.Multiplier(factor, 0.10);
        }

        Assert.InRange(squares / count, 0.10 * 0.91, 0.10 * 1.09);
        Assert.InRange(multiplier / count, 0.98, 1.02);
    }
}
