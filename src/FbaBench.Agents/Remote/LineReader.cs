using System.Buffers;

namespace FbaBench;

/// <summary>Reads a stream line by line, as bytes.</summary>
internal sealed class LineReader(Stream stream, int longest)
{
    private const byte LineFeed = (byte)'\n';

    private readonly byte[] _buffer = new byte[8_192];
    private int _from;
    private int _to;

    /// <summary>The next line without its end; null where the stream has ended, with a last line that has no end.</summary>
    /// <exception cref="InvalidDataException">The line is longer than allowed.</exception>
    public async Task<byte[]?> ReadAsync()
    {
        var line = new ArrayBufferWriter<byte>();
        while (true)
        {
            var end = _buffer.AsSpan(_from, _to - _from).IndexOf(LineFeed);
            var length = end < 0 ? _to - _from : end;
            if (line.WrittenCount + length > longest)
            {
                throw new InvalidDataException($"The answer is a line of more than {longest} bytes; answer with commands alone.");
            }

            line.Write(_buffer.AsSpan(_from, length));
            _from += length;
            if (end >= 0)
            {
                _from++;
                return line.WrittenSpan.ToArray();
            }

            (_from, _to) = (0, await stream.ReadAsync(_buffer).ConfigureAwait(false));
            if (_to == 0)
            {
                return null;
            }
        }
    }
}
