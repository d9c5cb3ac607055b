namespace FbaBench.Tests.Testing;

public sealed class FaultTests
{
    private static readonly Seat Seat = new(0);

    [Fact]
    public async Task Throwing_days_are_the_same_every_time_and_about_the_share()
    {
        var days = await Faulted(Faults.Throws(ScriptedAgent.Idle(), 0.3));
        Assert.InRange(days.Length, 10, 35);
        Assert.Equal(days, await Faulted(Faults.Throws(ScriptedAgent.Idle(), 0.3)));
        Assert.Empty(await Faulted(Faults.Throws(ScriptedAgent.Idle(), 0)));
    }

    [Fact]
    public async Task An_absent_agent_answers_when_the_day_is_played_again()
    {
        var session = Start(Faults.Unavailable(ScriptedAgent.Idle(), 1));
        await Assert.ThrowsAsync<AgentServiceException>(() => session.PlayDayAsync());
        await session.PlayDayAsync();
        Assert.Equal(1, session.Day);
        Assert.Empty(session.Faults);
    }

    [Fact]
    public async Task Lost_repeated_and_late_decisions_arrive_so()
    {
        var lost = await Prices(agent => Faults.Loses(agent, 1), 4);
        var late = await Prices(agent => Faults.Delays(agent, 2), 4);
        Assert.Equal([-1, -1, -1, -1], lost);
        Assert.Equal([-1, -1, 0, 1], late);
        var repeated = await Prices(agent => Faults.Repeats(agent, 0.5), 40);
        Assert.Contains(repeated.Zip(repeated.Skip(1)), pair => pair.First == pair.Second);
        Assert.Contains(Enumerable.Range(0, 40), day => repeated[day] == day);
    }

    [Fact]
    public async Task A_slow_agent_misses_a_deadline()
    {
        var session = SimulationSession.Start(ShortScenario.Of("lab-newsvendor", 3), new WorldSeed(1), new() { DecisionDeadline = TimeSpan.FromMilliseconds(50) });
        session.Seat(Seat, Faults.Thinks(ScriptedAgent.Idle(), TimeSpan.FromSeconds(30)));
        await session.PlayDayAsync();
        Assert.Equal(FaultKind.Late, Assert.Single(session.Faults).Kind);
    }

    [Fact]
    public void Shares_and_days_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Faults.Throws(ScriptedAgent.Idle(), 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faults.Delays(ScriptedAgent.Idle(), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShortScenario.Of("first-year", 0));
    }

    [Fact]
    public async Task A_script_is_played_day_by_day()
    {
        var agent = ScriptedAgent.Of(new Dictionary<int, Decision>());
        var session = Start(agent);
        await session.PlayDayAsync();
        await session.PlayDayAsync();
        Assert.Equal([0, 1], agent.Days);
    }

    private static async Task<int[]> Faulted(IAgent agent)
    {
        var session = Start(agent);
        while (session.Day < 60)
        {
            await session.PlayDayAsync();
        }

        return [.. session.Faults.Select(fault => fault.Day)];
    }

    /// <summary>An agent that sets the price of its day plus one dollar, and the day of the price that arrived, -1 for none.</summary>
    private static async Task<int[]> Prices(Func<IAgent, IAgent> wrap, int days)
    {
        var session = Start(wrap(new ScriptedAgent((today, _) => new([new SetPrice(today.Offers[0].Id, new Money(100 * (today.Day + 1)))]))));
        var arrived = new int[days];
        for (var day = 0; day < days; day++)
        {
            await session.PlayDayAsync();
            arrived[day] = session.LastDecisions().SelectMany(decision => decision.Decision.Commands).OfType<SetPrice>().Select(set => (int)(set.Price.Cents / 100) - 1).FirstOrDefault(-1);
        }

        return arrived;
    }

    private static SimulationSession Start(IAgent agent) => SimulationSession.Start(ShortScenario.Of("first-year", 60), new WorldSeed(1)).Seat(Seat, agent);
}
