using System.Security.Cryptography;
using System.Text.Json;

namespace FbaBench;

/// <summary>
/// The results of an experiment as its <c>results.json</c> has them: what was compared, and what every episode came to. For everything that looks at finished experiments, of this
/// machine or another: leaderboards, plans, exports. Figures over worlds are not read but computed anew.
/// </summary>
public sealed class StoredResults
{
    /// <summary>Name of the file in an experiment's folder.</summary>
    internal const string FileName = "results.json";

    private StoredResults(string path, string digest, ExampleFields root)
    {
        Path = path;
        Digest = digest;
        var schema = root.Text("schema");
        if (schema != ResultsJson.Schema)
        {
            throw new ExampleException($"schema is '{schema}'; this version reads '{ResultsJson.Schema}'.");
        }

        Experiment = root.Text("experiment");
        Seed = root.Has("seed") ? root.Number("seed") : null;
        Source = SourceOf(root);
        Engine = root.Has("engine") ? root.Whole("engine", 1, int.MaxValue) : null;
        Canary = root.Has("canary") ? root.Text("canary") : null;
        Worlds = root.Whole("worlds", 1, int.MaxValue);
        Repeats = root.Has("repeats") ? root.Whole("repeats", 1, int.MaxValue) : 1;
        ComparedTo = root.Text("comparedTo");
        Scenarios = [.. root.Objects("scenarios").Select(StoredScenario.Read)];
        Agents = [.. root.Objects("agents").Select(StoredAgent.Read)];
        Episodes = [.. root.Objects("episodes").Select(StoredEpisode.Read)];
        Failed = [.. root.Objects("failed").Select(failed => new StoredFailure(StoredEpisode.KeyOf(failed), failed.Text("error")))];
        if (Episodes.Select(episode => episode.Key).Concat(Failed.Select(failed => failed.Key)).GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ExampleException($"The episode {EpisodeStore.Words(twice.Key)} stands there twice.");
        }
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the file's bytes, 64 hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>Name of the experiment.</summary>
    public string Experiment { get; }

    /// <summary>Seed of its public worlds; null where they are sealed.</summary>
    public ulong? Seed { get; }

    /// <summary>Where its worlds come from, in words; the same words are the same worlds.</summary>
    public string Source { get; }

    /// <summary>Version of the rules it was played by (<see cref="Simulation.Engine"/>), or null: results from before it was recorded.</summary>
    public int? Engine { get; }

    /// <summary>The mark that says that its texts are not to be trained on, or null: results from before there was one.</summary>
    public string? Canary { get; }

    /// <summary>Worlds of each scenario.</summary>
    public int Worlds { get; }

    /// <summary>How often every agent played every world.</summary>
    public int Repeats { get; }

    /// <summary>The agent that the others were compared to.</summary>
    public string ComparedTo { get; }

    /// <summary>The scenarios, in the experiment's order.</summary>
    public IReadOnlyList<StoredScenario> Scenarios { get; }

    /// <summary>The agents, in the experiment's order.</summary>
    public IReadOnlyList<StoredAgent> Agents { get; }

    /// <summary>The finished episodes, in the experiment's order.</summary>
    public IReadOnlyList<StoredEpisode> Episodes { get; }

    /// <summary>Episodes that could not be played and have no score.</summary>
    public IReadOnlyList<StoredFailure> Failed { get; }

    private static string SourceOf(ExampleFields root)
    {
        if (root.Has("sealed"))
        {
            return $"sealed worlds of commitment {root.Object("sealed").Text("commitment")}";
        }

        var seed = root.Number("seed").ToString(System.Globalization.CultureInfo.InvariantCulture);
        return root.Has("split") ? $"{root.Text("split")} worlds of split {seed}" : $"experiment seed {seed}";
    }

    /// <summary>Reads the results of an experiment.</summary>
    /// <param name="path">Its folder, or its <c>results.json</c>.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no results of this version; the message names the file and the field.</exception>
    public static StoredResults Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = System.IO.Path.GetFullPath(Directory.Exists(path) ? System.IO.Path.Combine(path, FileName) : path);
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no {FileName} at {file}; name the folder of an experiment that has run to its report.", file);
        }

