namespace FbaBench.Tests.Gate;

public sealed class GateTests
{
    private static readonly IScenario Shop = SmallWorlds.Shop();
    private static readonly Money Margin = Money.Dollars(20);

    [Fact]
    public async Task An_agent_is_not_worse_than_itself()
    {
        var result = await AgentGate.AssertNotWorseAsync(() => new GreedyRepricer(), () => new GreedyRepricer(), Shop, Margin);
        Assert.Equal((GateOutcome.NotWorse, 32, true), (result.Outcome, result.Worlds, result.Passed));
        Assert.All(result.Values, value => Assert.Equal(0, value));
        Assert.Contains("rarer than about 3 in 32 worlds", result.Reason);
    }

    [Fact]
    public async Task One_that_trades_is_better_than_one_that_does_not_and_not_the_other_way_round()
    {
        var better = await AgentGate.AssertBetterAsync(Sells(), () => new DoNothing(), Shop);
        Assert.Equal(GateOutcome.Better, better.Outcome);
        var worse = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertNotWorseAsync(() => new DoNothing(), Sells(), Shop, Margin));
        Assert.Equal(GateOutcome.Worse, worse.Result.Outcome);
        Assert.True(worse.Result.Worlds < worse.Result.Budget);
        Assert.Equal(better.Mean, -worse.Result.Mean);
        Assert.StartsWith("'agent' is worse than 'baseline' by more than 20.00 dollars a world, in 'small-shop'.", worse.Message);
        var not = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertBetterAsync(() => new DoNothing(), Sells(), Shop));
        Assert.Equal(GateOutcome.NotBetter, not.Result.Outcome);
    }

    [Fact]
    public async Task Equivalence_has_both_answers()
    {
        var same = await AgentGate.AssertEquivalentAsync(Sells(18.99m), Sells(18.98m), Shop, Money.Dollars(200));
        Assert.Equal(GateOutcome.Equivalent, same.Outcome);
        var other = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertEquivalentAsync(Sells(), () => new DoNothing(), Shop, Margin));
        Assert.Equal(GateOutcome.Different, other.Result.Outcome);
    }

    [Fact]
    public async Task A_score_can_be_asked_for()
    {
        var result = await AgentGate.AssertScoreAtLeastAsync(Sells(), Shop, Money.Dollars(100));
        Assert.Equal(GateOutcome.AtLeast, result.Outcome);
        Assert.Null(result.BaselineScore);
        Assert.Equal(result.Mean!.Value, result.AgentScore!.Value, 6);
        var below = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertScoreAtLeastAsync(() => new DoNothing(), Shop, Money.Dollars(100)));
        Assert.Equal(GateOutcome.Below, below.Result.Outcome);
    }

    [Fact]
    public async Task Undecided_fails_with_the_worlds_that_would_do_and_passes_where_that_is_asked_for()
    {
        var (margin, options) = (Money.Dollars(200), new GateOptions { Worlds = 12, RequireTrust = false });
        var error = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertNotWorseAsync(() => new RandomValid(), () => new DoNothing(), Shop, margin, options));
        Assert.Equal((GateOutcome.Undecided, 12, false), (error.Result.Outcome, error.Result.Worlds, error.Result.Passed));
        Assert.StartsWith("Undecided after 12 worlds: whether 'agent' is worse than 'baseline' by 200.00 dollars a world", error.Message);
        var needed = Assert.NotNull(error.Result.WorldsNeeded);
        Assert.True(needed > 12);
        Assert.Contains($"About {needed} worlds would decide", error.Message);
        var passed = await AgentGate.AssertNotWorseAsync(() => new RandomValid(), () => new DoNothing(), Shop, margin, options with { UndecidedPasses = true });
        Assert.Equal((GateOutcome.Undecided, true), (passed.Outcome, passed.Passed));

        // And about as many do.
        var enough = await AgentGate.CompareAsync(() => new RandomValid(), () => new DoNothing(), Shop, margin, options with { Worlds = 2 * needed });
        Assert.Equal(GateOutcome.NotWorse, enough.Outcome);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task The_outcome_does_not_depend_on_how_many_are_played_at_once(int atOnce)
    {
        var result = await AgentGate.CompareAsync(() => new RandomValid(), Sells(), Shop, Margin, new() { Parallelism = atOnce, Repeats = 2 });
        Assert.Equal((await One.Value).ToString(), result.ToString());
        Assert.Equal((await One.Value).Values, result.Values);
    }

    [Fact]
    public async Task An_episode_that_cannot_be_played_fails_the_gate_with_its_text()
    {
        var world = 0;
        var error = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertNotWorseAsync(
            () => Interlocked.Increment(ref world) == 4 ? FakeAgent.Unavailable(3) : new GreedyRepricer(), () => new GreedyRepricer(), Shop, Margin, new() { Parallelism = 1, UndecidedPasses = true }));
        Assert.Equal(GateOutcome.EpisodeFailed, error.Result.Outcome);
        Assert.Equal((3, "agent"), (error.Result.Worlds, error.Result.Failure!.Key.Agent));
        Assert.Contains("in world 3 of 'small-shop' has no score: AgentServiceException: A fake agent's service is down on day 3.", error.Message);
    }

    [Fact]
    public async Task A_scenario_that_throws_fails_the_gate_with_its_text()
    {
        var error = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertScoreAtLeastAsync(() => new DoNothing(), new Broken(), Money.Zero));
        Assert.Equal(GateOutcome.EpisodeFailed, error.Result.Outcome);
        Assert.Contains("no such file", error.Message);
    }

    [Fact]
    public async Task Failed_days_fail_the_gate_unless_they_are_allowed()
    {
        var error = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertNotWorseAsync(() => FakeAgent.Throwing(5), () => new DoNothing(), Shop, Margin));
        Assert.Equal((GateOutcome.DaysFailed, 1), (error.Result.Outcome, error.Result.Worlds));
        Assert.StartsWith("'agent' failed days", error.Message);
        Assert.Contains("'agent' in world 0, day 5, Threw: InjectedFaultException: A fake agent throws on day 5.", error.Message);
        Assert.Equal(1, error.Result.FailedDays["agent"]);
        var allowed = await AgentGate.AssertNotWorseAsync(() => FakeAgent.Throwing(5), () => new DoNothing(), Shop, Margin, new() { MostFailedDays = 32 });
        Assert.Equal(32, allowed.FailedDays["agent"]);
        Assert.Contains("Some days failed, as allowed.", allowed.Reason);
        var baseline = await AgentGate.CompareAsync(() => new DoNothing(), () => FakeAgent.WithoutDecision(2), Shop, Margin);
        Assert.Equal((GateOutcome.DaysFailed, "baseline"), (baseline.Outcome, Assert.Single(baseline.FailedDays).Key));
    }

    [Fact]
    public async Task A_rare_disaster_is_not_waved_through_after_a_few_equal_worlds()
    {
        // The agent is the baseline, but in one world of twenty or so it gives its business away.
        static IAgent Rare() => FakeAgent.Deciding(today => today.Day == 0 && today.Offers.Count > 0 && today.Competitors[0].Price.Cents % 20 == 0 ? [new CloseBusiness()] : Selling(today, 18.99m));
        var eager = await AgentGate.CompareAsync(Rare, Sells(), new Priced(), Margin, new() { RequireTrust = false });
        Assert.Equal((GateOutcome.NotWorse, 9), (eager.Outcome, eager.Worlds));
        var patient = await AgentGate.CompareAsync(Rare, Sells(), new Priced(), Margin);
        Assert.NotEqual(GateOutcome.NotWorse, patient.Outcome);
        Assert.True(patient.Worlds > 32);
        var asked = await AgentGate.CompareAsync(Sells(), Sells(), Shop, Margin, new() { LeastWorlds = 60 });
        Assert.Equal((GateOutcome.NotWorse, 60), (asked.Outcome, asked.Worlds));
    }

    [Fact]
    public async Task With_bounds_the_gate_decides_without_a_shape_and_refuses_a_world_outside()
    {
        var bounds = new GateBounds(Money.Dollars(-5_000), Money.Dollars(5_000));
        var result = await AgentGate.AssertBetterAsync(Sells(), () => new DoNothing(), Shop, default, new() { Bounds = bounds });
        Assert.Equal(GateOutcome.Better, result.Outcome);
        var undecided = await AgentGate.CompareAsync(Sells(), Sells(), Shop, Margin, new() { Bounds = bounds, Worlds = 40 });
        Assert.Equal(GateOutcome.Undecided, undecided.Outcome);
        Assert.True(undecided.WorldsNeeded > 40, undecided.ToString());
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AgentGate.CompareAsync(Sells(), () => new DoNothing(), Shop, Margin, new() { Bounds = new(Money.Dollars(-1), Money.Dollars(1)) }));
        Assert.Contains("-1 to 1", error.Message);
    }

    [Fact]
    public async Task Opponents_play_the_other_seats()
    {
        var shipped = await AgentGate.CompareAsync(Sells(), Sells(), SmallWorlds.Duel(), Margin);
        Assert.Equal(GateOutcome.NotWorse, shipped.Outcome);
        var alone = await AgentGate.CompareAsync(Sells(), Sells(), SmallWorlds.Duel("mine"), Margin, new() { Opponents = new Dictionary<string, Func<IAgent>> { ["mine"] = Sells(1.99m) } });
        Assert.NotEqual(shipped.AgentScore, alone.AgentScore);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => AgentGate.CompareAsync(Sells(), Sells(), SmallWorlds.Duel("mine"), Margin));
        Assert.Contains("GateOptions.Opponents", error.Message);
        var failed = await AgentGate.CompareAsync(Sells(), Sells(), SmallWorlds.Duel("mine"), Margin, new() { Opponents = new Dictionary<string, Func<IAgent>> { ["mine"] = () => FakeAgent.Throwing(1) } });
        Assert.Equal((GateOutcome.DaysFailed, 2), (failed.Outcome, failed.FailedDays["mine"]));
    }

    [Fact]
    public async Task A_shared_instance_is_refused()
    {
        var shared = new DoNothing();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => AgentGate.CompareAsync(() => shared, Sells(), Shop, Margin));
        Assert.Contains("fresh one every time", error.Message);
    }

    [Fact]
    public async Task Wrong_use_is_told_at_once()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AgentGate.CompareAsync(Sells(), Sells(), Shop, Money.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AgentGate.AssertBetterAsync(Sells(), Sells(), Shop, -Margin));
        await Assert.ThrowsAsync<ArgumentException>(() => AgentGate.CompareAsync(Sells(), "no-such", "first-year", Margin));
        await Assert.ThrowsAsync<ArgumentException>(() => AgentGate.CompareAsync(Sells(), "base-stock", "no-such", Margin));
        foreach (var wrong in new GateOptions[] { new() { Level = 0 }, new() { Level = 0.5 }, new() { Worlds = 1 }, new() { Worlds = 31 }, new() { LeastWorlds = 0 }, new() { LeastWorlds = 257 }, new() { Repeats = 0 }, new() { Parallelism = 0 }, new() { MostFailedDays = -1 }, new() { DecisionDeadline = TimeSpan.Zero }, new() { Bounds = new(Margin, Margin) }, new() { AgentName = "No Name" } })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AgentGate.CompareAsync(Sells(), Sells(), Shop, Margin, wrong));
        }
    }

    [Fact]
    public async Task A_stop_is_a_stop()
    {
        using var stop = new CancellationTokenSource();
        var made = 0;
        var gate = AgentGate.CompareAsync(
            () =>
            {
                if (Interlocked.Increment(ref made) == 3)
                {
                    stop.Cancel();
                }

                return FakeAgent.Slow(made >= 3 ? Timeout.InfiniteTimeSpan : TimeSpan.Zero);
            },
            Sells(), Shop, Margin, cancellationToken: stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate);
    }

    [Fact]
    public async Task Worlds_can_be_given()
    {
        var split = new WorldSplit(5);
        var test = await AgentGate.CompareAsync(Sells(), () => new DoNothing(), Shop, Margin, new() { WorldSeeds = split.Test });
        var training = await AgentGate.CompareAsync(Sells(), () => new DoNothing(), Shop, Margin, new() { WorldSeeds = split.Training });
        Assert.NotEqual(test.Values[0], training.Values[0]);
        Assert.Contains("seeds given", test.ToString());
    }

    private static readonly Lazy<Task<GateResult>> One = new(() => AgentGate.CompareAsync(() => new RandomValid(), Sells(), Shop, Margin, new() { Parallelism = 3, Repeats = 2 }));

    private static Func<IAgent> Sells(decimal price = 18.99m) => () => FakeAgent.Deciding(today => Selling(today, price));

    private static IEnumerable<Command> Selling(Observation today, decimal price) => today.Day == 0 ? today.Offers.Select(offer => new SetPrice(offer.Id, Money.Dollars(price))) : [];

    private sealed class Broken : IScenario
    {
        public string Name => "broken";

        public WorldDefinition Define(WorldSeed world) => throw new FileNotFoundException("no such file");
    }

    /// <summary>The shop with a first rival whose price is drawn to the cent.</summary>
    private sealed class Priced : IScenario
    {
        public string Name => "small-shop";

        public WorldDefinition Define(WorldSeed world)
        {
            var shop = SmallWorlds.Shop().Define(world);
            var niche = shop.Niches[0];
            return shop with { Niches = [niche with { Rivals = [new RivalDefinition("acme", new Money(1_700 + (long)(200 * world.Uniform("price"))), RivalPolicy.Hold), .. niche.Rivals.Skip(1)] }] };
        }
    }
}
