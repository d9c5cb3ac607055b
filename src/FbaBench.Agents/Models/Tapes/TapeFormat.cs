using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FbaBench.Agents.Models;

/// <summary>
/// The lines of a tape: JSON objects whose last field, <c>check</c>, is a digest of the line up to it and of the check before, so that no line can be changed, left out or moved.
/// </summary>
internal static class TapeFormat
{
    public const string Schema = "fbabench-tape/1";

    private const string Field = ",\"check\":\"";
    private const int Digits = 32;

    /// <summary>Writes a JSON object as a line, with its check and line feed.</summary>
    public static void Write(Stream file, ReadOnlySpan<byte> content, ref string check)
    {
        var open = content[..^1];
        check = Check(open, check);
        file.Write(open);
        file.Write(Encoding.UTF8.GetBytes(Field + check + "\"}\n"));
    }

    /// <summary>The object of a line; throws where its check is wrong.</summary>
    public static JsonElement Open(ReadOnlySpan<byte> line, int number, ref string check)
    {
        var text = Encoding.UTF8.GetString(line);
        var at = text.LastIndexOf(Field, StringComparison.Ordinal);
        if (at < 0 || at + Field.Length + Digits + 2 != text.Length || !text.EndsWith("\"}", StringComparison.Ordinal))
        {
            throw new TapeException($"Line {number} of the tape is no entry; restore the tape, or delete it to ask the model anew.");
        }

        var expected = Check(Encoding.UTF8.GetBytes(text[..at]), check);
        if (text[(at + Field.Length)..^2] != expected)
        {
            throw new TapeException($"Line {number} of the tape was changed, or a line before it is missing: its check is {text[(at + Field.Length)..^2]}, its content gives {expected}. Restore the tape, or delete it to ask the model anew.");
        }

        check = expected;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException error)
        {
            throw new TapeException($"Line {number} of the tape is no JSON: {error.Message}", error);
        }
    }

    private static string Check(ReadOnlySpan<byte> open, string before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(before));
        hash.AppendData(open);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
