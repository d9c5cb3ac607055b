namespace FbaBench.Tests.Facts;

/// <summary>Bullwhip and lead times: on numbers with a known answer, and on worlds whose seller or supplier is broken.</summary>
public sealed class SupplyFactTests
{
    private static readonly WorldSeed Seed = WorldSeed.OfExperiment(1, 0);

    [Fact]
    public void Ratio_is_of_variances_and_the_mean_of_products()
    {
        // Variances 4 and 1, then 9 and 1: ratios 4 and 9.
        WeeklySupply[] products = [new([4, 5, 6], [3, 5, 7], 1), new([9, 8, 10], [6, 9, 12], 1)];
        Assert.Equal(6.5, SupplyFacts.Bullwhip(products).Value!.Value, 1e-12);
    }

    [Fact]
    public void Products_that_sell_less_than_the_minimum_in_a_week_are_left_out()
    {
        WeeklySupply[] products = [new([4, 5, 6], [3, 5, 7], 5), new([9, 8, 10], [6, 9, 12], 10)];
        Assert.Equal(4, SupplyFacts.Bullwhip(products).Value!.Value, 1e-12);
        Assert.Null(SupplyFacts.Bullwhip([products[1]]).Value);
        Assert.Null(SupplyFacts.Aggregated([products[1]]).Value);
    }

    [Fact]
    public void Months_are_sums_over_four_weeks_and_all_products()
    {
        // Orders of the months: 12 and 32, variance 200; demand: 4 and 6, variance 2. A ninth week is no month.
        WeeklySupply[] products = [new([0, 1, 0, 1, 0, 1, 0, 3], [1, 2, 3, 4, 5, 6, 7, 8], 0), new([1, 0, 1, 0, 1, 0, 1, 0], [0, 1, 0, 1, 0, 3, 0, 3], 0)];
        WeeklySupply[] longer = [.. products.Select(product => product with { Demand = [.. product.Demand, 9], Orders = [.. product.Orders, 50] })];
        Assert.Equal(100 / SupplyFacts.Bullwhip(products).Value!.Value, SupplyFacts.Aggregated(products).Value!.Value, 1e-12);
        Assert.Equal(100 / SupplyFacts.Bullwhip(longer).Value!.Value, SupplyFacts.Aggregated(longer).Value!.Value, 1e-12);
    }

    /// <summary>Chen et al. 2000: 1 + 2L/m + 2L²/m² with L = 6 and m = 8, for demand that never cuts an order at zero; sums of months and products pass through the same rule.</summary>
    [Fact]
    public void Order_up_to_on_independent_demand_has_the_ratio_of_theory_whatever_is_summed()
    {
        WeeklySupply[] products = [.. Enumerable.Range(0, 40).Select(Ordered)];
        Assert.Equal(3.625, SupplyFacts.Bullwhip(products).Value!.Value, 0.05);
        Assert.Equal(1, SupplyFacts.Aggregated(products).Value!.Value, 0.1);

        static WeeklySupply Ordered(int product)
        {
            var (demand, orders, position) = (new List<int>(), new List<int>(), 13_000);
            for (var week = 0; week < 520; week++)
            {
                demand.Add(1_000 + (int)(50 * Seed.Normal("demand/" + product, week)));
                position -= demand[^1];
                if (demand.Count >= BullwhipTrial.Window)
                {
                    orders.Add(BullwhipTrial.OrderUpTo(demand, position));
                    position += orders[^1];
                }
            }

            return new([.. demand.Skip(20)], [.. orders.Skip(21 - BullwhipTrial.Window)], 1);
        }
    }

    [Fact]
    public void Bullwhip_of_the_steady_world_is_near_theory()
    {
        var products = Play(BullwhipTrial.OrderUpTo);
        Assert.Equal(8, products.Count);
        Assert.All(products, product => Assert.Equal((494, 494, 1), (product.Demand.Count, product.Orders.Count, product.MinimumUnits)));
        Assert.InRange(SupplyFacts.Bullwhip(products).Value!.Value, 2.8, 3.8);

        // Orders replace what was sold, less what came back whole.
        Assert.All(products, product => Assert.InRange(product.Orders.Average() / product.Demand.Average(), 0.92, 1.01));

        // No trend: what the second half wants, the first did.
        Assert.InRange(products.Sum(product => product.Demand.Skip(247).Sum()) / (double)products.Sum(product => product.Demand.Take(247).Sum()), 0.9, 1.1);
    }

