using System.Text.Json;

namespace FbaBench;

/// <summary>Canaries that experiments have used, each bound to its commitment: a second use would make a finding of it ambiguous.</summary>
public sealed class CanaryRegistry
{
    private readonly Dictionary<string, string> _commitments = new(StringComparer.Ordinal);

    /// <summary>The canaries, in ordinal order.</summary>
    public IReadOnlyList<string> Canaries => [.. _commitments.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The canaries of a registry file: a line for each, the canary, a space, and the digest of its commitment. A file that does not exist has none.</summary>
    /// <exception cref="InvalidDataException">A line is something else; the message names it.</exception>
    public CanaryRegistry AddFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Split(' ') is not [{ Length: > 0 } canary, { Length: > 0 } commitment])
            {
                throw new InvalidDataException($"{path}:{i + 1}: a registry has a canary and the digest of its commitment in a line, a space between.");
            }

            _commitments.TryAdd(canary, commitment);
        }

        return this;
    }

    /// <summary>The canaries of all commitments and reveals (<c>.json</c>) in a folder and the folders in it.</summary>
    public CanaryRegistry AddFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
        {
            return this;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Found(path) is { } found)
            {
                _commitments.TryAdd(found.Canary, found.Commitment);
            }
        }

        return this;
    }

    /// <summary>Writes down a commitment's canary at the end of a registry file.</summary>
    /// <exception cref="SealException">Another commitment has it.</exception>
    public static void Register(string path, SealedCommitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        var registry = new CanaryRegistry().AddFile(path);
        registry.Refuse(commitment);
        if (!registry._commitments.ContainsKey(commitment.Canary))
        {
            File.AppendAllText(path, $"{commitment.Canary} {commitment.Digest}\n");
        }
    }

    /// <exception cref="SealException">Another commitment has the canary of this one.</exception>
    internal void Refuse(SealedCommitment commitment)
    {
        if (_commitments.TryGetValue(commitment.Canary, out var other) && other != commitment.Digest)
        {
            throw new SealException(SealFault.ReusedCanary, $"The canary {commitment.Canary} is that of commitment {other[..Math.Min(16, other.Length)]}…; every experiment has its own, else a text that holds it could be of either. Leave it out for a new one.");
        }
    }

    private static (string Canary, string Commitment)? Found(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var json = JsonDocument.Parse(file);
            var root = json.RootElement;
            return root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) ? null
                : schema.ToString() switch
                {
                    SealedCommitment.ThisSchema => (root.GetProperty("canary").GetString()!, root.GetProperty("digest").GetString()!),
                    SealReveal.ThisSchema => (root.GetProperty("canary").GetString()!, root.GetProperty("commitment").GetString()!),
                    _ => null,
                };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException)
        {
            // Some other file, or half of one: it registers nothing.
            return null;
        }
    }
}
