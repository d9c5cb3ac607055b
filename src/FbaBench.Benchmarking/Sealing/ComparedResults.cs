using System.Text.Json;

namespace FbaBench;

/// <summary>What comparisons of finished experiments read of a <c>results.json</c>.</summary>
internal sealed class ComparedResults
{
    private ComparedResults(JsonElement root)
    {
        Canary = root.TryGetProperty("canary", out var canary) ? canary.GetString() : null;
        Commitment = root.TryGetProperty("sealed", out var seal) ? seal.GetProperty("commitment").GetString() : null;
        ComparedTo = root.GetProperty("comparedTo").GetString()!;
        Agents = root.GetProperty("agents").EnumerateArray().ToDictionary(agent => agent.GetProperty("name").GetString()!, agent => agent.TryGetProperty("version", out var version) ? version.GetString() : null);
        Scenarios = root.GetProperty("scenarios").EnumerateArray().ToDictionary(scenario => scenario.GetProperty("name").GetString()!, scenario => scenario.GetProperty("digest").GetString());
        foreach (var episode in root.GetProperty("episodes").EnumerateArray())
        {
            var key = (episode.GetProperty("scenario").GetString()!, episode.GetProperty("agent").GetString()!);
            if (!Scores.TryGetValue(key, out var worlds))
            {
                Scores.Add(key, worlds = []);
            }

            var world = episode.GetProperty("world").GetInt32();
            var (sum, count) = worlds.GetValueOrDefault(world);
            worlds[world] = (sum + episode.GetProperty("scoreCents").GetInt64(), count + 1);
        }

        if (!root.TryGetProperty("worldHashes", out var hashes))
        {
            return;
        }

        foreach (var world in hashes.EnumerateArray())
        {
            Worlds.Add((world.GetProperty("scenario").GetString()!, world.GetProperty("world").GetInt32()), new(world.GetProperty("definition").GetString()!, world.GetProperty("initialState").GetString()!));
        }
    }

    public string? Canary { get; }

    /// <summary>Digest of the commitment, or null for public worlds.</summary>
    public string? Commitment { get; }

    public string ComparedTo { get; }

    /// <summary>Version by name.</summary>
    public Dictionary<string, string?> Agents { get; }

    /// <summary>Digest by name.</summary>
    public Dictionary<string, string?> Scenarios { get; }

    /// <summary>By scenario and agent, and by world: sum of the repeats' scores in cents, and their number.</summary>
    public Dictionary<(string Scenario, string Agent), SortedDictionary<int, (long Cents, int Count)>> Scores { get; } = [];

    public Dictionary<(string Scenario, int World), WorldHash> Worlds { get; } = [];

    /// <exception cref="InvalidDataException">It is no results.json of this version.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ComparedResults Load(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.GetProperty("schema").GetString() == ResultsJson.Schema
                ? new(json.RootElement)
                : throw new InvalidDataException($"{path} has schema {json.RootElement.GetProperty("schema")}; {ResultsJson.Schema} is read.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is no results.json of this version: {error.Message}", error);
        }
    }
}
