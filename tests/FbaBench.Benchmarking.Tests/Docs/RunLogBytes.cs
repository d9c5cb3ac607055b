using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/run-log.md: a log read from its bytes alone, without the SDK.</summary>
internal static class RunLogBytes
{
    public static List<(byte Kind, byte[] Payload)> Read(byte[] file)
    {
        if (!file.AsSpan(0, 8).SequenceEqual("FBALOG1\0"u8))
        {
            throw new InvalidDataException("Not a run log.");
        }

        var entries = new List<(byte, byte[])>();
        var chain = new byte[32];
        for (var at = 16; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
            var entry = file.AsSpan(at, 9 + length);
            var number = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(number, entries.Count);
            chain = SHA256.HashData([.. chain, .. number, .. SHA256.HashData(entry)]);
            if (!file.AsSpan(at + 9 + length, 32).SequenceEqual(chain))
            {
                throw new InvalidDataException($"Entry {entries.Count} does not follow from the one before.");
            }

            entries.Add((entry[4], entry[9..].ToArray()));
            at += 9 + length + 32;
        }

        return entries;
    }
}
