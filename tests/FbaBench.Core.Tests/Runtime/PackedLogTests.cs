using FbaBench.Runtime;

namespace FbaBench.Tests.Runtime;

/// <summary>Schema 2 packs; schema 1 is read, verified and resumed as before.</summary>
public sealed class PackedLogTests
{
    /// <summary>The file is never written anew: it stands for the logs that people keep.</summary>
    [Fact]
    [Trait("Category", "Golden")]
    public void A_log_of_schema_1_replays()
    {
        using var log = LoggedRuns.Open(LoggedRuns.Schema1());
        Assert.Equal((1, 147, true), (log.Schema, log.Entries, log.IsSealed));
        var simulation = log.Replay();
        Assert.Equal("a32bb735101fadbd28e1e8c48044ba45", simulation.Hash.ToString());
        Assert.Equal("2c65ef7042d9b326774fbeff8141c12e", simulation.EventHash.ToString());
    }

    [Fact]
    public async Task A_killed_log_of_schema_1_is_completed_in_its_own_schema()
    {
        var whole = LoggedRuns.Schema1();
        var (header, entries) = LoggedRuns.Split(whole);
        using var unsealed = LoggedRuns.Writable([.. LoggedRuns.Join([.. header[..8], .. new byte[8]], entries[..^1]), 1, 2, 3]);
        await using (await SimulationSession.ResumeAsync(unsealed, new Dictionary<Seat, IAgent>()))
        {
        }

        Assert.Equal(whole, unsealed.ToArray());
        using var killed = LoggedRuns.Writable(LoggedRuns.Join([.. header[..8], .. new byte[8]], entries[..12]));
        await using (var session = await SimulationSession.ResumeAsync(killed, new Dictionary<Seat, IAgent>()))
        {
            Assert.Equal(11, session.Day);
            await session.PlayAsync();
        }

        using var resumed = LoggedRuns.Open(killed.ToArray());
        Assert.Equal((1, true), (resumed.Schema, resumed.IsSealed));
        resumed.Replay();
    }

    [Fact]
    public async Task A_header_of_another_schema_breaks_the_chain()
    {
        foreach (var (log, digit, text) in new[] { (LoggedRuns.Schema1(), '2', "chain hash"), (await LoggedRuns.MugsAsync(), '1', "chain hash"), (LoggedRuns.Schema1(), '3', "schema 3; this version reads schemas 1 to 2") })
        {
            log[6] = (byte)digit;
            var error = Assert.Throws<RunLogException>(() => LoggedRuns.Open(log));
            Assert.Equal(0, error.Entry);
            Assert.Contains(text, error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Every prefix of a log can be read: a day does not wait for the days after it.</summary>
    [Fact]
    public async Task A_packed_day_can_be_read_as_soon_as_it_is_complete()
    {
        var (header, entries) = LoggedRuns.Split(await LoggedRuns.MugsAsync());
        using var whole = LoggedRuns.Open(LoggedRuns.Join(header, entries));
        for (var count = 1; count < entries.Count; count++)
        {
            using var log = LoggedRuns.Open(LoggedRuns.Join([.. header[..8], .. new byte[8]], entries[..count]));
            Assert.Equal(count - 1, log.Days.Count);
            Assert.Equal(whole.Days.Take(count - 1).Select(day => day.Hash), log.Days.Select(day => day.Hash));
        }
    }

    /// <summary>Days that another version of Brotli packed: here as streams of their own, which this writer never makes.</summary>
    [Fact]
    public void After_days_packed_otherwise_a_new_stream_begins()
    {
        var days = Enumerable.Range(0, 5).Select(day => Enumerable.Range(0, 100).Select(i => (byte)(i * day)).ToArray()).ToArray();
        var packed = days.Take(4).Select(day =>
        {
            using var alone = new EntryPacker();
            return (ReadOnlyMemory<byte>)Packed(alone, day);
        }).ToArray();
        using var packer = EntryPacker.After(packed);
        var last = Packed(packer, days[4]);
        Assert.Equal(1, last[0]);
        using var unpacker = new EntryUnpacker();
        foreach (var (day, payload) in days.Zip([.. packed, last]))
        {
            Assert.Equal(day, unpacker.Day(payload.Span, 1).ToArray());
        }

        using var same = EntryPacker.After([packed[0]]);
        Assert.Equal(0, Packed(same, days[1])[0]);
    }

    [Fact]
    public void Content_that_cannot_be_unpacked_names_its_entry()
    {
        using var packer = new EntryPacker();
        var good = Packed(packer, new byte[80]);
        foreach (var bad in new byte[][] { [], good[..20], [0, .. good[1..]], [2, .. good[1..]], [1, 255, 255, 255, 255, .. good[5..]], [1, 47, .. good[2..]], [1, 49, .. good[2..]], [.. good[..5], 255, 255, .. good[7..]], [.. good[..7], .. good[8..]] })
        {
            using var unpacker = new EntryUnpacker();
            Assert.Equal(7, Assert.Throws<RunLogException>(() => unpacker.Day(bad, 7).Length).Entry);
        }

        Assert.Equal(0, Assert.Throws<RunLogException>(() => EntryUnpacker.Manifest([5, 0, 0, 0, 1, 2], 0)).Entry);
    }

    private static byte[] Packed(EntryPacker packer, byte[] day)
    {
        var into = new LogBuffer();
        packer.Pack(EntryKind.Day, day, into);
        return into.Bytes.ToArray();
    }
}
