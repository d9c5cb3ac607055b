using System.Text;

namespace FbaBench.Tests.Fakes;

public sealed class FakeAgentTests
{
    private static readonly WorldSeed Seed = new(3);
    private static readonly Seat Seat = new(0);

    [Fact]
    public async Task A_script_is_followed_and_nothing_else_is_done()
    {
        var price = new SetPrice(new OfferId(0), Money.Dollars(15));
        var days = await PlayAsync(FakeAgent.Scripted((2, price), (4, new CloseOffer(new OfferId(0))), (2, new ChargeInference(0, 1, 1))));
        Assert.Equal([price, new ChargeInference(0, 1, 1)], days.Commands[2]);
        Assert.Equal([new CloseOffer(new OfferId(0))], days.Commands[4]);
        Assert.All(days.Commands.Where((_, day) => day is not (2 or 4)), Assert.Empty);
        Assert.Empty(days.Faults);
    }

    [Fact]
    public async Task Faults_come_on_their_day_and_on_no_other()
    {
        var thrown = Assert.Single((await PlayAsync(FakeAgent.Throwing(5, () => new TimeoutException("too late")))).Faults);
        Assert.Equal((5, FaultKind.Threw, "too late"), (thrown.Day, thrown.Kind, thrown.Error!.Message));
        var silent = Assert.Single((await PlayAsync(FakeAgent.WithoutDecision(6))).Faults);
        Assert.Equal((6, FaultKind.NoDecision), (silent.Day, silent.Kind));
        var down = await Assert.ThrowsAsync<AgentServiceException>(() => PlayAsync(FakeAgent.Unavailable(7)));
        Assert.Contains("day 7", down.Message);
    }

    [Fact]
    public async Task Invalid_commands_are_all_refused_and_move_nothing()
    {
        await using var invalid = SimulationSession.Start(SmallWorlds.Shop(), Seed).Seat(Seat, FakeAgent.Invalid());
        await using var nothing = SimulationSession.Start(SmallWorlds.Shop(), Seed).Seat(Seat, new DoNothing());
        await invalid.PlayDayAsync();
        await nothing.PlayDayAsync();
        Assert.Equal(25, invalid.LastDecisions().Single().Decision.Commands.Count);
        Assert.Equal(25, invalid.Summary(Seat).Refusals);
        Assert.Equal(nothing.Books(Seat).Balance(Account.Cash), invalid.Books(Seat).Balance(Account.Cash));
        Assert.All(invalid.Observe(Seat).Offers, offer => Assert.False(offer.IsOpen));
    }

    [Fact]
    public async Task Too_many_commands_are_refused_beyond_the_limit()
    {
        await using var session = SimulationSession.Start(SmallWorlds.Shop(), Seed).Seat(Seat, FakeAgent.Flooding());
        await session.PlayDayAsync();
        Assert.True(session.Summary(Seat).Refusals > 0);
        Assert.Contains(session.Observe(Seat).Refusals, refusal => refusal.Reason == RefusalReason.TooManyCommands);
    }

    [Fact]
    public async Task A_recording_and_a_log_are_played_back()
    {
        var file = new MemoryStream();
        var recorded = await PlayAsync(new RecordingAgent(new GreedyRepricer(), file));
        var lines = file.ToArray();
        Assert.True(recorded.Commands.Sum(day => day.Count) > 5);
        Assert.Equal(recorded.Hash, (await PlayAsync(FakeAgent.Recorded(new MemoryStream(lines)))).Hash);

        var log = new MemoryStream();
        await using (var session = SimulationSession.Start(SmallWorlds.Shop(), Seed, new() { Log = log }).Seat(Seat, new GreedyRepricer()))
        {
            while (!session.IsOver)
            {
                await session.PlayDayAsync();
            }
        }

        using var reader = RunLogReader.Open(new MemoryStream(log.ToArray()));
        Assert.Equal(recorded.Hash, (await PlayAsync(FakeAgent.Recorded(reader, Seat))).Hash);
        Assert.Throws<ArgumentException>(() => FakeAgent.Recorded(reader, new Seat(1)));
    }

    [Fact]
    public async Task What_was_recorded_as_failed_fails_again()
    {
        var file = new MemoryStream();
        await PlayAsync(new RecordingAgent(FakeAgent.Throwing(4), file));
        var again = await PlayAsync(FakeAgent.Recorded(new MemoryStream(file.ToArray())));
        Assert.Equal((4, FaultKind.Threw), (again.Faults.Single().Day, again.Faults.Single().Kind));
        Assert.Contains("InjectedFaultException", again.Faults.Single().Error!.Message);
        var silent = new MemoryStream();
        await PlayAsync(new RecordingAgent(FakeAgent.WithoutDecision(4), silent));
        Assert.Equal(FaultKind.NoDecision, (await PlayAsync(FakeAgent.Recorded(new MemoryStream(silent.ToArray())))).Faults.Single().Kind);
    }

    [Fact]
    public async Task A_recording_that_does_not_fit_is_an_error()
    {
        Assert.Contains("line 1", Assert.Throws<InvalidDataException>(() => FakeAgent.Recorded(new MemoryStream(Encoding.UTF8.GetBytes("no JSON")))).Message);
        Assert.Contains("outcome 'maybe'", Assert.Throws<InvalidDataException>(() => FakeAgent.Recorded(Lines("""{"day":0,"outcome":"maybe","commands":[]}"""))).Message);
        var shorter = await PlayAsync(FakeAgent.Recorded(Lines("""{"day":0,"outcome":"decided","commands":[]}""")));
        Assert.Equal(13, shorter.Faults.Count);
        Assert.Contains("no day 1", shorter.Faults[0].Error!.Message);
        var other = await PlayAsync(FakeAgent.Recorded(Lines("""{"day":0,"outcome":"decided","commands":[{"command":"set_price","offer":"no/such","price":10}]}""")));
        Assert.Contains("does not fit this world", other.Faults[0].Error!.Message);
    }

    [Fact]
    public async Task One_that_never_answers_is_late()
    {
        await using var session = SimulationSession.Start(SmallWorlds.Shop(), Seed, new() { DecisionDeadline = TimeSpan.FromMilliseconds(20) }).Seat(Seat, FakeAgent.Slow(Timeout.InfiniteTimeSpan));
        await session.PlayDayAsync();
        Assert.Equal(FaultKind.Late, session.Faults.Single().Kind);
    }

    [Fact]
    public async Task Copies_of_a_fake_go_on_as_it_does()
    {
        foreach (var fake in new[] { FakeAgent.Scripted((1, new CloseBusiness())), FakeAgent.Invalid(), FakeAgent.WithoutDecision(3) })
        {
            Assert.Equal((await PlayAsync(fake)).Hash, (await PlayAsync(fake.Fork())).Hash);
        }
    }

    internal static async Task<(IReadOnlyList<IReadOnlyList<Command>> Commands, IReadOnlyList<SeatFault> Faults, StateHash Hash)> PlayAsync(IAgent agent, ulong seed = 3)
    {
        var days = new List<IReadOnlyList<Command>>();
        await using var session = SimulationSession.Start(SmallWorlds.Shop(), new WorldSeed(seed)).Seat(Seat, agent);
        while (!session.IsOver)
        {
            await session.PlayDayAsync();
            days.Add([.. session.LastDecisions().SelectMany(decision => decision.Decision.Commands)]);
        }

        return (days, session.Faults, session.Hash);
    }

    private static MemoryStream Lines(params string[] lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
