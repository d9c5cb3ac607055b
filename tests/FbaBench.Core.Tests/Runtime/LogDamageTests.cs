namespace FbaBench.Tests.Runtime;

/// <summary>Thousands of random damages to logs of both schemas: every one is refused, and the error names the entry.</summary>
public sealed class LogDamageTests
{
    private const int EachKind = 200;

    public static TheoryData<int, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<int, string>();
            foreach (var schema in new[] { 1, 2 })
            {
                foreach (var kind in Enum.GetNames<Damage>())
                {
                    kinds.Add(schema, kind);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Category", "Property")]
    public async Task A_damaged_log_is_refused_with_its_entry(int schema, string kind)
    {
        var (log, other) = schema == 1 ? (LoggedRuns.Schema1(), LoggedRuns.Schema1()) : (await LoggedRuns.MugsAsync(), await LoggedRuns.MugsAsync(priceFactor: 1.1m));
        other = schema == 1 ? await LoggedRuns.MugsAsync() : other;
        LoggedRuns.Open(log).Replay();
        var random = new Random((schema * 100) + (int)Enum.Parse<Damage>(kind));
        for (var i = 0; i < EachKind; i++)
        {
            var damaged = Damaged(log, other, Enum.Parse<Damage>(kind), random);
            Assert.NotEqual(log, damaged);
            var error = Assert.Throws<RunLogException>(() =>
            {
                using var reader = LoggedRuns.Open(damaged);
                reader.Replay();
            });

            // Without a whole magic nothing says that it is a log at all.
            var isLog = damaged.Length >= 16 && damaged.AsSpan(0, 6).SequenceEqual("FBALOG"u8) && damaged[6] is >= (byte)'1' and <= (byte)'9' && damaged[7] == 0;
            Assert.Equal(isLog, error.Entry >= 0);
            Assert.Contains(isLog ? $"Entry {error.Entry}:" : "not a run log", error.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Damaged(byte[] log, byte[] other, Damage kind, Random random)
    {
        var (header, entries) = LoggedRuns.Split(log);
        var damaged = (byte[])log.Clone();
        switch (kind)
        {
            case Damage.Cut:
                return log[..random.Next(log.Length)];
            case Damage.CutBetweenEntries:
                return LoggedRuns.Join(header, entries[..random.Next(entries.Count)]);
            case Damage.BitFlipped:
                damaged[random.Next(log.Length)] ^= (byte)(1 << random.Next(8));
                return damaged;
            case Damage.BytesOverwritten:
                var at = random.Next(log.Length - 64);
                random.NextBytes(damaged.AsSpan(at, random.Next(4, 64)));
                return damaged;
            case Damage.BytesLost:
                var from = random.Next(16, log.Length - 64);
                return [.. log[..from], .. log[(from + random.Next(1, 64))..]];
            case Damage.EntriesSwapped:
                var (a, b) = (random.Next(entries.Count - 1), random.Next(1, entries.Count));
                (a, b) = a == b ? (a, b + 1 < entries.Count ? b + 1 : 0) : (a, b);
                (entries[a], entries[b]) = (entries[b], entries[a]);
                return LoggedRuns.Join(header, entries);
            case Damage.EntryLost:
                entries.RemoveAt(random.Next(entries.Count));
                return LoggedRuns.Join(header, entries);
            case Damage.EntryTwice:
                var twice = random.Next(entries.Count);
                entries.Insert(twice, entries[twice]);
                return LoggedRuns.Join(header, entries);
            case Damage.OtherVersion:
                damaged[6] = (byte)('0' + random.Next(10));
                damaged[6] = damaged[6] == log[6] ? (byte)'9' : damaged[6];
                return damaged;
            case Damage.Merged:
                var second = LoggedRuns.Split(other).Entries;
                var kept = random.Next(1, entries.Count);
                return LoggedRuns.Join(header, [.. entries[..kept], .. second[Math.Min(kept, second.Count - 1)..]]);
            default:
                return [.. log, .. other[(random.Next(2) * 16)..random.Next(17, other.Length)]];
        }
    }

    private enum Damage
    {
        Cut,
        CutBetweenEntries,
        BitFlipped,
        BytesOverwritten,
        BytesLost,
        EntriesSwapped,
        EntryLost,
        EntryTwice,
        OtherVersion,
        Merged,
        Appended,
    }
}
