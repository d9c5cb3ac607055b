using System.Text;
using System.Text.Json;

namespace FbaBench;

/// <summary>
/// Bounds of an experiment's worlds, a line each as soon as it is known: they are computed once. A line counts where scenario, definition and engine are the same; one that cannot be read does not.
/// </summary>
internal sealed class BoundJournal(string folder, string engine)
{
    public const string Name = "bounds.jsonl";

    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(folder, Name);

    /// <summary>What is known, by world.</summary>
    public IReadOnlyDictionary<(string Scenario, int World, string Definition), WorldBound> Read()
    {
        var known = new Dictionary<(string, int, string), WorldBound>();
        foreach (var line in File.Exists(_path) ? File.ReadAllLines(_path) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize<Line>(line) is { Scenario: { } scenario, Definition: { } definition } one && one.Engine == engine)
                {
                    known[(scenario, one.World, definition)] = new(scenario, one.World, new(one.ScoreCents), new(one.FluidCents));
                }
            }
            catch (JsonException)
            {
                // A line that a kill cut short: its bound is computed again.
            }
        }

        return known;
    }

    /// <exception cref="StorageException">It could not be written.</exception>
    public void Add(WorldBound bound, string definition)
    {
        var line = JsonSerializer.Serialize(new Line(bound.Scenario, bound.World, definition, engine, bound.Score.Cents, bound.Fluid.Cents));
        lock (_lock)
        {
            StorageException.Guard(_path, path => File.AppendAllText(path, line + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
        }
    }

    private sealed record Line(string? Scenario, int World, string? Definition, string? Engine, long ScoreCents, long FluidCents);
}
