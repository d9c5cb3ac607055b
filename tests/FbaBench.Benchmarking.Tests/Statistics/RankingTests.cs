namespace FbaBench.Tests.Statistics;

public sealed class RankingTests
{
    /// <summary>Worked by hand: .01 · 4, .03 · 3 for two of them (the larger kept), .05 · 1 raised to what came before.</summary>
    [Fact]
    public void Holm_is_worked_by_hand()
    {
        Assert.Equal([0.04, 0.12, 0.12, 0.12], Holm.Adjust([0.01, 0.04, 0.06, 0.1]).Select(p => Math.Round(p, 12)));
        Assert.Equal([0.09, 0.09, 0.04, 0.09], Holm.Adjust([0.03, 0.05, 0.01, 0.03]).Select(p => Math.Round(p, 12)));
        Assert.Equal([1.0, 1.0], Holm.Adjust([0.6, 0.9]));
        Assert.Throws<ArgumentException>(() => Holm.Adjust([1.1]));
    }

    /// <summary>t = 2.262157 with 9 degrees of freedom is 5 % on both sides.</summary>
    [Fact]
    public void Of_one_comparison_the_correction_is_the_two_sided_test()
    {
        var difference = new MeanInterval(10, 2.2621571627409915, Math.Sqrt(10), 0);
        Assert.Equal(0.05, Assert.Single(Holm.OfDirections([difference])), 9);
        Assert.Equal(0.05, Assert.Single(Holm.OfDirections([difference with { Mean = -difference.Mean }])), 9);
        Assert.Equal([1.0, 0.0], Holm.OfDirections([new(1, 5, 0, 0), new(9, 5, 0, 0)]));
    }

    [Fact]
    public void Rank_sets_span_what_the_worlds_leave_open()
    {
        var ranks = RankSets.Of([Agent("far", 100, 1), Agent("near", 0.05, 2), Agent("twin", 0, 3)]);
        Assert.Equal([("far", 1, 1), ("near", 2, 3), ("twin", 2, 3)], ranks.Agents.Select(agent => (agent.Agent, agent.Best, agent.Worst)));
        Assert.Equal(3, ranks.Pairs.Count);
        Assert.True(ranks.Agents.All(agent => agent.IsTrusted));
        var few = RankSets.Of([("a", Worlds(0, 1)[..5]), ("b", Worlds(9, 2)[..5])]);
        Assert.Equal((2, 2, 1), (few.Agents[0].Best, few.Agents[0].Worst, few.Agents[0].UntrustedPairs));
        Assert.Throws<ArgumentException>(() => RankSets.Of([Agent("a", 0, 1), Agent("a", 1, 2)]));

        static (string, IReadOnlyList<WorldValue>) Agent(string name, double mean, int key) => (name, Worlds(mean, key));
    }

    /// <summary>
    /// Two agents, two worlds, two repeats: cells (1, 3), (5, 7) and (2, 4), (10, 12). Within: 8 · 1/4 = 2. Cell means 2, 6, 3, 11: worlds 2.5 and
    /// 8.5, so 2 · 18 = 36; interaction 4 · 1 = 4. So sampling 2, agent × world 4 − 2/2 = 3, world (36 − 4)/2 = 16.
    /// </summary>
    [Fact]
    public void Shares_of_the_variance_are_worked_by_hand()
    {
        WorldValue[] first = [new(0, 0, 1), new(0, 1, 3), new(1, 0, 5), new(1, 1, 7), new(8, 0, 99)];
        WorldValue[] second = [new(0, 0, 2), new(0, 1, 4), new(1, 0, 10), new(1, 1, 12)];
        var shares = VarianceShares.Of([first, second]);
        Assert.Equal((16.0, 3.0, 2.0), (shares.World, shares.AgentWorld, shares.Sampling!.Value));
        Assert.Equal(16 / 21.0, shares.WorldShare, 12);
        Assert.Equal([8], shares.DroppedWorlds);
        Assert.False(shares.WorldIsNegative || shares.AgentWorldIsNegative);
    }

