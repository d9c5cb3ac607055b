namespace FbaBench.Tests.Runtime;

/// <summary>Whole logs for tests of what is done with logs.</summary>
internal static class LoggedRuns
{
    /// <summary>A sealed log of schema 1: three products, 40 days, played by tuned-seller and written before schema 2 came.</summary>
    public static byte[] Schema1() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "schema-1.fbalog"));

    /// <summary>A sealed log of this version.</summary>
    public static async Task<byte[]> MugsAsync(int days = 20, decimal priceFactor = 1m, int seats = 1)
    {
        using var stream = new MemoryStream();
        await using (var session = Sessions.Mugs(days, seats, new SessionOptions { Log = stream }))
        {
            for (var seat = 0; seat < seats; seat++)
            {
                session.Seat(new(seat), new Scripted(today => TestWorlds.Trade(today, priceFactor)));
            }

            await session.PlayAsync();
        }

        return stream.ToArray();
    }

    public static RunLogReader Open(byte[] log) => RunLogReader.Open(new MemoryStream(log));

    /// <summary>A stream that can be written on, with the log in it.</summary>
    public static MemoryStream Writable(byte[] log)
    {
        var stream = new MemoryStream();
        stream.Write(log);
        stream.Position = 0;
        return stream;
    }

    /// <summary>The entries of a log with prefix and chain, and the header before them.</summary>
    public static (byte[] Header, List<byte[]> Entries) Split(byte[] log)
    {
        var entries = new List<byte[]>();
        for (var at = 16; at < log.Length; at += entries[^1].Length)
        {
            entries.Add(log[at..(at + 9 + BitConverter.ToInt32(log, at) + 32)]);
        }

        return (log[..16], entries);
    }

    public static byte[] Join(byte[] header, IEnumerable<byte[]> entries) => [.. header, .. entries.SelectMany(entry => entry)];
}
