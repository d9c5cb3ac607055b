using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/run-log.md: a log read from its bytes alone, without the SDK.</summary>
internal static class RunLogBytes
{
    public static List<(byte Kind, byte[] Payload)> Read(byte[] file)
    {
        if (!file.AsSpan(0, 6).SequenceEqual("FBALOG"u8))
        {
            throw new InvalidDataException("Not a run log.");
        }

        var entries = new List<(byte, byte[])>();
        var chain = new byte[32];
        if (file[6] != '1')
        {
            file.AsSpan(0, 8).CopyTo(chain);
        }

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

    /// <summary>The payloads of schema 2 as those of schema 1.</summary>
    public static List<(byte Kind, byte[] Payload)> Unpack(List<(byte Kind, byte[] Payload)> entries)
    {
        var days = default(BrotliDecoder);
        var plain = new List<(byte, byte[])>();
        foreach (var (kind, payload) in entries)
        {
            var content = payload;
            if (kind == 1)
            {
                content = new byte[BinaryPrimitives.ReadInt32LittleEndian(payload)];
                BrotliDecoder.TryDecompress(payload.AsSpan(4), content, out _);
            }
            else if (kind == 2)
            {
                if (payload[0] == 1)
                {
                    days.Dispose();
                    days = default;
                }

                // A byte too many, so that the decoder reads the day's bytes to their end.
                var day = new byte[BinaryPrimitives.ReadInt32LittleEndian(payload.AsSpan(1)) + 1];
                days.Decompress(payload.AsSpan(5..^32), day, out _, out _);
                content = [.. day[..^1], .. payload[^32..]];
            }

            plain.Add((kind, content));
        }

        days.Dispose();
        return plain;
    }
}
