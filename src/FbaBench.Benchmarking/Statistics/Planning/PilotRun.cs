using System.Text.Json;

namespace FbaBench;

/// <summary>A finished experiment as the pilot of a plan: one agent against the compared one in one scenario.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Agent">Name of the agent.</param>
/// <param name="ComparedTo">Name of the agent that it is compared to.</param>
/// <param name="Pilot">Variances of the difference of their scores, in dollars; null where they have fewer than two worlds in common, or the same difference in all.</param>
/// <param name="Repeats">Repeats of the pilot: the most of any world.</param>
/// <param name="MicroDollars">What an episode's thinking cost, mean of both agents, in millionths of a dollar.</param>
/// <param name="Seconds">What an episode took, mean of both; null where timings.json has none.</param>
public sealed record PilotRun(string Scenario, string Agent, string ComparedTo, PowerPilot? Pilot, int Repeats, double MicroDollars, double? Seconds)
{
    /// <summary>The pilots in an experiment's folder: results.json, and timings.json for durations.</summary>
    /// <exception cref="IOException">There is no results.json, or one of the files cannot be read; the message says what is wrong.</exception>
    public static IReadOnlyList<PilotRun> Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var results = Path.Combine(folder, "results.json");
        if (!File.Exists(results))
        {
            throw new FileNotFoundException($"{folder} has no results.json: name the folder of a finished experiment.");
        }

        var timings = Path.Combine(folder, "timings.json");
        var seconds = File.Exists(timings) ? Parsed(timings, Durations) : [];
        return Parsed(results, root => Pilots(root, seconds));
    }

    private static T Parsed<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new IOException($"{path} is no file of an experiment: {error.Message}", error);
        }
    }

    private static Dictionary<Episode, double> Durations(JsonElement root) => root.GetProperty("episodes").EnumerateArray()
        .Where(episode => episode.TryGetProperty("seconds", out _))
        .ToDictionary(KeyOf, episode => episode.GetProperty("seconds").GetDouble());

    private static List<PilotRun> Pilots(JsonElement root, Dictionary<Episode, double> seconds)
    {
        var reference = root.GetProperty("comparedTo").GetString()!;
        var episodes = root.GetProperty("episodes").EnumerateArray().Select(episode => (
            Key: KeyOf(episode),
            Dollars: episode.GetProperty("scoreCents").GetInt64() / 100.0,
            MicroDollars: episode.TryGetProperty("inference", out var inference) ? inference.GetProperty("microDollars").GetInt64() : 0)).ToArray();
        var pilots = new List<PilotRun>();
        foreach (var scenario in episodes.GroupBy(episode => episode.Key.Scenario))
        {
            var compared = scenario.Where(episode => episode.Key.Agent == reference).ToArray();
            foreach (var agent in scenario.Where(episode => episode.Key.Agent != reference).GroupBy(episode => episode.Key.Agent))
            {
                WorldValue[] own = [.. agent.Select(Value)];
                WorldValue[] other = [.. compared.Select(Value)];
                var both = agent.Concat(compared).ToArray();
                var difference = other.Length == 0 ? null : PairedDifference.Of(own, other).Interval;
                double[] took = [.. both.Where(episode => seconds.ContainsKey(episode.Key)).Select(episode => seconds[episode.Key])];
                pilots.Add(new(
                    scenario.Key,
                    agent.Key,
                    reference,
                    difference is { StandardDeviation: > 0 } ? PowerPilot.Of(own, other) : null,
                    both.GroupBy(episode => (episode.Key.Agent, episode.Key.World)).Max(world => world.Count()),
                    (agent.Average(episode => (double)episode.MicroDollars) + (compared.Length == 0 ? 0 : compared.Average(episode => (double)episode.MicroDollars))) / 2,
                    took.Length == 0 ? null : took.Average()));
            }
        }

        return pilots;

        static WorldValue Value((Episode Key, double Dollars, long MicroDollars) episode) => new(episode.Key.World, episode.Key.Repeat, episode.Dollars);
    }

    /// <summary>Folders of before there were repeats have none.</summary>
    private static Episode KeyOf(JsonElement episode) => new(
        episode.GetProperty("scenario").GetString()!,
        episode.GetProperty("agent").GetString()!,
        episode.GetProperty("world").GetInt32(),
        episode.TryGetProperty("repeat", out var repeat) ? repeat.GetInt32() : 0);

    private readonly record struct Episode(string Scenario, string Agent, int World, int Repeat);
}
