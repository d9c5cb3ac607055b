namespace FbaBench.Tests.Testing;

/// <summary>What a gate says of values that are known. Error rates of many gates stand in docs/evidence/gate.md.</summary>
public sealed class GateLookTests
{
    [Theory]
    [InlineData(0.0, GateOutcome.Shown)]
    [InlineData(-20.0, GateOutcome.Refuted)]
    [InlineData(-10.0, GateOutcome.Undecided)]
    public void Not_worse_is_shown_refuted_or_left_open(double mean, GateOutcome outcome) =>
        Assert.Equal(outcome, Look(GateClaim.NotWorse(10), Normal(mean, 10, 256, 1)).Result().Outcome);

    [Fact]
    public void Playing_ends_as_soon_as_it_is_clear()
    {
        var look = Look(GateClaim.NotWorse(10), Normal(30, 10, 256, 2));
        Assert.InRange(look.Values.Count, 32, 40);
    }

    [Fact]
    public void Without_looks_in_between_the_budget_is_played()
    {
        var options = new GateOptions { Sequential = false, MostWorlds = 64 };
        var look = Look(GateClaim.Better(), Normal(30, 10, 64, 3), options);
        Assert.Equal((64, GateOutcome.Shown), (look.Values.Count, look.Result().Outcome));
        Assert.Contains("one look", look.Result().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_better_agent_is_not_equivalent() =>
        Assert.Equal(GateOutcome.Refuted, Look(GateClaim.Equivalent(10), Normal(25, 5, 256, 4)).Result().Outcome);

    [Fact]
    public void One_within_the_margin_is() => Assert.Equal(GateOutcome.Shown, Look(GateClaim.Equivalent(10), Normal(1, 5, 256, 5)).Result().Outcome);

    [Fact]
    public void Rare_losses_that_no_interval_can_be_trusted_with_leave_it_open()
    {
        // Ninety worlds a little better, one in thirty a great loss: Student's t alone would call it better.
        double[] values = [.. Enumerable.Range(0, 256).Select(world => world % 97 == 20 ? -60.0 : 5 + (world % 3))];
        var result = Look(GateClaim.Better(), values).Result();
        Assert.Equal(GateOutcome.Undecided, result.Outcome);
        Assert.Contains("not to be trusted", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void With_declared_bounds_they_are_decided_with_a_guarantee()
    {
        double[] values = [.. Enumerable.Range(0, 2000).Select(world => world % 97 == 50 ? -60.0 : 25 + (world % 3))];
        var result = Look(GateClaim.Better(), values, new GateOptions { Bounds = (-100, 100), MostWorlds = 2000 }).Result();
        Assert.Equal(GateOutcome.Shown, result.Outcome);
        Assert.Contains("a betting sequence", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_that_does_the_very_same_is_not_worse_after_eight_worlds_and_not_better()
    {
        var same = new GateLook(GateClaim.NotWorse(0.01), new());
        var better = new GateLook(GateClaim.Better(), new());
        for (var world = 0; !same.IsDecided; world++)
        {
            same.Add(0, alike: true);
            better.Add(0, alike: true);
        }

        Assert.Equal((8, GateOutcome.Shown), (same.Values.Count, same.Result().Outcome));
        Assert.Equal(GateOutcome.Refuted, better.Result().Outcome);
    }

    [Fact]
    public void An_open_end_says_how_many_worlds_would_decide_it()
    {
        var result = Look(GateClaim.NotWorse(10), Normal(-8, 30, 64, 6), new GateOptions { MostWorlds = 64 }).Result();
        Assert.Equal(GateOutcome.Undecided, result.Outcome);
        Assert.InRange(result.WorldsToDecide!.Value, 100, 10_000_000);
        Assert.Contains("worlds would decide it", result.ToString(), StringComparison.Ordinal);
    }

    /// <summary>At the margin itself 'not worse' is a wrong answer; a look after every world may give it in at most the level of all gates.</summary>
    [Fact]
    public void Either_wrong_answer_is_rare_however_often_is_looked()
    {
        var (passed, refuted) = (0, 0);
        for (var gate = 0; gate < 400; gate++)
        {
            passed += Look(GateClaim.NotWorse(10), Normal(-10.0, 10, 128, 1000 + gate), new GateOptions { MostWorlds = 128 }).Result().Outcome == GateOutcome.Shown ? 1 : 0;
            refuted += Look(GateClaim.NotWorse(10), Normal(-9.999, 10, 128, 5000 + gate), new GateOptions { MostWorlds = 128 }).Result().Outcome == GateOutcome.Refuted ? 1 : 0;
        }

        // 400 at 5 % are 20 ± 4.4; three deviations above are 33.
        Assert.InRange(passed, 0, 33);
        Assert.InRange(refuted, 0, 33);
    }

    internal static GateLook Look(GateClaim claim, IReadOnlyList<double> values, GateOptions? options = null)
    {
        var look = new GateLook(claim, options ?? new());
        for (var i = 0; i < values.Count && !look.IsDecided; i++)
        {
            look.Add(values[i], alike: false);
        }

        return look;
    }

    internal static double[] Normal(double mean, double deviation, int count, int seed)
    {
        var world = new WorldSeed((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(i => mean + (deviation * world.Normal("gate", i)))];
    }
}
