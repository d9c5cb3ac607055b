using System.Buffers.Binary;
using System.Security.Cryptography;
using FbaBench.Primitives;

namespace FbaBench.Runtime;

/// <summary>
/// The file: a header of 16 bytes (magic, mark), then entries of length, kind, check, payload and chain hash; little-endian. The
/// check covers number, length and kind, so that a damaged length is not taken for the end of a killed log. The chain hash of
/// an entry is SHA-256 over the hash before it, its number and itself. The mark is zero until the run is sealed, so that a
/// killed log is told from a cut one; its eight bytes differ in every one, so that no flipped byte makes one of the other.
/// The magic tells the schema; from schema 2 on it starts the chain too, and payloads are packed (<see cref="EntryPacker"/>).
/// </summary>
internal static class RunLogFormat
{
    public const int HeaderBytes = 16;
    public const int MarkOffset = 8;
    public const int KindOffset = 4;
    public const int CheckOffset = 5;
    public const int PrefixBytes = 9;
    public const int HashBytes = SHA256.HashSizeInBytes;
    public const int LargestPayload = 64 << 20;

    /// <summary>The schema that is written; those before it are read, and resumed in their own form.</summary>
    public const int Schema = 2;

    private const int DigitOffset = 6;

    public static ReadOnlySpan<byte> Magic => "FBALOG2\0"u8;

    public static ReadOnlySpan<byte> SealedMark => "SEALED\r\n"u8;

    /// <summary>The schema that a header states; 0 when it is not the header of a log.</summary>
    public static int SchemaOf(ReadOnlySpan<byte> header) =>
        header[..DigitOffset].SequenceEqual(Magic[..DigitOffset]) && char.IsAsciiDigit((char)header[DigitOffset]) && header[DigitOffset + 1] == 0
            ? header[DigitOffset] - '0'
            : 0;

    /// <summary>What the first entry's chain hash begins with: zeros in schema 1, then the magic, so that a header of another schema breaks the chain.</summary>
    public static byte[] ChainStart(int schema)
    {
        var chain = new byte[HashBytes];
        if (schema > 1)
        {
            Magic.CopyTo(chain);
        }

        return chain;
    }

    public static uint Check(int length, byte kind, int number) =>
        (uint)EntityKey.Combine(((ulong)kind << 32) | (uint)length, (ulong)number);

    /// <summary>The chain hash of an entry.</summary>
    /// <param name="entry">Prefix and payload as they stand in the file.</param>
    /// <param name="number">Number of the entry.</param>
    /// <param name="chain">In: the hash before it; out: its own.</param>
    public static void Chain(ReadOnlySpan<byte> entry, int number, Span<byte> chain)
    {
        Span<byte> head = stackalloc byte[HashBytes + sizeof(int)];
        chain.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[HashBytes..], number);

        // Two passes keep the entry where it is: first the payload, then its hash with what went before.
        Span<byte> both = stackalloc byte[head.Length + HashBytes];
        head.CopyTo(both);
        SHA256.HashData(entry, both[head.Length..]);
        SHA256.HashData(both, chain);
    }
}

/// <summary>What an entry holds.</summary>
internal enum EntryKind : byte
{
    Manifest = 1,
    Day = 2,
    Seal = 3,
}
