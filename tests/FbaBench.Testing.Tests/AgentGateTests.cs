namespace FbaBench.Tests.Testing;

public sealed class AgentGateTests
{
    private static readonly IScenario Mugs = ShortScenario.Of("lab-newsvendor", 20);
    private static readonly IScenario Market = ShortScenario.Of("first-year", 40);

    [Fact]
    public async Task An_agent_that_does_nothing_where_another_earns_is_refuted()
    {
        var failed = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertNotWorseAsync(ScriptedAgent.Idle, ShippedAgents.Factory("order-up-to"), Mugs, margin: 1));
        Assert.Equal(GateOutcome.Refuted, failed.Result!.Outcome);
        Assert.StartsWith("Refuted: not worse by 1.00 dollars or more.", failed.Message, StringComparison.Ordinal);
        Assert.True(failed.Result.Worlds < 256);
    }

    [Fact]
    public async Task A_better_one_passes()
    {
        var result = await AgentGate.AssertBetterAsync(ShippedAgents.Factory("order-up-to"), ScriptedAgent.Idle, Mugs);
        Assert.True(result.Low > 0);
        Assert.Equal(result.Worlds, result.Values.Count);
    }

    [Fact]
    public async Task The_same_agent_passes_after_eight_worlds() =>
        Assert.Equal(8, (await AgentGate.AssertEquivalentAsync(ShippedAgents.Factory("base-stock"), ShippedAgents.Factory("base-stock"), Market, 1)).Worlds);

    [Fact]
    public async Task A_score_is_reached_or_not()
    {
        var idle = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertScoreAtLeastAsync(ScriptedAgent.Idle, Market, 1_000_000));
        Assert.NotEqual(GateOutcome.Shown, idle.Result!.Outcome);
        await AgentGate.AssertScoreAtLeastAsync(ShippedAgents.Factory("order-up-to"), Mugs, -1_000_000);
    }

    [Fact]
    public async Task What_the_budget_does_not_decide_fails_unless_it_may()
    {
        var options = new GateOptions { MostWorlds = 8 };
        var open = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertBetterAsync(ShippedAgents.Factory("greedy-repricer"), ShippedAgents.Factory("base-stock"), Market, options));
        Assert.Equal((GateOutcome.Undecided, 8), (open.Result!.Outcome, open.Result.Worlds));
        Assert.Equal(GateOutcome.Undecided, (await AgentGate.AssertBetterAsync(ShippedAgents.Factory("greedy-repricer"), ShippedAgents.Factory("base-stock"), Market, options with { UndecidedPasses = true })).Outcome);
    }

    [Fact]
    public async Task Days_without_a_decision_fail_a_gate_that_would_pass()
    {
        var failed = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertBetterAsync(() => Faults.Throws(ShippedAgents.Factory("order-up-to")(), 0.1), ScriptedAgent.Idle, Mugs));
        Assert.Equal(GateOutcome.Shown, failed.Result!.Outcome);
        Assert.Contains("InjectedFaultException", failed.Message, StringComparison.Ordinal);
        await AgentGate.AssertBetterAsync(() => Faults.Throws(ShippedAgents.Factory("order-up-to")(), 0.1), ScriptedAgent.Idle, Mugs, new() { FaultsPass = true });
    }

    [Fact]
    public async Task An_episode_that_cannot_be_played_is_no_low_score()
    {
        var failed = await Assert.ThrowsAsync<AgentGateException>(() => AgentGate.AssertNotWorseAsync(() => Faults.Unavailable(ScriptedAgent.Idle(), 1), ScriptedAgent.Idle, Mugs, 1));
        Assert.Null(failed.Result);
        Assert.Contains("World 0 of 'lab-newsvendor-20-days' could not be played", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threads_change_no_answer()
    {
        var one = await AgentGate.CompareAsync(ShippedAgents.Factory("greedy-repricer"), ShippedAgents.Factory("base-stock"), Market, 500, new() { Threads = 1, MostWorlds = 40 });
        var many = await AgentGate.CompareAsync(ShippedAgents.Factory("greedy-repricer"), ShippedAgents.Factory("base-stock"), Market, 500, new() { Threads = 7, MostWorlds = 40 });
        Assert.Equal(one.ToString(), many.ToString());
        Assert.Equal(one.Values, many.Values);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GateOptions { Level = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GateOptions { MostWorlds = 7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GateOptions { Bounds = (1, 1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GateOptions { Threads = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = AgentGate.CompareAsync(ScriptedAgent.Idle, ScriptedAgent.Idle, Mugs, margin: 0); });
    }
}
