namespace FbaBench.Tests.Fakes;

public sealed class AgentFaultsTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.3, 1, 13)]
    [InlineData(1, 14, 14)]
    public async Task Days_that_throw_are_drawn_and_the_same_every_time(double chance, int least, int most)
    {
        var first = await FakeAgentTests.PlayAsync(Layered(builder => builder.UseThrowing(chance)));
        Assert.InRange(first.Faults.Count, least, most);
        Assert.All(first.Faults, fault => Assert.IsType<InjectedFaultException>(fault.Error));
        var second = await FakeAgentTests.PlayAsync(Layered(builder => builder.UseThrowing(chance)));
        Assert.Equal(first.Faults.Select(fault => fault.Day), second.Faults.Select(fault => fault.Day));
        if (chance is > 0 and < 1)
        {
            var other = await FakeAgentTests.PlayAsync(Layered(builder => builder.UseThrowing(chance)), seed: 4);
            Assert.NotEqual(first.Faults.Select(fault => fault.Day), other.Faults.Select(fault => fault.Day));
        }
    }

    [Fact]
    public async Task Commands_are_lost_one_by_one()
    {
        var whole = (await FakeAgentTests.PlayAsync(Layered(builder => builder))).Commands.Sum(day => day.Count);
        var some = (await FakeAgentTests.PlayAsync(Layered(builder => builder.UseDropping(0.5)))).Commands.Sum(day => day.Count);
        Assert.Equal(28, whole);
        Assert.InRange(some, 1, 27);
        Assert.Equal(0, (await FakeAgentTests.PlayAsync(Layered(builder => builder.UseDropping(1)))).Commands.Sum(day => day.Count));
        Assert.Equal(FaultKind.NoDecision, (await FakeAgentTests.PlayAsync(new AgentBuilder(() => FakeAgent.WithoutDecision(2)).UseDropping(0.5).Build()(AgentSetting.Alone("a")))).Faults.Single().Kind);
    }

    [Fact]
    public async Task A_stale_view_is_some_days_old()
    {
        var seen = new List<int>();
        var shown = new List<int>();
        await FakeAgentTests.PlayAsync(new AgentBuilder(() => FakeAgent.Deciding(today =>
        {
            seen.Add(today.Day);
            return [];
        })).Use(inner => new Watching(inner, shown)).UseStale(3).Build()(AgentSetting.Alone("a")));
        Assert.Equal([.. Enumerable.Range(0, 14)], shown);
        Assert.Equal([0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], seen);
    }

    [Fact]
    public async Task A_service_that_is_down_leaves_the_day_unplayed_and_a_retry_gets_through()
    {
        await Assert.ThrowsAsync<AgentServiceException>(() => FakeAgentTests.PlayAsync(Layered(builder => builder.UseUnavailable(1))));
        var retried = await FakeAgentTests.PlayAsync(Layered(builder => builder.UseRetry(new ModelRetry { Attempts = 3, FirstWait = TimeSpan.FromTicks(1) }).UseUnavailable(1, attempts: 2)));
        Assert.Equal((await FakeAgentTests.PlayAsync(Layered(builder => builder))).Hash, retried.Hash);
    }

    [Fact]
    public async Task A_delay_ends_with_the_deadline()
    {
        await using var session = SimulationSession.Start(SmallWorlds.Shop(), new WorldSeed(1), new() { DecisionDeadline = TimeSpan.FromMilliseconds(20) })
            .Seat(new Seat(0), Layered(builder => builder.UseDelay(Timeout.InfiniteTimeSpan)));
        await session.PlayDayAsync();
        Assert.Equal(FaultKind.Late, session.Faults.Single().Kind);
        Assert.Empty((await FakeAgentTests.PlayAsync(Layered(builder => builder.UseDelay(Timeout.InfiniteTimeSpan, chance: 0)))).Faults);
    }

    [Fact]
    public void Wrong_numbers_are_refused_at_once()
    {
        var builder = new AgentBuilder(() => new DoNothing());
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.UseThrowing(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.UseDropping(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.UseStale(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.UseDelay(TimeSpan.FromSeconds(-2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.UseUnavailable(0.5, attempts: 0));
    }

    /// <summary>Two prices a day.</summary>
    private static IAgent Layered(Func<AgentBuilder, AgentBuilder> layers) =>
        layers(new AgentBuilder(() => FakeAgent.Deciding(today => today.Offers.Select(offer => new SetPrice(offer.Id, new Money(1_500 + today.Day)))))).Build()(AgentSetting.Alone("layered"));

    private sealed class Watching(IAgent inner, List<int> days) : DelegatingAgent(inner)
    {
        public override ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            days.Add(today.Day);
            return base.DecideAsync(today, context, cancellationToken);
        }
    }
}
