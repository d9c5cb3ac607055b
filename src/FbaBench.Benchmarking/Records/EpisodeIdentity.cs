using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// The first line of an episode's record: which episode it is and everything that fixes what it came to. A record is used again
/// only where all of it is the same.
/// </summary>
internal sealed record EpisodeIdentity
{
    public const string ThisSchema = "fbabench-episode/1";

    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = ThisSchema;

    public required EpisodeKey Key { get; init; }

    /// <summary>The experiment's seed, of which the world's is made; that of a split; 0 for sealed worlds.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Which worlds of the seed: null for public ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Worlds { get; init; }

    /// <summary>The mark in what agents saw, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Canary { get; init; }

    /// <summary>Digest of the world's definition.</summary>
    public required string Definition { get; init; }

    /// <summary>Version and builds of the packages that play and record an episode.</summary>
    public required string Engine { get; init; }

    /// <summary>The agent's time for a day, or null for no deadline.</summary>
    public required TimeSpan? Deadline { get; init; }

    public required AgentIdentity Agent { get; init; }

    /// <summary>The agents on the seats from 1 on.</summary>
    public IReadOnlyList<OpponentIdentity> Opponents { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>Assembly of the agent's class. Not compared with what is asked, see <see cref="AgentIdentities.Saw"/>.</summary>
    public string? ClassAssembly { get; init; }

    /// <summary>Build of that assembly.</summary>
    public string? ClassBuild { get; init; }

    /// <summary>How a record of the same scenario, world and agent differs from what is asked now, in the words of a message; null where it does not, the agent and its opponents aside.</summary>
    public string? DifferenceTo(EpisodeIdentity asked) =>
        DifferenceTo((asked.Seed, asked.Worlds, asked.Canary), asked.Engine, asked.Deadline)
        ?? (Definition == asked.Definition ? null : $"another definition of world {Key.World} of '{Key.Scenario}' ({Definition[..8]} there, {asked.Definition[..8]} now)");

    /// <summary>The same for what all episodes of an experiment share.</summary>
    public string? DifferenceTo((ulong Seed, string? Worlds, string? Canary) source, string engine, TimeSpan? deadline) =>
        Worlds != source.Worlds ? $"{Worlds ?? "public"} worlds there, {source.Worlds ?? "public"} worlds now"
        : Canary != source.Canary ? $"{(Canary is null ? "no canary" : "canary " + Canary)} there, {source.Canary ?? "none"} now"
        : Seed != source.Seed ? $"seed {Seed} there, {source.Seed} now"
        : Engine != engine ? $"engine {Engine} there, {engine} now"
        : Deadline != deadline ? $"decision deadline {Text(Deadline)} there, {Text(deadline)} now"
        : null;

    private static string Text(TimeSpan? deadline) => deadline?.ToString() ?? "none";
}
