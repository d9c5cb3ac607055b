using System.Text;
using System.Text.Json;

namespace FbaBench.Tests.Leaderboards;

/// <summary>Results of experiments that nobody played.</summary>
internal sealed class MadeResults(string folder)
{
    public string Scenario { get; init; } = "first-year";

    public string Digest { get; init; } = new('a', 32);

    public ulong Seed { get; init; } = 1;

    public string? Commitment { get; init; }

    public IReadOnlyList<string> Opponents { get; init; } = [];

    private readonly List<(string Name, string? Version, double[] Scores, long MicroDollars, string Bytes)> _agents = [];
    private readonly List<(string Agent, int World)> _failed = [];

    /// <param name="name">Of the agent.</param>
    /// <param name="scores">Dollars, a world each from world 0.</param>
    /// <param name="version">Its version.</param>
    /// <param name="microDollars">Cost of an episode.</param>
    /// <param name="bytes">Episodes of other bytes have other hashes.</param>
    public MadeResults Agent(string name, double[] scores, string? version = null, long microDollars = 0, string bytes = "0")
    {
        _agents.Add((name, version, scores, microDollars, bytes));
        return this;
    }

    public MadeResults Fail(string agent, int world)
    {
        _failed.Add((agent, world));
        return this;
    }

    public StoredResults Load()
    {
        Directory.CreateDirectory(folder);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            JsonSerializer.Serialize(json, Root());
        }

        File.WriteAllText(Path.Combine(folder, "results.json"), Encoding.UTF8.GetString(stream.ToArray()));
        return StoredResults.Load(folder);
    }

    private Dictionary<string, object?> Root()
    {
        var root = new Dictionary<string, object?> { ["schema"] = "fbabench-results/2", ["experiment"] = Path.GetFileName(folder), ["engine"] = 1 };
        if (Commitment is null)
        {
            root["seed"] = Seed;
        }
        else
        {
            root["sealed"] = new Dictionary<string, object> { ["commitment"] = Commitment, ["engine"] = 1, ["derivation"] = 1 };
        }

        root["worlds"] = _agents.Max(agent => agent.Scores.Length);
        root["comparedTo"] = _agents[0].Name;
        root["scenarios"] = new[] { new Dictionary<string, object> { ["name"] = Scenario, ["digest"] = Digest, ["laboratory"] = false, ["opponents"] = Opponents.Select(name => new Dictionary<string, object> { ["name"] = name }) } };
        root["agents"] = _agents.Select(agent => Named(agent.Name, agent.Version));
        root["episodes"] = _agents.SelectMany(agent => agent.Scores.Select((score, world) => Episode(agent.Name, world, score, agent.MicroDollars, agent.Bytes)))
            .Where(episode => !_failed.Contains(((string)episode["agent"], (int)episode["world"])));
        root["failed"] = _failed.Select(failed => new Dictionary<string, object> { ["scenario"] = Scenario, ["world"] = failed.World, ["agent"] = failed.Agent, ["error"] = "TimeoutException" });
        return root;
    }

    private static Dictionary<string, object> Named(string name, string? version) => version is null ? new() { ["name"] = name } : new() { ["name"] = name, ["version"] = version };

    private Dictionary<string, object> Episode(string agent, int world, double score, long microDollars, string bytes) => new()
    {
        ["scenario"] = Scenario,
        ["world"] = world,
        ["agent"] = agent,
        ["scoreCents"] = (long)Math.Round(score * 100),
        ["revenueCents"] = 100,
        ["feesCents"] = 10,
        ["unitsSold"] = 5,
        ["unitsLost"] = 1,
        ["refusals"] = 0,
        ["failedDays"] = 0,
        ["inference"] = new Dictionary<string, object> { ["microDollars"] = microDollars, ["inputTokens"] = microDollars, ["outputTokens"] = microDollars },
        ["stateHash"] = $"{bytes}-{agent}-{world}-{score}",
        ["eventHash"] = "e",
    };
}
