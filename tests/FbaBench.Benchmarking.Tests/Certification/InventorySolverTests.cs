using CsCheck;

namespace FbaBench.Tests.Certify;

/// <summary>The solvers of inventories against slower ways to the same figures.</summary>
public sealed class InventorySolverTests
{
    [Fact]
    [Trait("Category", "Property")]
    public void No_other_pair_of_reorder_point_and_stock_is_cheaper()
    {
        Gen.Select(Gen.Double[0.5, 12], Gen.Double[0.5, 90], Gen.Double[0.5, 3], Gen.Double[2, 20], Gen.Int[0, 2]).Sample(
            (mean, order, overage, ratio, lead) =>
            {
                var theory = new FixedCostTheory(new(DemandSource.Poisson, mean), new(overage, overage * ratio, order), lead);
                var (_, _, cost) = theory.Solve();
                for (var reorder = -5; reorder < 60; reorder++)
                {
                    for (var upTo = reorder + 1; upTo < 90; upTo++)
                    {
                        Assert.True(theory.Cost(reorder, upTo) >= cost - (1e-9 * cost), $"({reorder}, {upTo}) is cheaper than {cost}");
                    }
                }
            },
            iter: 20);
    }

    /// <summary>With K = 0, an order every period that brings one: the newsvendor of L + 1 periods.</summary>
    [Fact]
    public void Without_a_fixed_cost_it_is_the_newsvendor()
    {
        var (stock, cost) = new NewsvendorTheory(1, 9, 25, null).Solve();
        var (reorder, upTo, found) = new FixedCostTheory(new(DemandSource.Poisson, 5), new(1, 9), 4).Solve();
        Assert.Equal((stock, stock - 1), (upTo, reorder));
        Assert.Equal(cost, found, 1e-9);
    }

    /// <summary>Every set of ordering periods, one after the other.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Lots_are_the_cheapest_of_all_plans()
    {
        Gen.Select(Gen.Double[0, 50], Gen.Double[0.1, 5], Gen.Int[0, 9].Array[1, 8]).Sample(
            (order, holding, units) =>
            {
                var demand = units.Select(count => (double)count).ToArray();
                var costs = new InventoryCosts(holding, 0, order);
                var (cost, lots) = WagnerWhitinTheory.Solve(costs, demand);
                Assert.Equal(cost, WagnerWhitinTheory.Cost(costs, demand, lots)!.Value, 1e-9);
                for (var plan = 0; plan < 1 << demand.Length; plan++)
                {
                    Assert.True(WagnerWhitinTheory.Cost(costs, demand, Lots(demand, plan)) is not { } other || other >= cost - 1e-9);
                }
            },
            iter: 100);

        static double[] Lots(double[] demand, int plan)
        {
            var (lots, last) = (new double[demand.Length], 0);
            for (var period = 0; period < demand.Length; period++)
            {
                last = (plan >> period & 1) == 1 ? period : last;
                lots[last] += demand[period];
            }

            return lots;
        }
    }

    /// <summary>Policy iteration without bounds or convexity, by plain value iteration over a small space.</summary>
    [Theory]
    [InlineData(DemandSource.Poisson, 2, 1)]
    [InlineData(DemandSource.Poisson, 2, 2)]
    [InlineData(DemandSource.Geometric, 1, 2)]
    public void Lost_sales_cost_what_plain_iteration_over_every_order_finds(DemandSource source, double mean, int lead)
    {
        const int highest = 24;
        var probabilities = new DemandLaw(source, mean).Of(1);
        var value = new double[highest + 1, highest + 1];
        var (low, high) = (0.0, 1.0);
        while (high - low > 1e-8)
        {
            var next = new double[highest + 1, highest + 1];
            (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var onHand = 0; onHand <= highest; onHand++)
            {
                for (var due = 0; due <= (lead == 1 ? 0 : highest - onHand); due++)
                {
                    var best = double.PositiveInfinity;
                    for (var order = 0; order <= highest - onHand - due; order++)
                    {
                        var mean0 = 0.0;
                        for (var demand = 0; demand < probabilities.Length; demand++)
                        {
                            var left = Math.Max(onHand - demand, 0);
                            var now = left + (6.0 * Math.Max(demand - onHand, 0));
                            mean0 += probabilities[demand] * (now + (lead == 1 ? value[left + order, 0] : value[left + due, order]));
                        }

                        best = Math.Min(best, mean0);
                    }

                    next[onHand, due] = best;
                    low = Math.Min(low, best - value[onHand, due]);
                    high = Math.Max(high, best - value[onHand, due]);
                }
            }

            value = next;
        }

        Assert.Equal((low + high) / 2, new LostSalesTheory(new(source, mean), new(1, 6), lead).Solve().Cost, 1e-6);
    }

    /// <summary>From the orders' own equation: q = D(t−1) + Lα · (D(t−1) − F(t−1)), its variance by the moments of an AR(1).</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void The_bullwhip_of_smoothing_is_the_variance_of_its_orders()
    {
        Gen.Select(Gen.Int[1, 9], Gen.Double[0.05, 1], Gen.Double[-0.9, 0.9]).Sample((lead, weight, rho) =>
        {
            var gain = lead * weight;
            var ofForecast = weight / (2 - weight) * (1 + ((1 - weight) * rho)) / (1 - ((1 - weight) * rho));
            var with = weight * rho / (1 - ((1 - weight) * rho));
            var expected = ((1 + gain) * (1 + gain)) + (gain * gain * ofForecast) - (2 * gain * (1 + gain) * with);
            return Math.Abs(BullwhipTheory.Smoothing(lead, weight, rho) - expected) < 1e-9 * expected;
        });
    }

    [Theory]
    [InlineData(DemandSource.Poisson, 5, 3)]
    [InlineData(DemandSource.Geometric, 5, 3)]
    public void Demand_of_several_periods_is_the_sum_of_single_ones(DemandSource source, double mean, int periods)
    {
        var law = new DemandLaw(source, mean);
        var one = law.Of(1);
        double[] sum = [1];
        for (var period = 0; period < periods; period++)
        {
            var longer = new double[sum.Length + one.Length];
            for (var i = 0; i < sum.Length; i++)
            {
                for (var j = 0; j < one.Length; j++)
                {
                    longer[i + j] += sum[i] * one[j];
                }
            }

            sum = longer;
        }

        var found = law.Of(periods);
        Assert.All(Enumerable.Range(0, 60), k => Assert.Equal(sum[k], found[k], 1e-12));
        Assert.Equal(1, found.Sum(), 1e-12);
        Assert.Equal(law.Variance * periods, found.Select((probability, k) => probability * Math.Pow(k - (mean * periods), 2)).Sum(), 1e-6);
    }
}
