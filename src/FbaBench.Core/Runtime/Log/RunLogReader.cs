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
    private readonly List<ReadOnlyMemory<byte>> _packedDays = [];
    private EntryUnpacker? _unpacker;
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

    /// <summary>Schema of the file: 1 plain, 2 packed.</summary>
    public int Schema { get; private set; }

    internal byte[] Chain { get; private set; } = [];

    /// <summary>The days' payloads as they stand in the file: what a writer needs to go on with their stream.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> PackedDays => _packedDays;

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
        Replay(simulation, throughDay, null);
        return simulation;
    }

    /// <summary>As <see cref="Replay(int?)"/>, and shows the world on its first morning and after every day.</summary>
    /// <param name="visit">
    /// Is given the simulation, the same one each time: fork it to keep it. Before the first day the day is null. Stepping it breaks the replay.
    /// </param>
    /// <param name="throughDay">The last day to play, or null for all.</param>
    /// <exception cref="RunLogException">A day comes to something else than the log says; the message names the entry.</exception>
    public Simulation Replay(Action<Simulation, LoggedDay?> visit, int? throughDay = null)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var simulation = Start();
        visit(simulation, null);
        Replay(simulation, throughDay, visit);
        return simulation;
    }

    private void Replay(Simulation simulation, int? throughDay, Action<Simulation, LoggedDay?>? visit)
    {
        foreach (var day in _days)
        {
            if (day.Day > throughDay)
            {
                return;
            }

            day.Replay(simulation);
            visit?.Invoke(simulation, day);
        }

        if (_sealedHash is { } hash && (!simulation.IsOver || hash != simulation.Hash))
        {
            throw new RunLogException(Entries - 1, "the seal does not fit the run's last day.");
        }
    }

    /// <summary>The world on its first morning.</summary>
    /// <exception cref="RunLogException">No world can be made of the definition.</exception>
    public Simulation Start()
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
        Chain = RunLogFormat.ChainStart(Schema);
        using var unpacker = Schema == 1 ? null : new EntryUnpacker();
        _unpacker = unpacker;
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
        var complete = _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length;
        var schema = complete ? RunLogFormat.SchemaOf(header) : 0;
        if (schema == 0)
        {
            throw new RunLogException("This is not a run log: it does not start with FBALOG and a schema.");
        }

        Schema = schema <= RunLogFormat.Schema ? schema : throw new RunLogException(0, $"the log has schema {schema}; this version reads schemas 1 to {RunLogFormat.Schema}.");

        var mark = header[RunLogFormat.MarkOffset..];
        return mark.SequenceEqual(RunLogFormat.SealedMark) || !mark.ContainsAnyExcept((byte)0)
            ? mark[0] != 0
            : throw new RunLogException(0, "the header before it is damaged: its mark is not what any run writes.");
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
                Manifest = RunManifest.Read(Schema == 1 ? entry.Payload : EntryUnpacker.Manifest(entry.Payload.Span, Entries), Schema);
                break;
            case EntryKind.Day:
                _days.Add(ReadDay(_unpacker is null ? entry.Payload.Span : _unpacker.Day(entry.Payload.Span, Entries)));
                _packedDays.Add(entry.Payload);
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
