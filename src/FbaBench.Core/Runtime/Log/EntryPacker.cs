using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace FbaBench.Runtime;

/// <summary>
/// Payloads of schema 2. The days of a log are one Brotli stream that is flushed after every day: a day costs what is new in it,
/// and still every entry can be read as soon as it is complete. Packing allocates nothing once warm: the encoder's memory is
/// its own. Digests stay outside, because nothing makes them smaller.
/// </summary>
internal sealed class EntryPacker : IDisposable
{
    /// <summary>Bytes of a day's two digests, at its end.</summary>
    public const int DigestBytes = 32;

    /// <summary>Before the stream's bytes: whether a stream starts here (1 byte) and how many bytes come out (4 bytes).</summary>
    public const int HeadBytes = 1 + sizeof(int);

    // Measured on a year of first-year played by tuned-seller: 6 gives 17.0 kB in 16 ms, 11 17.1 kB in 657 ms, 1 41.3 kB in 3 ms.
    private const int Quality = 6;

    // 64 kB reach back over a hundred busy days; larger windows saved nothing and take more memory.
    private const int WindowBits = 16;

    // What flushing and a stream's head add to the bound of one piece.
    private const int FlushBytes = 64;

    private BrotliEncoder _days = new(Quality, WindowBits);
    private bool _begun;

    /// <summary>
    /// A packer that goes on after days that are in a file. It packs them again to stand where their writer stood; when other
    /// bytes come out, they were packed by another version of Brotli, and the next day starts a stream of its own.
    /// </summary>
    public static EntryPacker After(IReadOnlyList<ReadOnlyMemory<byte>> packedDays)
    {
        var packer = new EntryPacker();
        using var unpacker = new EntryUnpacker();
        var again = new LogBuffer();
        for (var day = 0; day < packedDays.Count; day++)
        {
            again.Clear();
            packer.Pack(EntryKind.Day, unpacker.Day(packedDays[day].Span, day + 1), again);
            if (!again.Bytes.SequenceEqual(packedDays[day].Span))
            {
                packer.Dispose();
                return new EntryPacker();
            }
        }

        return packer;
    }

    public void Pack(EntryKind kind, ReadOnlySpan<byte> content, LogBuffer into)
    {
        switch (kind)
        {
            case EntryKind.Manifest:
                into.Int(content.Length);
                var room = into.Room(BrotliEncoder.GetMaxCompressedLength(content.Length));
                into.Wrote(BrotliEncoder.TryCompress(content, room, out var packed, Quality, WindowBits) ? packed : throw NoRoom());
                break;
            case EntryKind.Day:
                var inputs = content[..^DigestBytes];
                into.Byte(_begun ? (byte)0 : (byte)1);
                into.Int(inputs.Length);
                Stream(inputs, into);
                into.Raw(content[^DigestBytes..]);
                break;
            default:
                into.Raw(content);
                break;
        }
    }

    public void Dispose() => _days.Dispose();

    private void Stream(ReadOnlySpan<byte> inputs, LogBuffer into)
    {
        _begun = true;
        var room = into.Room(BrotliEncoder.GetMaxCompressedLength(inputs.Length) + FlushBytes);
        if (_days.Compress(inputs, room, out var consumed, out var written, isFinalBlock: false) != OperationStatus.Done || consumed != inputs.Length
            || _days.Flush(room[written..], out var flushed) != OperationStatus.Done)
        {
            throw NoRoom();
        }

        into.Wrote(written + flushed);
    }

    private static InvalidOperationException NoRoom() => new("Brotli needs more bytes than it says it ever does.");
}

/// <summary>Reads what <see cref="EntryPacker"/> packs. What it gives stays valid until the next call.</summary>
internal sealed class EntryUnpacker : IDisposable
{
    private BrotliDecoder _days;
    private byte[] _content = new byte[1024];
    private bool _begun;

    public static byte[] Manifest(ReadOnlySpan<byte> payload, int entry)
    {
        var content = new byte[Length(payload, 0, entry)];
        return BrotliDecoder.TryDecompress(payload[sizeof(int)..], content, out var written) && written == content.Length ? content : throw Damaged(entry);
    }

    public ReadOnlySpan<byte> Day(ReadOnlySpan<byte> payload, int entry)
    {
        if (payload.Length < EntryPacker.HeadBytes + EntryPacker.DigestBytes || payload[0] > 1 || (payload[0] == 0 && !_begun))
        {
            throw Damaged(entry);
        }

        if (payload[0] == 1)
        {
            _days.Dispose();
            _days = default;
            _begun = true;
        }

        // One byte of room beyond the content: the decoder stops for want of input, never for want of room.
        var length = Length(payload, 1, entry);
        if (_content.Length < length + 1 + EntryPacker.DigestBytes)
        {
            _content = new byte[2 * (length + 1 + EntryPacker.DigestBytes)];
        }

        var stream = payload[EntryPacker.HeadBytes..^EntryPacker.DigestBytes];
        if (_days.Decompress(stream, _content.AsSpan(0, length + 1), out var consumed, out var written) != OperationStatus.NeedMoreData || consumed != stream.Length || written != length)
        {
            throw Damaged(entry);
        }

        payload[^EntryPacker.DigestBytes..].CopyTo(_content.AsSpan(length));
        return _content.AsSpan(0, length + EntryPacker.DigestBytes);
    }

    public void Dispose() => _days.Dispose();

    private static int Length(ReadOnlySpan<byte> payload, int at, int entry) =>
        payload.Length >= at + sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(payload[at..]) is >= 0 and <= RunLogFormat.LargestPayload and var length
            ? length
            : throw Damaged(entry);

    private static RunLogException Damaged(int entry) => new(entry, "its content cannot be unpacked.");
}
