using System.Buffers.Binary;
using FbaBench.Runtime;

namespace FbaBench;

/// <summary>
/// A run log, read and checked entry by entry: header, chain, order. An unsealed log may end in an incomplete entry (its
/// process was killed); a sealed one may not.
/// </summary>
public sealed class RunLogReader : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly List<LoggedDay> _days = [];
    private StateHash? _sealedHash;

    private RunLogReader(Stream stream, bool leaveOpen)
    {
        _stream = stream;
        _leaveOpen = leaveOpen;
    }

    /// <summary>The manifest.</summary>
    public RunManifest Manifest { get; private set; } = null!;

    /// <summary>The recorded days, in order.</summary>
    public IReadOnlyList<LoggedDay> Days => _days;

    /// <summary>Whether the run was played to its end.</summary>
    public bool IsSealed => _sealedHash is not null;

    /// <summary>Whether the header says so too; a run killed between seal and mark is complete, but not marked.</summary>
    internal bool IsMarked { get; private set; }

    /// <summary>Complete entries, manifest and seal included.</summary>
    public int Entries { get; private set; }

    /// <summary>Bytes of an incomplete last entry: what a killed process left behind.</summary>
    public long IncompleteBytes { get; private set; }

    internal byte[] Chain { get; } = new byte[RunLogFormat.HashBytes];

    internal long CompleteBytes { get; private set; } = RunLogFormat.HeaderBytes;

    /// <summary>Reads a whole log.</summary>
    /// <param name="stream">The log.</param>
    /// <param name="leaveOpen">Whether disposing the reader leaves the stream open.</param>
    /// <exception cref="RunLogException">Not a log, damaged or cut; the message names the entry.</exception>
    public static RunLogReader Open(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var reader = new RunLogReader(stream, leaveOpen);
        try
        {
            reader.Read();
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Replays the log and compares every day's event digest and state hash.</summary>
    /// <param name="throughDay">The last day to play, or null for all.</param>
    /// <returns>The simulation as it stands after that day.</returns>
    /// <exception cref="RunLogException">A day comes to something else than the log says; the message names the entry.</exception>
    public Simulation Replay(int? throughDay = null)
    {
        var simulation = Start();
        foreach (var day in _days)
        {
            if (day.Day > throughDay)
            {
                return simulation;
            }

            day.Replay(simulation);
        }

        if (_sealedHash is { } hash && (!simulation.IsOver || hash != simulation.Hash))
        {
            throw new RunLogException(Entries - 1, "the seal does not fit the run's last day.");
        }

        return simulation;
    }

    /// <summary>The world on its first morning.</summary>
    internal Simulation Start()
    {
        try
        {
            return Simulation.Create(Manifest.Definition, Manifest.World);
        }
        catch (Exception error) when (error is WorldDefinitionException or FeeTableMissingException)
        {
            throw new RunLogException(0, "no world can be made of the definition: " + error.Message, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private void Read()
    {
        IsMarked = ReadHeader();
        while (ReadEntry() is { } entry)
        {
            if (IsSealed)
            {
                throw new RunLogException(Entries, "something follows the seal.");
            }

            Take(entry);
            Entries++;
            CompleteBytes += RunLogFormat.PrefixBytes + entry.Payload.Length + RunLogFormat.HashBytes;
        }

        if (Manifest is null)
        {
            throw new RunLogException(0, "the manifest is missing or not complete.");
        }

        if (IsMarked && !IsSealed)
        {
            throw new RunLogException(Entries, "the log is marked as complete, but its seal is missing: it was cut.");
        }
    }

    private bool ReadHeader()
    {
        Span<byte> header = stackalloc byte[RunLogFormat.HeaderBytes];
        if (_stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith(RunLogFormat.Magic))
        {
            throw new RunLogException("This is not a run log: it does not start with FBALOG1.");
        }

        var mark = header[RunLogFormat.MarkOffset..];
        return mark.SequenceEqual(RunLogFormat.SealedMark) || !mark.ContainsAnyExcept((byte)0)
            ? mark[0] != 0
            : throw new RunLogException("The header is damaged: its mark is not what any run writes. Entry 0 cannot be trusted.");
    }

    /// <summary>The next entry with its chain checked, or null at the end or at an incomplete entry of an unsealed log.</summary>
    private Entry? ReadEntry()
    {
        var prefix = new byte[RunLogFormat.PrefixBytes];
        var got = _stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (got == 0)
        {
            return null;
        }

        var length = got == prefix.Length ? BinaryPrimitives.ReadInt32LittleEndian(prefix) : -1;
        if (got == prefix.Length && (length is < 0 or > RunLogFormat.LargestPayload || BinaryPrimitives.ReadUInt32LittleEndian(prefix.AsSpan(RunLogFormat.CheckOffset)) != RunLogFormat.Check(length, prefix[RunLogFormat.KindOffset], Entries)))
        {
            throw new RunLogException(Entries, "its length or kind is damaged.");
        }

        var rest = new byte[got < prefix.Length ? 0 : (int)Math.Min(length + RunLogFormat.HashBytes, _stream.Length - _stream.Position)];
        _stream.ReadExactly(rest);
        if (got < prefix.Length || rest.Length < length + RunLogFormat.HashBytes)
        {
            IncompleteBytes = got + rest.Length;
            return IsSealed ? throw new RunLogException(Entries, "something follows the seal.")
                : IsMarked ? throw new RunLogException(Entries, "it is not complete: the log was cut.")
                : null;
        }

        RunLogFormat.Chain([.. prefix, .. rest.AsSpan(0, length)], Entries, Chain);
        return Chain.AsSpan().SequenceEqual(rest.AsSpan(length))
            ? new Entry((EntryKind)prefix[RunLogFormat.KindOffset], rest.AsMemory(0, length))
            : throw new RunLogException(Entries, "its chain hash does not fit its content and the entries before it: it was changed.");
    }

    private void Take(Entry entry)
    {
        if ((entry.Kind == EntryKind.Manifest) != (Entries == 0))
        {
            throw new RunLogException(Entries, $"a {entry.Kind} entry cannot stand here.");
        }

        switch (entry.Kind)
        {
            case EntryKind.Manifest:
                Manifest = RunManifest.Read(entry.Payload);
                break;
            case EntryKind.Day:
                _days.Add(ReadDay(entry.Payload.Span));
                break;
            case EntryKind.Seal:
                var cursor = new LogCursor(entry.Payload.Span, Entries);
                _sealedHash = cursor.Int() == _days.Count ? cursor.Hash() : throw new RunLogException(Entries, "the seal counts other days than the log has.");
                RequireEnd(cursor.AtEnd);
                break;
            default:
                throw new RunLogException(Entries, $"entry kind {(byte)entry.Kind} is unknown.");
        }
    }

    private LoggedDay ReadDay(ReadOnlySpan<byte> payload)
    {
        var cursor = new LogCursor(payload, Entries);
        var day = cursor.Int();
        var faults = new SeatFault[Count(cursor.Int())];
        for (var i = 0; i < faults.Length; i++)
        {
            faults[i] = new SeatFault(SeatOf(cursor.Int()), day, (FaultKind)cursor.Byte());
            if (!Enum.IsDefined(faults[i].Kind))
            {
                throw new RunLogException(Entries, $"fault kind {(int)faults[i].Kind} is unknown.");
            }
        }

        var decisions = new SeatDecision[Count(cursor.Int())];
        for (var i = 0; i < decisions.Length; i++)
        {
            var seat = SeatOf(cursor.Int());
            var commands = new Command[Count(cursor.Int())];
            for (var c = 0; c < commands.Length; c++)
            {
                commands[c] = CommandCodec.Read(ref cursor, Entries)!;
            }

            decisions[i] = new SeatDecision(seat, new Decision(commands));
        }

        var logged = new LoggedDay(Entries, day, decisions, faults, cursor.Hash(), cursor.Hash());
        RequireEnd(cursor.AtEnd);
        return logged;
    }

    private Seat SeatOf(int index) => index >= 0 && index < Manifest.Definition.Seats
        ? new(index)
        : throw new RunLogException(Entries, $"it names seat {index}; the world has {Manifest.Definition.Seats}.");

    private void RequireEnd(bool atEnd)
    {
        if (!atEnd)
        {
            throw new RunLogException(Entries, "it holds more than it should.");
        }
    }

    private int Count(int count) => count is >= 0 and <= 100_000 ? count : throw new RunLogException(Entries, $"a count of {count} is damaged.");

    private readonly record struct Entry(EntryKind Kind, ReadOnlyMemory<byte> Payload);
}
