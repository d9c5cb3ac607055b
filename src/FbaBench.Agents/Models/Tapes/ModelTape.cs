using System.Text.Json;
using FbaBench.Agents.Models;

namespace FbaBench;

/// <summary>Whether a tape may still grow.</summary>
public enum TapeMode
{
    /// <summary>What the tape holds is played from it; what comes after is asked and recorded: a run goes on where it was killed.</summary>
    Record,

    /// <summary>Everything is played from the tape, and the model is never asked; what is not on it is a <see cref="TapeException"/>.</summary>
    Replay,
}

/// <summary>
/// The exchanges of one agent with its model in one episode, by day, step and attempt, each with the digest of its request. A tape holds the content of messages; credentials and headers it never
/// sees. Days before the one that is played cannot be asked again. Not safe for concurrent use.
/// </summary>
public sealed class ModelTape : IDisposable
{
    private readonly Stream? _file;
    private readonly Dictionary<(int Day, int Step), List<(int Attempt, long Offset, int Length, int Line)>> _index = [];
    private readonly List<TapeEntry> _today = [];
    private readonly List<TapedRequest> _requests = [];
    private string _check = "";

    /// <summary>Digest of the head that was written last.</summary>
    private string? _head;
    private int _lines;
    private int _last = -1;
    private int _day = -1;

    /// <param name="file">
    /// What was recorded, or an empty stream: readable and seekable, writable to record. The tape owns it. An incomplete last line, of a run that was killed, is cut off. Null for a tape
    /// that is kept for the day alone.
    /// </param>
    /// <param name="mode">Whether it may grow.</param>
    /// <exception cref="TapeException">The tape is damaged; the message names the line.</exception>
    /// <exception cref="ArgumentException">A tape to be replayed has no file, or the stream cannot do what is needed.</exception>
    public ModelTape(Stream? file = null, TapeMode mode = TapeMode.Record)
    {
        if (file is null ? mode == TapeMode.Replay : !file.CanRead || !file.CanSeek || (mode == TapeMode.Record && !file.CanWrite))
        {
            throw new ArgumentException("A tape's stream must be readable and seekable, to record also writable; a tape to be replayed needs one.", nameof(file));
        }

        _file = file;
        Mode = mode;
        if (file is not null)
        {
            Load(file);
        }
    }

    /// <summary>Whether it may grow.</summary>
    public TapeMode Mode { get; }

    /// <summary>What the tape says about its agent, or null while it is empty.</summary>
    internal TapeHeader? Header { get; private set; }

