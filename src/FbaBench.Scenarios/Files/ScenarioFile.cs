using FbaBench.Scenarios.Files;

namespace FbaBench;

/// <summary>
/// A scenario written as YAML: the keys are those of <see cref="WorldDefinition"/>, money in dollars. It may begin from another scenario (<c>base</c>) or from drawn worlds (<c>generator</c>), take in further files
/// (<c>include</c>) and draw values by world; docs/scenario-files.md has the language.
/// </summary>
public sealed class ScenarioFile : IScenario
{
    private readonly Place _whole;
    private readonly IScenario? _base;
    private readonly IReadOnlyList<Mapping> _layers;

    internal ScenarioFile(Place whole, IScenario? origin, IReadOnlyList<Mapping> layers, string about)
    {
        (_whole, _base, _layers, About) = (whole, origin, layers, about);
        var world = new WorldSeed(0);
        Opponents = FileOpponents.Of(Tree(world));
        Name = Made(world, static definition => Simulation.Create(definition, new WorldSeed(0)).Definition).Name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Opponents { get; }

    /// <summary>What the file says of itself, or nothing.</summary>
    public string About { get; }

    /// <summary>Reads a file and what it refers to, and checks the first world.</summary>
    /// <param name="path">A file of the disk.</param>
    /// <param name="options">Values that are laid over the file, and where <c>${NAME}</c> is looked up.</param>
    /// <exception cref="ScenarioFileException">It cannot be used; the message begins with file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ScenarioFile Load(string path, ScenarioFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new FileReader(options ?? new()).Read(path);
    }

    /// <summary>Another scenario with values laid over it.</summary>
    /// <param name="scenario">Any scenario.</param>
    /// <param name="options">What is laid over.</param>
    /// <exception cref="ScenarioFileException">What is set cannot be used.</exception>
    public static ScenarioFile Over(IScenario scenario, ScenarioFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        return FileReader.Over(scenario, options);
    }

    /// <summary>The world for a seed, checked.</summary>
    /// <exception cref="ScenarioFileException">In this world a value lies outside its range.</exception>
    public WorldDefinition Define(WorldSeed world) => Made(world, static definition =>
    {
        definition.Validate();
        return definition;
    });

    private WorldDefinition Made(WorldSeed world, Func<WorldDefinition, WorldDefinition> check)
    {
        var tree = Tree(world);
        try
        {
            var definition = DefinitionTree.Read(FileOpponents.Without(tree), world);
            FileOpponents.Check(tree, definition);
            return check(definition);
        }
        catch (WorldDefinitionException error)
        {
            throw Places.At(tree, _whole, error);
        }
        catch (FeeTableMissingException error)
        {
            throw Places.At(tree, _whole, error);
        }
    }

    /// <summary>The effective scenario as one YAML file: everything laid over each other, draws as they are written. Values of a base that is code are those of world 0.</summary>
    public string ToYaml() => TreeText.Write(Tree(new WorldSeed(0)));

    private Mapping Tree(WorldSeed world)
    {
        Node? tree = _base switch
        {
            null => null,
            ScenarioFile file => file.Tree(world),
            _ => FileOpponents.With(DefinitionTree.Of(_base.Define(world), new Place($"(base {_base.Name})", 0)), _base.Opponents),
        };
        foreach (var layer in _layers)
        {
            tree = Overlay.Lay(tree, layer);
        }

        return (Mapping)tree!;
    }
}

/// <summary>How a <see cref="ScenarioFile"/> is read.</summary>
public sealed record ScenarioFileOptions
{
    /// <summary>
    /// Values laid over the file, in order: a path of keys and names with points between, and a value as YAML, such as <c>niches.mugs.sessionsPerDay=500</c> or
    /// <c>niches.each.rivals.each.ceiling.times=0.9</c>.
    /// </summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Looks up <c>${NAME}</c> and <c>${NAME:-default}</c>; default: nothing is known. The tool passes the process's environment.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>The scenario that a <c>base</c> without an ending names; default: the shipped ones.</summary>
    public Func<string, IScenario> Find { get; init; } = ShippedScenarios.Find;
}
