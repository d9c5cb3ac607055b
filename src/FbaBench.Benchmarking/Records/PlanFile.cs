using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>plan.json: which episodes the last run of a folder was to play. What is missing of them can be told before there is a report.</summary>
internal sealed record PlanFile
{
    public const string Name = "plan.json";
    public const string ThisSchema = "fbabench-plan/1";

    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = ThisSchema;

    public required string Experiment { get; init; }

    /// <summary>Where the worlds come from, in words.</summary>
    public required string Source { get; init; }

    public required int Worlds { get; init; }

    public required int Repeats { get; init; }

    public required IReadOnlyList<string> Scenarios { get; init; }

    public required IReadOnlyList<string> Agents { get; init; }

    /// <summary>The episodes, in the order of the plan.</summary>
    [JsonIgnore]
    public IEnumerable<EpisodeKey> Keys =>
        from scenario in Scenarios
        from world in Enumerable.Range(0, Worlds)
        from repeat in Enumerable.Range(0, Repeats)
        from agent in Agents
        select new EpisodeKey(agent, scenario, world) { Repeat = repeat };

    public static PlanFile Of(BenchmarkPlan plan) => new()
    {
        Experiment = plan.Name,
        Source = plan.Source.Words,
        Worlds = plan.Worlds,
        Repeats = plan.Repeats,
        Scenarios = [.. plan.Scenarios.Select(scenario => scenario.Name)],
        Agents = plan.Agents,
    };

    public void Write(string path) => StorageException.Guard(path, file => WholeFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Default.PlanFile)));

    /// <exception cref="InvalidDataException">The folder holds no experiment, or the file is something else.</exception>
    public static PlanFile Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"'{folder}' holds no experiment: it has no {Name}, which a run writes when it begins.");
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), RecordJson.Default.PlanFile) is { Schema: ThisSchema } plan
                ? plan
                : throw new InvalidDataException($"{path} is no plan of this version.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is no plan of this version: {error.Message}", error);
        }
    }
}
