namespace FbaBench.Runtime;

/// <summary>Writes a run's log, a day at a time. Every day reaches the operating system before the next begins.</summary>
internal sealed class RunLogWriter : IDisposable
{
    private readonly Stream _stream;
    private LogBuffer _content = new();
    private LogBuffer _buffer = new();
    private readonly EntryPacker? _packer;
    private readonly byte[] _chain;
    private int _entry;
    private bool _sealed;

    private RunLogWriter(Stream stream, EntryPacker? packer, byte[] chain, int entry)
    {
        _stream = stream;
        _packer = packer;
        _chain = chain;
        _entry = entry;
    }

    public static RunLogWriter Create(Stream stream, Simulation simulation, int repeat, string? canary = null)
    {
        if (!stream.CanWrite || !stream.CanSeek)
        {
            throw new ArgumentException("The log's stream must be writable and seekable: the mark in its header is set when the run ends.", nameof(stream));
        }

        Span<byte> header = stackalloc byte[RunLogFormat.HeaderBytes];
        RunLogFormat.Magic.CopyTo(header);
        stream.Write(header);
        var writer = new RunLogWriter(stream, new EntryPacker(), RunLogFormat.ChainStart(RunLogFormat.Schema), 0);
        writer.Begin();
        writer._content.Raw(RunManifest.Write(simulation, repeat, canary));
        writer.End(EntryKind.Manifest);
        stream.Flush();

        // The manifest is far larger than any day: thousands of sessions that wait need not keep room for it.
        (writer._content, writer._buffer) = (new(), new());
        return writer;
    }

    /// <summary>
    /// Goes on after the last complete entry, in the log's own schema; what follows it is cut off. A run that was killed around
    /// its seal is sealed.
    /// </summary>
    /// <param name="stream">The log.</param>
    /// <param name="reader">Its content.</param>
    /// <param name="simulation">The simulation after the last recorded day.</param>
    public static RunLogWriter Resume(Stream stream, RunLogReader reader, Simulation simulation)
    {
        if (reader is { IsSealed: true, IsMarked: true })
        {
            throw new RunLogException($"The log of '{simulation.Definition.Name}' is sealed: its run is complete. Verify it, or start a new one.");
        }

        stream.SetLength(reader.CompleteBytes);
        stream.Position = reader.CompleteBytes;
        var writer = new RunLogWriter(stream, reader.Schema == 1 ? null : EntryPacker.After(reader.PackedDays), reader.Chain, reader.Entries);
        if (reader.IsSealed)
        {
            writer.Mark();
        }
        else if (simulation.IsOver)
        {
            writer.Seal(simulation);
            stream.Flush();
        }

        return writer;
    }

    public void Append(Simulation simulation, ReadOnlySpan<SeatDecision> decisions, ReadOnlySpan<SeatFault> faults)
    {
        Begin();
        _content.Int(simulation.Day - 1);
        _content.Int(faults.Length);
        foreach (var fault in faults)
        {
            _content.Int(fault.Seat.Index);
            _content.Byte((byte)fault.Kind);
        }

        _content.Int(decisions.Length);
        foreach (var decision in decisions)
        {
            _content.Int(decision.Seat.Index);
            var commands = decision.Decision.Commands;
            _content.Int(commands.Count);
            for (var i = 0; i < commands.Count; i++)
            {
                CommandCodec.Write(_content, commands[i]);
            }
        }

        _content.Hash(simulation.EventHash);
        _content.Hash(simulation.Hash);
        End(EntryKind.Day);
        if (simulation.IsOver)
        {
            Seal(simulation);
        }

        _stream.Flush();
    }

    public void Dispose()
    {
        _packer?.Dispose();
        _stream.Dispose();
    }

    private void Seal(Simulation simulation)
    {
        Begin();
        _content.Int(simulation.Day);
        _content.Hash(simulation.Hash);
        End(EntryKind.Seal);
        _stream.Flush();
        Mark();
    }

    private void Mark()
    {
        var end = _stream.Position;
        _stream.Position = RunLogFormat.MarkOffset;
        _stream.Write(RunLogFormat.SealedMark);
        _stream.Position = end;
        _sealed = true;
    }

    private void Begin()
    {
        if (_sealed)
        {
            throw new InvalidOperationException("The log is sealed.");
        }

        _content.Clear();
    }

    private void End(EntryKind kind)
    {
        _buffer.Clear();
        _buffer.Int(0);
        _buffer.Byte((byte)kind);
        _buffer.Int(0);
        if (_packer is null)
        {
            _buffer.Raw(_content.Bytes);
        }
        else
        {
            _packer.Pack(kind, _content.Bytes, _buffer);
        }

        var length = _buffer.Count - RunLogFormat.PrefixBytes;
        _buffer.SetInt(0, length);
        _buffer.SetInt(RunLogFormat.CheckOffset, (int)RunLogFormat.Check(length, (byte)kind, _entry));
        RunLogFormat.Chain(_buffer.Bytes, _entry, _chain);
        _stream.Write(_buffer.Bytes);
        _stream.Write(_chain);
        _entry++;
    }
}