    [Fact]
    public void Negative_shares_are_zero_and_said()
    {
        var shares = VarianceShares.Of([[new(0, 0, 0), new(0, 1, 10), new(1, 0, 1), new(1, 1, 9)], [new(0, 0, 1), new(0, 1, 9), new(1, 0, 0), new(1, 1, 10)]]);
        Assert.Equal((0.0, true, 1.0), (shares.AgentWorld, shares.AgentWorldIsNegative, shares.SamplingShare!.Value));
        Assert.Null(VarianceShares.Of([[new(0, 0, 0), new(1, 0, 1)], [new(0, 0, 1), new(1, 0, 0)]]).Sampling);
    }

    /// <summary>Gains 1, 2, 6 of 2, 4, 6: 9/12. Without a world 8/10, 7/8, 3/6: mean .725, squares .005625 + .0225 + .050625 = .07875, times 2/3.</summary>
    [Fact]
    public void The_scale_is_a_ratio_of_sums_with_a_jackknife()
    {
        var scale = ScoreScale.Of([new(0, 0, 11), new(1, 0, 22), new(2, 0, 36)], [new(0, 0, 10), new(1, 0, 20), new(2, 0, 30)], [new(0, 0, 12), new(1, 0, 24), new(2, 0, 36), new(3, 0, 9)], bounds: new Dictionary<int, double> { [0] = 14, [1] = 24, [2] = 42 });

        // 2, 4, 6 has the interval 4 ± 4.97: not clear.
        Assert.Equal(ScaleRefusal.ScaleNotClear, scale.Refusal);
        scale = ScoreScale.Of([new(0, 0, 12), new(1, 0, 23), new(2, 0, 35)], [new(0, 0, 10), new(1, 0, 20), new(2, 0, 30)], [new(0, 0, 14), new(1, 0, 25), new(2, 0, 36)], bounds: new Dictionary<int, double> { [0] = 16, [1] = 26, [2] = 38 });
        double[] without = [8 / 11.0, 7 / 10.0, 5 / 9.0];
        var mean = without.Average();
        Assert.Equal((10 / 15.0, 20 / 15.0, 3), (scale.Score!.Value, scale.Bound!.Value, scale.Worlds));
        Assert.Equal(MeanInterval.Quantile(2) * Math.Sqrt(2 / 3.0 * without.Sum(value => (value - mean) * (value - mean))), scale.High!.Value - scale.Score.Value, 12);
    }

    [Fact]
    public void A_score_without_a_scale_is_refused_with_a_reason()
    {
        var some = Worlds(1, 1);
        Assert.Equal(ScaleRefusal.SeveralSeats, ScoreScale.Of(some, some, some, severalSeats: true).Refusal);
        Assert.Equal(ScaleRefusal.FloorMissing, ScoreScale.Of(some, [], some).Refusal);
        Assert.Equal(ScaleRefusal.BestMissing, ScoreScale.Of(some, some, []).Refusal);
        Assert.Equal(ScaleRefusal.TooFewWorlds, ScoreScale.Of(some, some, [new(99, 0, 1)]).Refusal);
        var same = ScoreScale.Of(some, some, some);
        Assert.Equal((ScaleRefusal.ScaleNotClear, null), (same.Refusal, same.Score));
        Assert.NotEmpty(same.Reason);
    }

    /// <summary>Every shipped scenario of one seat has a best known policy, of the shipped agents; those of several seats have none.</summary>
    [Fact]
    public void Every_shipped_scenario_of_one_seat_has_a_best_known_policy()
    {
        foreach (var scenario in ShippedScenarios.All)
        {
            var best = BestKnownPolicy.Of(scenario.Name);
            Assert.Equal(scenario.Opponents.Count == 0, best is not null);
            if (best is not null)
            {
                Assert.Contains(best.Agent, ShippedAgents.Names);
            }
        }
    }

    private static WorldValue[] Worlds(double mean, ulong key)
    {
        var draws = new SimulatedDraws(key);
        return [.. Enumerable.Range(0, 64).Select(world => new WorldValue(world, 0, mean + draws.Normal()))];
    }

    private static WorldValue[] Worlds(double mean, int key) => Worlds(mean, (ulong)key);
}
