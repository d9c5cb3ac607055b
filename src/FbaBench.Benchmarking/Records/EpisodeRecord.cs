using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FbaBench;

/// <summary>
/// A finished episode on disk: four lines of JSON. Identity, result, days, and the SHA-256 of all bytes before the last line.
/// Nothing in it comes from a clock.
/// </summary>
internal sealed class EpisodeRecord
{
    public const string Extension = ".episode.jsonl";
    private const byte NewLine = (byte)'\n';
    private const int Lines = 4;

    private readonly byte[] _bytes;
    private readonly Range _trajectory;

    private EpisodeRecord(byte[] bytes, Range trajectory, EpisodeIdentity identity, EpisodeResult result)
    {
        _bytes = bytes;
        _trajectory = trajectory;
        Identity = identity;
        Result = result;
    }

    public EpisodeIdentity Identity { get; }

    public EpisodeResult Result { get; }

    public static byte[] Write(EpisodeIdentity identity, PlayedEpisode episode)
    {
        using var bytes = new MemoryStream();
        JsonSerializer.Serialize(bytes, identity, RecordJson.Default.EpisodeIdentity);
        bytes.WriteByte(NewLine);
        JsonSerializer.Serialize(bytes, episode.Result, RecordJson.Default.EpisodeResult);
        bytes.WriteByte(NewLine);
        JsonSerializer.Serialize(bytes, episode.Trajectory, RecordJson.Default.EpisodeTrajectory);
        bytes.WriteByte(NewLine);
        bytes.Write(Seal(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">Not a whole, unchanged record; the message says what is wrong.</exception>
    public static EpisodeRecord Read(byte[] bytes)
    {
        var ends = LineEnds(bytes);
        if (ends.Count != Lines || ends[^1] != bytes.Length - 1)
        {
            throw new InvalidDataException(bytes.Length == 0 ? "the file is empty" : "it is cut, or no record of an episode");
        }

        var sealedBytes = ends[^2] + 1;
        if (!bytes.AsSpan(sealedBytes).SequenceEqual(Seal(bytes.AsSpan(0, sealedBytes))))
        {
            throw new InvalidDataException("its content does not have the checksum in its last line");
        }

        try
        {
            var identity = JsonSerializer.Deserialize(bytes.AsSpan(0, ends[0]), RecordJson.Default.EpisodeIdentity);
            var result = JsonSerializer.Deserialize(bytes.AsSpan(ends[0]..ends[1]), RecordJson.Default.EpisodeResult);
            return new(bytes, ends[1]..ends[2], identity!, result!);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("it is no record of this version: " + error.Message, error);
        }
    }

    public EpisodeTrajectory Trajectory() => JsonSerializer.Deserialize(_bytes.AsSpan(_trajectory), RecordJson.Default.EpisodeTrajectory)!;

    /// <summary>Where the lines end, at most one more than a record has.</summary>
    private static List<int> LineEnds(byte[] bytes)
    {
        var ends = new List<int>();
        for (var end = Array.IndexOf(bytes, NewLine); end >= 0 && ends.Count <= Lines; end = Array.IndexOf(bytes, NewLine, end + 1))
        {
            ends.Add(end);
        }

        return ends;
    }

    private static byte[] Seal(ReadOnlySpan<byte> content) =>
        Encoding.ASCII.GetBytes("{\"sha256\":\"" + Convert.ToHexStringLower(SHA256.HashData(content)) + "\"}\n");
}
