namespace FbaBench.Tests.Runtime;

public sealed class RunLogTests
{
    private const int Days = 20;
    private const int SealBytes = 9 + 20 + 32;

    [Fact]
    public async Task A_log_replays_to_the_same_state_and_events()
    {
        var (bytes, hash, events) = await LogAsync();
        using var reader = RunLogReader.Open(new MemoryStream(bytes));
        Assert.True(reader.IsSealed);
        Assert.Equal(Days + 105, reader.Days.Count);
        Assert.Equal(0, reader.IncompleteBytes);
        var simulation = reader.Replay();
        Assert.Equal((hash, events), (simulation.Hash, simulation.EventHash));
        Assert.True(simulation.IsOver);
    }

    [Fact]
    public async Task Replay_through_a_day_stands_after_it_and_can_be_played_on()
    {
        var (bytes, _, _) = await LogAsync();
        using var reader = RunLogReader.Open(new MemoryStream(bytes));
        var simulation = reader.Replay(throughDay: 6);
        Assert.Equal(7, simulation.Day);
        Assert.Equal(reader.Days[6].Hash, simulation.Hash);
        simulation.Step([]);
    }

    /// <summary>Every byte of the log, flipped: the log is refused, and the text names the entry that holds the byte.</summary>
    [Fact]
    public async Task A_flipped_byte_anywhere_names_its_entry()
    {
        var (bytes, _, _) = await LogAsync();
        var entries = EntryOfByte(bytes);
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x04;
            var error = Assert.Throws<RunLogException>(() =>
            {
                using var reader = RunLogReader.Open(new MemoryStream(damaged));
                reader.Replay();
            });
            if (entries[at] >= 0)
            {
                Assert.Equal(entries[at], error.Entry);
                Assert.Contains($"Entry {entries[at]}", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_sealed_log_that_was_cut_anywhere_is_refused()
    {
        var (bytes, _, _) = await LogAsync();
        for (var length = 16; length < bytes.Length; length += 131)
        {
            Assert.Throws<RunLogException>(() => RunLogReader.Open(new MemoryStream(bytes[..length])));
        }

        Assert.Contains("cut", Assert.Throws<RunLogException>(() => RunLogReader.Open(new MemoryStream(bytes[..^SealBytes]))).Message, StringComparison.Ordinal);
        Assert.Throws<RunLogException>(() => RunLogReader.Open(new MemoryStream([.. bytes, 0])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public async Task A_killed_run_resumes_to_the_same_log_state_and_events(int incomplete)
    {
        var (bytes, hash, events) = await LogAsync();
        var killed = await KilledAsync(9, incomplete);
        using var log = new MemoryStream();
        log.Write(killed);
        log.Position = 0;
        var resumed = await SimulationSession.ResumeAsync(log, new Dictionary<Seat, IAgent> { [new(0)] = new Remembering() });
        Assert.Equal(9, resumed.Day);
        await resumed.PlayAsync();
        Assert.Equal((hash, events), (resumed.Hash, resumed.EventHash));
        await resumed.DisposeAsync();
        Assert.Equal(bytes, log.ToArray());
    }

    /// <summary>In a killed log too: no flipped byte of a complete entry is taken for its end, and nothing is cut off before the replay.</summary>
    [Fact]
    public async Task A_flipped_byte_in_a_killed_log_names_its_entry_and_costs_nothing()
    {
        var killed = await KilledAsync(9, 0);
        var entries = EntryOfByte(killed);
        for (var at = 16; at < killed.Length; at++)
        {
            var damaged = (byte[])killed.Clone();
            damaged[at] ^= 0x20;
            using var stream = new MemoryStream();
            stream.Write(damaged);
            stream.Position = 0;
            var error = await Assert.ThrowsAsync<RunLogException>(() => SimulationSession.ResumeAsync(stream, new Dictionary<Seat, IAgent> { [new(0)] = new Remembering() }));
            Assert.Equal(entries[at], error.Entry);
            Assert.Equal(damaged, stream.ToArray());
        }
    }

    /// <summary>Killed before the seal, and between seal and mark: resuming completes the log to the bytes of an unbroken run.</summary>
    [Theory]
    [InlineData(SealBytes)]
    [InlineData(SealBytes - 10)]
    [InlineData(0)]
    public async Task A_run_killed_around_its_seal_is_completed(int missing)
    {
        var (bytes, hash, _) = await LogAsync();
        var killed = bytes[..^missing];
        killed.AsSpan(8, 8).Clear();
        using var stream = new MemoryStream();
        stream.Write(killed);
        stream.Position = 0;
        await using (var session = await SimulationSession.ResumeAsync(stream, new Dictionary<Seat, IAgent> { [new(0)] = new Remembering() }))
        {
            Assert.True(session.IsOver);
            Assert.Equal(hash, session.Hash);
        }

        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public async Task A_failed_write_ends_the_session_and_the_log_resumes()
    {
        var stream = new Failing();
        var session = Sessions.Mugs(Days, options: new SessionOptions { Log = stream }).Seat(new(0), new Remembering());
        await session.PlayAsync(4);
        stream.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => session.PlayDayAsync());
        stream.Fails = false;
        Assert.Contains("failed", (await Assert.ThrowsAsync<InvalidOperationException>(() => session.PlayDayAsync())).Message, StringComparison.Ordinal);
        await session.DisposeAsync();
        using var copy = new MemoryStream();
        copy.Write(stream.ToArray());
        copy.Position = 0;
        await using var resumed = await SimulationSession.ResumeAsync(copy, new Dictionary<Seat, IAgent> { [new(0)] = new Remembering() });
        await resumed.PlayAsync();
        Assert.Equal((await LogAsync()).Hash, resumed.Hash);
    }

    [Fact]
    public async Task A_day_on_which_an_agent_was_busy_is_not_shown_to_it_on_resume()
    {
        var time = new ManualTime();
        var never = new TaskCompletionSource<Decision>();
        using var stream = new MemoryStream();
        var asked = new List<int>();
        var options = new SessionOptions { DecisionDeadline = TimeSpan.FromMinutes(1), Time = time, Log = stream };
        await using (var session = Sessions.Mugs(Days, options: options).Seat(new(0), new Scripted((today, _, _) => today.Day == 1 ? new(never.Task) : new(Decision.None))))
        {
            await session.PlayDayAsync();
            var armed = time.Armed.Task;
            var play = session.PlayDayAsync();
            await armed;
            time.Advance(TimeSpan.FromMinutes(1));
            await play;
            await session.PlayAsync(2);
            Assert.Equal([FaultKind.Late, FaultKind.Busy, FaultKind.Busy], session.Faults.Select(fault => fault.Kind));
        }

        using var copy = new MemoryStream();
        copy.Write(stream.ToArray());
        copy.Position = 0;
        await using var resumed = await SimulationSession.ResumeAsync(copy, new Dictionary<Seat, IAgent>
        {
            [new(0)] = new Scripted(today =>
            {
                asked.Add(today.Day);
                return Decision.None;
            }),
        });
        Assert.Equal([0, 1], asked);
        Assert.Equal(3, resumed.Faults.Count);
    }

    [Fact]
    public async Task Streams_are_closed_whenever_a_session_cannot_start_or_resume()
    {
        var unused = new Failing();
        Assert.Throws<WorldDefinitionException>(() => Sessions.Mugs(days: 0, options: new SessionOptions { Log = unused }));
        Assert.False(unused.CanWrite);
        var garbage = new MemoryStream([1, 2, 3]);
        await Assert.ThrowsAsync<RunLogException>(() => SimulationSession.ResumeAsync(garbage, new Dictionary<Seat, IAgent>()));
        Assert.False(garbage.CanRead);
    }

    [Fact]
    public async Task A_sealed_log_cannot_be_resumed()
    {
        var (bytes, _, _) = await LogAsync();
        var stream = new MemoryStream();
        stream.Write(bytes);
        stream.Position = 0;
        var error = await Assert.ThrowsAsync<RunLogException>(() => SimulationSession.ResumeAsync(stream, new Dictionary<Seat, IAgent>()));
        Assert.Contains("sealed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_in_the_log_and_a_replay_needs_no_clock()
    {
        using var stream = new MemoryStream();
        await using (var session = Sessions.Mugs(Days, options: new SessionOptions { Log = stream }).Seat(new(0), new Scripted(today => today.Day == 3 ? throw new TimeoutException() : Decision.None)))
        {
            await session.PlayAsync();
        }

        using var reader = RunLogReader.Open(new MemoryStream(stream.ToArray()));
        Assert.Equal(new SeatFault(new(0), 3, FaultKind.Threw), Assert.Single(reader.Days.SelectMany(day => day.Faults)));
        reader.Replay();
    }

    [Fact]
    public async Task Every_command_and_even_an_unknown_one_survives_the_log()
    {
        using var stream = new MemoryStream();
        StateHash hash;
        await using (var session = Sessions.Mugs(Days, options: new SessionOptions { Log = stream }).Seat(new(0), new Scripted(today => today.Day switch
        {
            0 => new Decision([new SetPrice(today.Offers[0].Id, Money.Dollars(15)), new PlaceOrder(today.Offers[0].Id, new(0), 200, FreightMode.Express), new Liquidate(today.Offers[0].Id, 5)]),
            1 => new Decision([null!, new SetPrice(new(int.MinValue), new(long.MinValue)), new CloseOffer(today.Offers[0].Id), new PlaceOrder(today.Offers[0].Id, new(0), 200, (FreightMode)(-1)), new PlaceOrder(today.Offers[0].Id, new(0), 200, (FreightMode)300)]),
            2 => new Decision([new CloseBusiness()]),
            _ => Decision.None,
        })))
        {
            await session.PlayAsync();
            hash = session.Hash;
        }

        using var reader = RunLogReader.Open(new MemoryStream(stream.ToArray()));
        Assert.Equal(hash, reader.Replay().Hash);
        Assert.Equal([3, 5, 1], reader.Days.Take(3).Select(day => day.Decisions.Sum(decision => decision.Decision.Commands.Count)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello, this is not a log at all")]
    public void Something_else_is_not_a_log(string content) =>
        Assert.Contains("not a run log", Assert.Throws<RunLogException>(() => RunLogReader.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)))).Message, StringComparison.Ordinal);

    /// <summary>The format is a promise to those who keep logs: a change of these bytes needs a new schema number.</summary>
    [Fact]
    [Trait("Category", "Golden")]
    public async Task The_header_and_the_last_entry_have_known_bytes()
    {
        var (bytes, _, _) = await LogAsync();
        Assert.Equal("4642414C4F4732005345414C45440D0A", Convert.ToHexString(bytes.AsSpan(0, 16)));
        Assert.Equal("1400000003", Convert.ToHexString(bytes.AsSpan(bytes.Length - SealBytes, 5)));
        Assert.Equal("7D000000", Convert.ToHexString(bytes.AsSpan(bytes.Length - SealBytes + 9, 4)));
    }

    private static async Task<(byte[] Bytes, StateHash Hash, StateHash Events)> LogAsync()
    {
        using var stream = new MemoryStream();
        await using var session = Sessions.Mugs(Days, options: new SessionOptions { Log = stream }).Seat(new(0), new Remembering());
        await session.PlayAsync();
        var (hash, events) = (session.Hash, session.EventHash);
        await session.DisposeAsync();
        return (stream.ToArray(), hash, events);
    }

    private static async Task<byte[]> KilledAsync(int days, int incomplete)
    {
        using var stream = new MemoryStream();
        await using var session = Sessions.Mugs(Days, options: new SessionOptions { Log = stream }).Seat(new(0), new Remembering());
        await session.PlayAsync(days);
        var complete = stream.Length;
        await session.PlayDayAsync();
        return stream.ToArray()[..(int)(complete + incomplete)];
    }

    /// <summary>For every byte the number of its entry; −1 for the header.</summary>
    private static int[] EntryOfByte(byte[] bytes)
    {
        var entries = new int[bytes.Length];
        Array.Fill(entries, -1, 0, 16);
        var at = 16;
        for (var entry = 0; at < bytes.Length; entry++)
        {
            var length = 9 + BitConverter.ToInt32(bytes, at) + 32;
            Array.Fill(entries, entry, at, length);
            at += length;
        }

        return entries;
    }

    private sealed class Failing : MemoryStream
    {
        public bool Fails { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Fails)
            {
                throw new IOException("the disk is full");
            }

            base.Write(buffer);
        }
    }

    /// <summary>Its decisions depend on what it saw before: a resumed instance must have been shown the recorded days.</summary>
    private sealed class Remembering : IAgent
    {
        private int _seen;

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            _seen += 1 + today.Offers.Sum(offer => offer.UnitsYesterday);
            var price = new Money(today.Offers[0].ReferencePrice.Cents - (_seen % 500));
            return new(new Decision([new SetPrice(today.Offers[0].Id, price), .. TestWorlds.Trade(today).Commands]));
        }
    }
}
