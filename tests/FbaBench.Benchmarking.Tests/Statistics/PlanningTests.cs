using MathNet.Numerics.Distributions;

namespace FbaBench.Tests.Statistics;

public sealed class PlanningTests
{
    /// <summary>Known answers of the paired t test: effect .5 needs 34 for 80 % and 44 for 90 %; effect .2 needs 199 (Cohen 1988, tables 2.4; G*Power).</summary>
    [Theory]
    [InlineData(0.5, 0.8, 34)]
    [InlineData(0.5, 0.9, 44)]
    [InlineData(0.2, 0.8, 199)]
    [InlineData(1.0, 0.8, 10)]
    public void Worlds_are_those_of_the_tables(double effect, double power, int worlds)
    {
        var plan = PowerPlan.Of(PowerPilot.Given(4), 2 * effect, power);
        Assert.Equal((worlds, worlds, worlds), (plan.WorldsLow, plan.Worlds, plan.WorldsHigh));
        Assert.True(PowerPlan.PowerOf(worlds, effect, 1) >= power && PowerPlan.PowerOf(worlds - 1, effect, 1) < power);
    }

    /// <summary>With no effect the power is the level, whatever the worlds.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(100_000)]
    public void Without_an_effect_the_power_is_the_level(int worlds) => Assert.Equal(0.05, PowerPlan.PowerOf(worlds, 1e-12, 1), 6);

    [Fact]
    public void Repeats_save_worlds_only_as_far_as_sampling_is_the_variance()
    {
        var pilot = PowerPilot.Given(worldVariance: 1, repeatVariance: 2);
        int[] worlds = [.. new[] { 1, 2, 4, 1000 }.Select(repeats => PowerPlan.Of(pilot, 0.5, repeats: repeats).Worlds)];
        Assert.Equal(PowerPlan.Of(PowerPilot.Given(5), 0.5).Worlds, worlds[0]);
        Assert.Equal(PowerPlan.Of(PowerPilot.Given(3), 0.5).Worlds, worlds[1]);
        Assert.Equal(PowerPlan.Of(PowerPilot.Given(2), 0.5).Worlds, worlds[2]);
        Assert.Equal(34, worlds[3]);
    }

    /// <summary>The range is the chi-square interval of the pilot's variance: 16 worlds, 15 degrees of freedom.</summary>
    [Fact]
    public void A_pilot_gives_a_range()
    {
        var draws = new SimulatedDraws(21);
        WorldValue[] first = [.. Enumerable.Range(0, 16).Select(world => new WorldValue(world, 0, draws.Normal()))];
        WorldValue[] second = [.. Enumerable.Range(0, 16).Select(world => new WorldValue(world, 0, draws.Normal()))];
        var pilot = PowerPilot.Of(first, second);
        var variance = Math.Pow(pilot.Difference!.StandardDeviation, 2);
        var plan = PowerPlan.Of(pilot, 0.4);
        Assert.Equal(PowerPlan.Of(PowerPilot.Given(variance * 15 / ChiSquared.InvCDF(15, 0.95)), 0.4).Worlds, plan.WorldsLow);
        Assert.Equal(PowerPlan.Of(PowerPilot.Given(variance), 0.4).Worlds, plan.Worlds);
        Assert.Equal(PowerPlan.Of(PowerPilot.Given(variance * 15 / ChiSquared.InvCDF(15, 0.05)), 0.4).Worlds, plan.WorldsHigh);
        Assert.Contains("repeated nothing", Assert.Throws<ArgumentException>(() => PowerPlan.Of(pilot, 0.4, repeats: 2)).Message, StringComparison.Ordinal);
    }

    /// <summary>A pilot with repeats finds both variances: ω² = 2 · 1 (an agent's own), σ² = 4, over 4,000 worlds of 3 repeats.</summary>
    [Fact]
    public void A_pilot_with_repeats_finds_both_variances()
    {
        var draws = new SimulatedDraws(22);
        var pilot = PowerPilot.Of(Agent(), Agent());
        Assert.Equal(4, pilot.RepeatVariance!.Value, 0.1);
        foreach (var (repeats, variance) in new[] { (1, 10.0), (3, 2 + (8 / 3.0)), (12, 2 + (8 / 12.0)) })
        {
            var plan = PowerPlan.Of(pilot, 0.5, repeats: repeats);
            Assert.Equal(Math.Sqrt(variance), plan.Deviation, 0.08);
            Assert.True(plan.WorldsLow <= plan.Worlds && plan.Worlds <= plan.WorldsHigh);
        }

        WorldValue[] Agent() => [.. Enumerable.Range(0, 4_000).SelectMany(world =>
        {
            var own = draws.Normal();
            return Enumerable.Range(0, 3).Select(repeat => new WorldValue(world, repeat, own + (2 * draws.Normal())));
        })];
    }

    /// <summary>34 worlds of two agents with 2 repeats: 136 episodes of 0.5 dollars and 60 seconds, 8 at once.</summary>
    [Fact]
    public void Money_and_time_are_those_of_all_episodes()
    {
        var plan = PowerPlan.Of(PowerPilot.Given(4), 1, repeats: 2, cost: new(500_000, 60, 8));
        Assert.Equal((34, 136L, 68.0, 1020.0), (plan.Worlds, plan.Episodes, plan.Dollars!.Value, plan.Seconds!.Value));
        var few = PowerPlan.Of(PowerPilot.Given(4), 2, cost: new(500_000, null));
        Assert.Equal((10, 32, 64L, null), (few.Worlds, few.WorldsNeeded, few.Episodes, few.Seconds));
        Assert.Null(PowerPlan.Of(PowerPilot.Given(4), 2).Dollars);
    }

    [Fact]
    public void Several_comparisons_need_more_worlds() =>
        Assert.True(PowerPlan.Of(PowerPilot.Given(4), 1, comparisons: 5).Worlds > PowerPlan.Of(PowerPilot.Given(4), 1).Worlds + 10);

    [Fact]
    public void Impossible_plans_are_refused()
    {
        var pilot = PowerPilot.Given(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerPlan.Of(pilot, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerPlan.Of(pilot, 1, power: 0.05));
        Assert.Contains("10,000,000 worlds", Assert.Throws<ArgumentOutOfRangeException>(() => PowerPlan.Of(pilot, 1e-6)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerPilot.Given(0));
        Assert.Throws<ArgumentException>(() => PowerPilot.Of([new(0, 0, 1), new(1, 0, 1)], [new(0, 0, 2), new(1, 0, 2)]));
    }
}
