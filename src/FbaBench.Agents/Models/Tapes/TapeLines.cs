namespace FbaBench.Agents.Models;

/// <summary>The whole lines of a stream, one at a time.</summary>
internal sealed class TapeLines(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _filled;

    /// <summary>Length of all whole lines so far.</summary>
    public long Whole { get; private set; }

    /// <summary>The next line without its line feed, or null where no whole one is left.</summary>
    public TapeLine? Next()
    {
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _filled - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var end = searched + at;
                var line = new TapeLine(Whole, _buffer[_start..end]);
                Whole += end - _start + 1;
                _start = end + 1;
                return line;
            }

            searched = _filled - _start;
            if (!Fill())
            {
                return null;
            }
        }
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
        (_start, _filled) = (0, _filled - _start);
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _filled, _buffer.Length - _filled);
        _filled += read;
        return read > 0;
    }
}

/// <summary>A line and where it begins.</summary>
internal sealed record TapeLine(long Offset, byte[] Bytes);
