namespace FbaBench.Tests.Runtime;

/// <summary>Who is shown a live observation, and what becomes of one that was kept.</summary>
public sealed class LiveAgentTests
{
    private const string Over = "was live and is over";

    [Fact]
    public async Task Who_says_that_it_keeps_nothing_and_does_reads_no_wrong_number()
    {
        var keeper = new Keeper(saysItKeepsNothing: true);
        await using var session = Sessions.Mugs(days: 5).Seat(new(0), keeper);
        await session.PlayAsync();
        Assert.Equal([1, 2, 3, 4], session.Faults.Select(fault => fault.Day));
        Assert.All(session.Faults, fault => Assert.Contains(Over, Assert.IsType<InvalidOperationException>(fault.Error).Message, StringComparison.Ordinal));
        Assert.Empty(keeper.Read);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Who_does_not_say_so_or_may_be_late_gets_one_to_keep(bool saysItKeepsNothing, bool deadline)
    {
        var keeper = new Keeper(saysItKeepsNothing);
        await using var session = Sessions.Mugs(days: 5, options: new() { DecisionDeadline = deadline ? TimeSpan.FromMinutes(5) : null }).Seat(new(0), keeper);
        await session.PlayAsync();
        Assert.Empty(session.Faults);
        Assert.Equal([0, 1, 2, 3], keeper.Read);
    }

    [Fact]
    public async Task A_layer_keeps_unless_it_says_otherwise()
    {
        var keeper = new Keeper(saysItKeepsNothing: true);
        await using var session = Sessions.Mugs(days: 5).Seat(new(0), new Layer(keeper));
        await session.PlayAsync();
        Assert.Empty(session.Faults);
        Assert.Equal([0, 1, 2, 3], keeper.Read);
    }

    [Fact]
    public async Task A_live_observation_bears_the_mark_and_cannot_be_had_while_a_day_is_played()
    {
        SimulationSession? playing = null;
        var asked = new Scripted(_ =>
        {
            Assert.Contains("is being played", Assert.Throws<InvalidOperationException>(() => playing!.ObserveLive(new(0))).Message, StringComparison.Ordinal);
            return Decision.None;
        });
        await using var session = playing = Sessions.Mugs(days: 3, options: new() { Canary = "a-mark" }).Seat(new(0), asked);
        var live = session.ObserveLive(new(0));
        Assert.Equal("a-mark", live.Canary);
        await session.PlayDayAsync();
        Assert.Empty(session.Faults);
        Assert.Throws<InvalidOperationException>(() => live.Cash);
        Assert.Equal(1, session.ObserveLive(new(0)).Day);
    }

    [Fact]
    public async Task A_resumed_agent_is_shown_its_days_live_too()
    {
        using var log = new MemoryStream();
        var trader = new Quiet();
        var session = Sessions.Mugs(days: 20, options: new() { Log = log }).Seat(new(0), trader);
        await session.PlayAsync(10);
        var cut = new MemoryStream();
        cut.Write(log.ToArray());
        cut.Position = 0;
        await session.PlayAsync();
        await using var resumed = await SimulationSession.ResumeAsync(cut, new Dictionary<Seat, IAgent> { [new(0)] = trader = new Quiet() });
        Assert.Equal(10, trader.Days);
        await resumed.PlayAsync();
        Assert.Empty(resumed.Faults);
        Assert.Equal(session.Hash, resumed.Hash);
        await session.DisposeAsync();
    }

    /// <summary>Trades, and reads its stock of the day before.</summary>
    private sealed class Keeper(bool saysItKeepsNothing) : IAgent
    {
        private OfferObservation? _yesterday;
        private int _day;

        public List<int> Read { get; } = [];

        public bool ReadsOnlyWhileDeciding => saysItKeepsNothing;

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            var (before, day) = (_yesterday, _day);
            (_yesterday, _day) = (today.Offers[0], today.Day);
            if (before is { } yesterday)
            {
                Assert.True(yesterday.UnitsOnHand >= 0);
                Read.Add(day);
            }

            return new(TestWorlds.Trade(today));
        }
    }

    private sealed class Quiet : IAgent
    {
        public int Days { get; private set; }

        public bool ReadsOnlyWhileDeciding => true;

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            Days++;
            return new(TestWorlds.Trade(today));
        }
    }

    private sealed class Layer(IAgent inner) : DelegatingAgent(inner);
}