    /// <summary>Entries on it.</summary>
    public int Entries { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    /// <summary>Says whose tape it is, or checks that it is theirs.</summary>
    internal void Begin(TapeHeader header)
    {
        if (Header is null)
        {
            if (Mode == TapeMode.Replay)
            {
                throw new TapeException("The tape is empty: there is nothing to replay.");
            }

            Header = header;
            Append(header.Write);
        }
        else if (Header.DifferenceTo(header) is { } difference)
        {
            throw new TapeException($"The tape was recorded by another agent: {difference}. Replay it with the agent that recorded it, or delete it to ask the model anew.");
        }
    }

    internal void BeginDay(int day)
    {
        if (day != _day)
        {
            _day = day;
            _today.Clear();
            _requests.Clear();
        }
    }

    /// <summary>The attempts at a call that the tape has; none where it is to be asked.</summary>
    /// <exception cref="TapeException">The request is another than on the tape, or is missing where the tape may not grow.</exception>
    internal IReadOnlyList<TapeEntry> Find(int step, TapedRequest request)
    {
        var found = _today.Where(entry => entry.Step == step).ToList();
        if (found.Count == 0 && _index.TryGetValue((_day, step), out var places))
        {
            found = [.. places.Select(place => Load(place.Offset, place.Length, place.Line))];
        }

        if (found.Count == 0)
        {
            return Mode == TapeMode.Record && _last <= _day && !_index.Keys.Any(key => key.Day == _day && key.Step > step)
                ? found
                : throw Missing(step, request);
        }

        return found[0].Digest == request.Digest
            ? found
            : throw Other(request.DifferenceTo(RequestOf(_day, step)), where => $"Call {step} of day {_day} is another than on the tape: {where}.");
    }

    /// <summary>The day's request before the next one.</summary>
    internal TapedRequest? Before => _requests.Count == 0 ? null : _requests[^1];

    internal void Add(TapeEntry entry, TapedRequest request)
    {
        var before = Before;
        if (before?.Digest != request.Digest || _today.Count == 0 || _today[^1].Step != entry.Step)
        {
            _requests.Add(request);
        }

        _today.Add(entry);
        Entries++;
        if (_file is not null)
        {
            // What the day's request before held already is not written again.
            var keep = entry.Step == 0 || before is null ? 0 : before.Messages.Zip(request.Messages, (a, b) => a == b).TakeWhile(same => same).Count();
            var head = TapedRequest.DigestOf(request.Head);
            Append(json => TapeEntryJson.Write(json, entry, request, keep, withHead: head != _head));
            _head = head;
        }
    }

    private void Append(Action<Utf8JsonWriter> write)
    {
        _lines++;
        if (_file is not null)
        {
            var buffer = TapeBuffer.Rent();
            TapedRequest.WriteTo(buffer, write);
            TapeFormat.Write(_file, buffer.WrittenSpan, ref _check);
            TapeBuffer.Return(buffer);
            _file.Flush();
        }
    }

    private TapeEntry Load(long offset, int length, int line)
    {
        var bytes = new byte[length];
        _file!.Position = offset;
        _file.ReadExactly(bytes);
        _file.Position = _file.Length;
        return TapeEntryJson.Read(JsonElement.Parse(bytes), line);
    }

    /// <summary>Checks every line and remembers where each entry is.</summary>
    private void Load(Stream file)
    {
        file.Position = 0;
        var lines = new TapeLines(file);
        while (lines.Next() is { } line)
        {
            _lines++;
            var json = TapeFormat.Open(line.Bytes, _lines, ref _check);
            if (_lines == 1)
            {
                Header = TapeHeader.Read(json);
                continue;
            }

            var (day, step, attempt, head) = TapeEntryJson.Place(json, _lines);
            _head = head is null ? _head : TapedRequest.DigestOf(head);
            if (!_index.TryGetValue((day, step), out var places))
            {
                _index.Add((day, step), places = []);
            }

            places.Add((attempt, line.Offset, line.Bytes.Length, _lines));
            _last = Math.Max(_last, day);
            Entries++;
        }

        if (Mode == TapeMode.Record)
        {
            file.SetLength(lines.Whole);
        }

        file.Position = Math.Min(file.Length, lines.Whole);
    }

    private TapeException Missing(int step, TapedRequest request)
    {
        var key = _index.Keys.Where(key => key.Day == _day).OrderBy(key => Math.Abs(key.Step - step)).Cast<(int Day, int Step)?>().FirstOrDefault()
            ?? _index.Keys.OrderBy(key => Math.Abs(key.Day - _day)).ThenBy(key => key.Step).Cast<(int Day, int Step)?>().FirstOrDefault();
        return key is { } near
            ? Other(request.DifferenceTo(RequestOf(near.Day, near.Step)), where => $"The tape has no call {step} of day {_day}; the nearest is call {near.Step} of day {near.Day}, and {where}.")
            : new($"The tape has no call {step} of day {_day}; it has no calls at all.");
    }

    private static TapeException Other((string Where, string? Content) difference, Func<string, string> message) => new(message(difference.Where)) { Difference = difference.Content };

    /// <summary>A request as it was recorded, put together from the lines of its day.</summary>
    private TapedRequest RequestOf(int day, int step)
    {
        if (_file is null || !_index.ContainsKey((day, step)))
        {
            // Played in this run: the day's requests are at hand.
            return _requests[_today.Where(entry => entry.Step <= step).Select(entry => entry.Step).Distinct().Count() - 1];
        }

        var messages = new List<string>();
        for (var i = 0; i <= step; i++)
        {
            if (_index.TryGetValue((day, i), out var places))
            {
                var (keep, added) = TapeEntryJson.Messages(Raw(places[^1].Offset, places[^1].Length));
                messages = [.. messages.Take(keep), .. added];
            }
        }

        return TapedRequest.Read(HeadAt(_index[(day, step)][0].Line), [.. messages]);
    }

    private string HeadAt(int line) => _index.Values.SelectMany(places => places).Where(place => place.Line <= line).OrderByDescending(place => place.Line)
        .Select(place => TapeEntryJson.Head(Raw(place.Offset, place.Length))).First(head => head is not null)!;

    private JsonElement Raw(long offset, int length)
    {
        var bytes = new byte[length];
        var end = _file!.Position;
        _file.Position = offset;
        _file.ReadExactly(bytes);
        _file.Position = end;
        return JsonElement.Parse(bytes);
    }
}
