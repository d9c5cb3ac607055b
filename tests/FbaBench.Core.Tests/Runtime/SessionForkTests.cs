namespace FbaBench.Tests.Runtime;

/// <summary>A fork that is played on by the same agent, which remembers nothing, comes to what the run came to.</summary>
public sealed class SessionForkTests
{
    private const int Days = 25;

    [Fact]
    public async Task A_fork_of_any_day_ends_like_the_run()
    {
        await using var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader());
        var forks = new List<Simulation>();
        while (!session.IsOver)
        {
            forks.Add(session.Fork());
            await session.PlayDayAsync();
        }

        forks.Add(session.Fork());
        foreach (var fork in forks)
        {
            var before = fork.Hash;
            await using var again = SimulationSession.Start(fork).Seat(new(0), Sessions.Trader());
            Assert.Equal(fork.Day, again.Day);
            await again.PlayAsync();
            Assert.Equal((session.Hash, session.EventHash), (again.Hash, again.EventHash));
            Assert.Equal(before, fork.Hash);
        }
    }

    /// <summary>The log of such a fork is the log of the run, byte for byte; a killed run can be forked too.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_fork_of_a_log_on_any_day_writes_the_same_log(int seats)
    {
        var bytes = await LoggedRuns.MugsAsync(Days, seats: seats);
        using var log = LoggedRuns.Open(bytes);
        for (var day = 0; day <= log.Days.Count; day += day < Days + 2 ? 1 : 40)
        {
            using var stream = new MemoryStream();
            await using (var fork = SimulationSession.Start(log, day, new SessionOptions { Log = stream, Repeat = 3 }))
            {
                for (var seat = 0; seat < seats; seat++)
                {
                    fork.Seat(new(seat), Sessions.Trader());
                }

                await fork.PlayAsync();
            }

            Assert.Equal(bytes, stream.ToArray());
        }
    }

    [Fact]
    public async Task A_fork_with_another_agent_parts_on_its_day_and_its_log_verifies()
    {
        using var log = LoggedRuns.Open(await LoggedRuns.MugsAsync(Days));
        using var stream = new MemoryStream();
        var seen = new List<int>();
        await using (var fork = SimulationSession.Start(log, 9, new SessionOptions { Log = stream }).Seat(new(0), new Scripted(today =>
        {
            seen.Add(today.Day);
            return new Decision([new SetPrice(today.Offers[0].Id, new(1999))]);
        })))
        {
            await fork.PlayAsync();
        }

        Assert.Equal(9, seen[0]);
        using var forked = LoggedRuns.Open(stream.ToArray());
        forked.Replay();
        Assert.Equal(log.Days.Take(9).Select(day => day.Hash), forked.Days.Take(9).Select(day => day.Hash));
        Assert.NotEqual(log.Days[9].Hash, forked.Days[9].Hash);
    }

    /// <summary>Faults of the days before the fork stay in its log.</summary>
    [Fact]
    public async Task A_fork_keeps_the_faults_before_it()
    {
        using var stream = new MemoryStream();
        await using (var session = Sessions.Mugs(Days, options: new SessionOptions { Log = stream }).Seat(new(0), new Scripted(today => today.Day == 3 ? throw new TimeoutException() : Decision.None)))
        {
            await session.PlayAsync();
        }

        using var log = LoggedRuns.Open(stream.ToArray());
        await using var fork = SimulationSession.Start(log, 10);
        Assert.Equal(new SeatFault(new(0), 3, FaultKind.Threw), Assert.Single(fork.Faults));
    }

    [Fact]
    public async Task What_cannot_be_forked_is_refused_and_its_stream_closed()
    {
        var world = TestWorlds.Start(TestWorlds.Mugs(Days));
        world.Step([]);
        var stream = new MemoryStream();
        Assert.Contains("begins on day 0", Assert.Throws<ArgumentException>(() => SimulationSession.Start(world, new SessionOptions { Log = stream })).Message, StringComparison.Ordinal);
        Assert.False(stream.CanWrite);
        using var log = LoggedRuns.Open(await LoggedRuns.MugsAsync(Days));
        foreach (var day in new[] { -1, 131 })
        {
            Assert.Contains("has 130 days", Assert.Throws<ArgumentOutOfRangeException>(() => SimulationSession.Start(log, day)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Differences_name_column_owner_and_both_values()
    {
        var world = TestWorlds.Start(TestWorlds.Mugs(Days, seats: 2));
        var other = world.Fork();
        Assert.Empty(world.Differences(other));
        var offer = world.Observe(new(1)).Offers[0];
        world.Step([new(new(1), new Decision([new SetPrice(offer.Id, new(1234))]))]);
        other.Step([new(new(1), new Decision([new SetPrice(offer.Id, new(1235))]))]);
        var differences = world.Differences(other);
        Assert.Equal(new("Price", world.NameOf(offer.Id)!, 0, "1234", "1235"), differences[0]);
        Assert.EndsWith("@1", differences[0].Owner, StringComparison.Ordinal);
        Assert.Contains(differences, difference => difference.Column == "HistoryPrice" && difference.Owner == differences[0].Owner);
        Assert.DoesNotContain(differences, difference => difference.Owner == "padding");
        Assert.Equal([differences[0]], world.Differences(other, most: 1));
        Assert.Throws<ArgumentException>(() => world.Differences(TestWorlds.Start(TestWorlds.Mugs(Days))));
    }

    [Fact]
    public void Offers_have_names_and_other_rows_none()
    {
        var world = TestWorlds.Start(TestWorlds.Mugs(Days));
        Assert.All(world.Observe(new(0)).Offers, offer => Assert.Equal(offer.Name + "@0", world.NameOf(offer.Id)));
        Assert.Null(world.NameOf(new(-1)));
        Assert.Null(world.NameOf(new(int.MaxValue)));
    }
}
