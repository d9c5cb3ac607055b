using System.Buffers.Binary;
using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>
/// A saved state: magic, engine version, definition digest, seed, word count, state hash, words; all little-endian.
/// </summary>
internal static class Snapshot
{
    private const ulong Magic = 0x3150414E53414246UL; // "FBASNAP1"
    private const int HeaderWords = 8;

    public static void Write(Stream stream, WorldState state, WorldSeed seed)
    {
        var words = state.Block.Words;
        var hash = StateHash.Of(words, new(seed.Value, Magic));
        var digest = DefinitionDigest.Of(state.Model.Definition);
        Span<byte> bytes = new byte[(HeaderWords + words.Length) * sizeof(long)];
        Span<ulong> header = [Magic, EngineVersion.Current, digest.High, digest.Low, seed.Value, (ulong)words.Length, hash.High, hash.Low];
        for (var i = 0; i < HeaderWords; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(i * 8)..], header[i]);
        }

        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[((HeaderWords + i) * 8)..], words[i]);
        }

        stream.Write(bytes);
    }

    public static WorldSeed Read(Stream stream, StateBlock block, WorldDefinition definition)
    {
        Span<byte> bytes = new byte[HeaderWords * sizeof(long)];
        Fill(stream, bytes, "header");
        var header = new ulong[HeaderWords];
        for (var i = 0; i < HeaderWords; i++)
        {
            header[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * 8)..]);
        }

        var digest = DefinitionDigest.Of(definition);
        if (header[0] != Magic)
        {
            throw new InvalidDataException("This is not a saved simulation: it does not start with FBASNAP1.");
        }

        if (header[1] != EngineVersion.Current)
        {
            throw new InvalidDataException($"The simulation was saved by engine {header[1]}; this is engine {EngineVersion.Current}. Load it with the version that saved it.");
        }

        if (header[2] != digest.High || header[3] != digest.Low || header[5] != (ulong)block.Words.Length)
        {
            throw new InvalidDataException($"The saved simulation is of another definition than '{definition.Name}' as given.");
        }

        bytes = new byte[block.Words.Length * sizeof(long)];
        Fill(stream, bytes, "state");
        var words = new long[block.Words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(i * 8)..]);
        }

        if (StateHash.Of(words, new(header[4], Magic)) != new StateHash(header[6], header[7]))
        {
            throw new InvalidDataException("The saved simulation is damaged: its state and seed do not have the hash they were saved with.");
        }

        block.CopyFrom(words);
        return new(header[4]);
    }

    private static void Fill(Stream stream, Span<byte> bytes, string part)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException($"The saved simulation is cut: its {part} is not complete.");
        }
    }
}
