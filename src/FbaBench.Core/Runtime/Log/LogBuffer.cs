using System.Buffers.Binary;

namespace FbaBench.Runtime;

/// <summary>A growing byte buffer for one entry; never allocates once warm.</summary>
internal sealed class LogBuffer
{
    private byte[] _bytes = new byte[1024];
    private int _count;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    public int Count => _count;

    public void Clear() => _count = 0;

    public void Byte(byte value) => Take(1)[0] = value;

    public void Int(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    public void Hash(StateHash value)
    {
        Long((long)value.High);
        Long((long)value.Low);
    }

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Room for so many bytes at the end; of what is written there, <see cref="Wrote"/> says how much counts.</summary>
    public Span<byte> Room(int bytes)
    {
        var room = Take(bytes);
        _count -= bytes;
        return room;
    }

    public void Wrote(int bytes) => _count += bytes;

    public void SetInt(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(offset), value);

    private Span<byte> Take(int count)
    {
        if (_count + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + count));
        }

        var span = _bytes.AsSpan(_count, count);
        _count += count;
        return span;
    }
}

/// <summary>Reads an entry's payload; reading beyond its end throws.</summary>
internal ref struct LogCursor(ReadOnlySpan<byte> bytes, int entry)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public StateHash Hash() => new((ulong)Long(), (ulong)Long());

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new RunLogException(entry, "its content ends too early.");
        }

        var span = _rest[..count];
        _rest = _rest[count..];
        return span;
    }
}