        var bytes = File.ReadAllBytes(file);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), new(document.RootElement));
        }
        catch (Exception error) when (error is JsonException or ExampleException)
        {
            throw new InvalidDataException($"{file} holds no results of an experiment: {error.Message}", error);
        }
    }
}

/// <summary>A scenario of stored results.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">Digest of the scenario as it took effect, or null where one of its first worlds could not be made.</param>
/// <param name="Laboratory">Whether it tests a theory and lies outside what is realistic.</param>
/// <param name="Opponents">Who played the seats from 1 on.</param>
public sealed record StoredScenario(string Name, string? Digest, bool Laboratory, IReadOnlyList<StoredAgent> Opponents)
{
    internal static StoredScenario Read(ExampleFields scenario) => new(
        scenario.Text("name"),
        scenario.Has("digest") ? scenario.Text("digest") : null,
        scenario.Flag("laboratory"),
        scenario.Has("opponents") ? [.. scenario.Objects("opponents").Select(StoredAgent.Read)] : []);
}

/// <summary>An agent of stored results.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that its maker declared, or null.</param>
public sealed record StoredAgent(string Name, string? Version)
{
    internal static StoredAgent Read(ExampleFields agent) => new(agent.Text("name"), agent.Has("version") ? agent.Text("version") : null);
}

/// <summary>An episode that could not be played.</summary>
/// <param name="Key">Which one.</param>
/// <param name="ErrorType">Type of the error.</param>
public sealed record StoredFailure(EpisodeKey Key, string ErrorType);

/// <summary>What an episode of stored results came to.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Score">Cash after the run-off less opening cash.</param>
/// <param name="Revenue">Sales revenue.</param>
/// <param name="Fees">Marketplace fees of every kind.</param>
/// <param name="UnitsSold">Units sold.</param>
/// <param name="UnitsLost">Units that shoppers wanted and did not find.</param>
/// <param name="Refusals">Commands that were refused.</param>
/// <param name="FailedDays">Days on which the agent threw, was late or gave no decision.</param>
/// <param name="InsolventDay">Day of insolvency, or null.</param>
/// <param name="Inference">What thinking cost.</param>
/// <param name="StateHash">State hash after the last day.</param>
/// <param name="EventHash">Digest of all events.</param>
public sealed record StoredEpisode(
    EpisodeKey Key, Money Score, Money Revenue, Money Fees, long UnitsSold, long UnitsLost, long Refusals, int FailedDays, int? InsolventDay, InferenceCost Inference, string StateHash, string EventHash)
{
    internal static StoredEpisode Read(ExampleFields episode)
    {
        var inference = episode.Has("inference") ? episode.Object("inference") : null;
        return new(
            KeyOf(episode),
            new(episode.Whole("scoreCents")),
            new(episode.Whole("revenueCents")),
            new(episode.Whole("feesCents")),
            episode.Whole("unitsSold"),
            episode.Whole("unitsLost"),
            episode.Whole("refusals"),
            episode.Whole("failedDays", 0, int.MaxValue),
            episode.Has("insolventDay") ? episode.Whole("insolventDay", 0, int.MaxValue) : null,
            inference is null ? default : new(inference.Whole("microDollars"), inference.Whole("inputTokens"), inference.Whole("outputTokens")),
            episode.Text("stateHash"),
            episode.Text("eventHash"));
    }

    internal static EpisodeKey KeyOf(ExampleFields fields) => new(fields.Text("agent"), fields.Text("scenario"), fields.Whole("world", 0, int.MaxValue))
    {
        Repeat = fields.Has("repeat") ? fields.Whole("repeat", 0, int.MaxValue) : 0,
    };
}