    [Fact]
    public void Orders_equal_to_demand_have_no_bullwhip()
    {
        var products = Play((demand, _) => demand[^1]);
        Assert.All(products, product => Assert.Equal(product.Demand, product.Orders));
        Assert.Equal(1, SupplyFacts.Bullwhip(products).Value!.Value, 1e-12);
        Assert.Equal(1, SupplyFacts.Aggregated(products).Value!.Value, 1e-12);
    }

    [Fact]
    public void Orders_that_smooth_demand_show_in_both_facts()
    {
        var products = Play((demand, _) => (int)demand.TakeLast(BullwhipTrial.Window).Average());
        Assert.False(Holds("SF21", SupplyFacts.Bullwhip(products)));
        Assert.False(Holds("SF22", SupplyFacts.Aggregated(products)));
    }

    /// <summary>Lots of eight weeks swamp a product's weeks, and less so the months of all.</summary>
    [Fact]
    public void Orders_in_lots_show_in_the_weeks_of_a_product_and_shrink_in_sums()
    {
        var products = Play((demand, position) =>
        {
            var lot = (int)(8 * demand.Take(BullwhipTrial.Window).Average());
            return BullwhipTrial.OrderUpTo(demand, position) / lot * lot;
        });
        Assert.False(Holds("SF21", SupplyFacts.Bullwhip(products)));
        Assert.True(Holds("SF22", SupplyFacts.Aggregated(products)));
    }

    [Fact]
    public void Skew_is_how_far_the_mean_lies_above_the_median()
    {
        Assert.Equal(0.2, SupplyFacts.Skew([50, 60, 40, 50, 100]).Value!.Value, 1e-12);
        Assert.Equal(-0.1, SupplyFacts.Skew([50, 25, 55, 45, 50]).Value!.Value, 1e-12);
        Assert.Null(SupplyFacts.Skew([]).Value);
    }

    [Fact]
    public void Fixed_times_are_found_to_the_day()
    {
        // Weekly orders of twelve products from day 7; the last that arrives within the year is that of day 329.
        var days = LeadTimes(new(10, 0, 10, 10), new(20, 0, 20, 20), new(5, 0, 5, 5));
        Assert.Equal(12 * 47, days.Count);
        Assert.All(days, time => Assert.Equal(35, time));
    }

    [Fact]
    public void Lead_times_of_an_ordinary_world_have_the_mean_of_their_parts_and_a_longer_right_tail()
    {
        var days = LeadTimeTrial.Of(RealismWorld.Define(Seed), Seed);
        Assert.Equal(12 * 32, days.Count);

        // Means of log-normal times within their ranges: 26.0, 40.7 and 7.1.
        Assert.InRange(days.Average(), 72.3, 75.3);
        Assert.True(Holds("SF23", SupplyFacts.Skew(days)));
    }

    [Fact]
    public void Suppliers_whose_times_end_short_and_those_whose_times_never_end_show()
    {
        Assert.False(Holds("SF23", SupplyFacts.Skew(LeadTimes(new(45, 0.8, 5, 45), new(0, 0, 0, 0), new(0, 0, 0, 0)))));
        Assert.False(Holds("SF23", SupplyFacts.Skew(LeadTimes(new(25, 1, 1, 200), new(0, 0, 0, 0), new(0, 0, 0, 0)))));
    }

    private static IReadOnlyList<WeeklySupply> Play(BullwhipTrial.OrderRule rule) => BullwhipTrial.Of(BullwhipWorld.Of(RealismWorld.Define(Seed)), Seed, rule).Products;

    private static bool Holds(string id, FactValue value)
    {
        var fact = RealismFact.Read(RealismFact.BuiltIn).Single(fact => fact.Id == id);
        return value.Value >= fact.Low && value.Value <= fact.High;
    }

    private static IReadOnlyList<int> LeadTimes(LeadTime production, LeadTime transit, LeadTime receiving)
    {
        var world = RealismWorld.Define(Seed);
        return LeadTimeTrial.Of(
            world with
            {
                Niches = [.. world.Niches.Select(niche => niche with
                {
                    Products = [.. niche.Products.Select(product => product with { Suppliers = [product.Suppliers[0] with { Production = production, Transit = transit, Receiving = receiving }] })],
                })],
            },
            Seed);
    }
}
