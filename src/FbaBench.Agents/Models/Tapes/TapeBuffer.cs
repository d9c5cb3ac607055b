using System.Buffers;

namespace FbaBench.Agents.Models;

/// <summary>Buffers for the JSON of tapes, one kept for each thread: what is written is long, and written for every call.</summary>
internal static class TapeBuffer
{
    /// <summary>Larger ones, of answers of megabytes, are not kept.</summary>
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _free;

    public static ArrayBufferWriter<byte> Rent()
    {
        var buffer = _free ?? new(4 << 10);
        _free = null;
        return buffer;
    }

    public static void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= LargestKept)
        {
            buffer.ResetWrittenCount();
            _free = buffer;
        }
    }
}
