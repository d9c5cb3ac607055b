namespace FbaBench.Tests.Certify;

public sealed class NewsvendorTests
{
    private const string Poisson = """{"newsvendor":[{"dist":"poisson","h":1,"p":1,"mu":6,"S":6,"cost":COST}]}""";

    /// <summary>Demand that would often be negative: h and p alike, a deviation as large as the mean.</summary>
    private const string Normal = """{"newsvendor":[{"dist":"normal","h":2,"p":2,"mu":3,"sigma":3,"S":3,"cost":4.787307364817192}]}""";

    [Fact]
    public void Cost_at_S_is_theory_s_and_one_step_beside_it_is_not_cheaper()
    {
        foreach (var json in new[] { Poisson.Replace("COST", "1.9274776925757604", StringComparison.Ordinal), Normal })
        {
            var lines = Certification.Check(json);
            Assert.Equal(["S", "cost", "cost", "S+step", "S-step"], lines.Select(line => line.Quantity));
            Assert.All(lines, line => Assert.True(line.Pass, line.ToJson()));
            var drawn = lines[2];
            Assert.True(drawn.StandardError <= 0.003 * drawn.Value && Math.Abs(drawn.Z!.Value) < 4, drawn.ToJson());

            // A step aside is clearly dearer: the comparison would see a wrong S.
            Assert.All(lines.Skip(3), line => Assert.True(line.Z > 10, line.ToJson()));
        }
    }

    /// <summary>The figure is the mean over worlds played one after the other here, and side by side there.</summary>
    [Fact]
    public void A_cost_two_percent_off_fails_by_z_and_a_wrong_S_by_theory()
    {
        var lines = Certification.Check(Poisson.Replace("COST", "1.966027246", StringComparison.Ordinal).Replace("\"S\":6", "\"S\":7", StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.Quantity is "cost" or "S"), line => Assert.False(line.Pass, line.ToJson()));
        var drawn = lines.Single(line => line is { Quantity: "cost", By: "world" });
        Assert.True(drawn.Z < -4, drawn.ToJson());
        Assert.StartsWith("32 worlds", drawn.Note, StringComparison.Ordinal);

        var laboratory = new NewsvendorLaboratory(new(1, 1, 6, null));
        Assert.Equal(drawn.Value, Enumerable.Range(0, 32).Select(world => laboratory.Cost(6, WorldSeed.OfExperiment(1, world))).Average());
    }

    /// <summary>What the world itself says of a stock that is not the best: it costs more, and the best is clearly cheaper.</summary>
    [Fact]
    public void In_the_world_a_stock_two_units_off_costs_what_theory_says()
    {
        var laboratory = new NewsvendorLaboratory(new(1, 4, 6, null));
        var costs = Enumerable.Range(0, 32).Select(world => laboratory.Cost(6, WorldSeed.OfExperiment(99, world))).ToArray();
        var sample = MeanInterval.Of(costs);

        // h E(6 − D)+ + p E(D − 6)+ with both 6 · P(D = 6) = 6 · 6⁶ e⁻⁶ / 6!.
        var expected = 5 * 6 * Math.Pow(6, 6) * Math.Exp(-6) / 720;
        Assert.InRange((sample.Mean - expected) / (sample.StandardDeviation / Math.Sqrt(32)), -4, 4);
        Assert.True(sample.StandardDeviation / Math.Sqrt(32) < 0.005 * expected);
    }
}
