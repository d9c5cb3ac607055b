using System.Globalization;
using System.Text.RegularExpressions;

namespace FbaBench.Scenarios.Files;

/// <summary>Reads a scenario's files: base and includes, what the environment knows, and what is set beside them.</summary>
internal sealed partial class FileReader(ScenarioFileOptions options)
{
    private const string SchemaKey = "schema";
    private const string BaseKey = "base";
    private const string IncludeKey = "include";
    private const string AboutKey = "about";
    private const string SchemaVersion = "1";
    private const int MostFiles = 100;

    private static readonly string[] OwnKeys = [SchemaKey, BaseKey, GeneratorReader.Key, IncludeKey, AboutKey];
    private static readonly string[] Endings = [".yaml", ".yml"];

    /// <summary>Files that are being read, the outermost first: none may refer back to one of them.</summary>
    private readonly List<string> _open = [];

    private int _files;

    public ScenarioFile Read(string path) => Read(path, null, options.Set);

    /// <summary>A scenario of this text.</summary>
    public ScenarioFile Parse(string name, string text) => Scenario(Substituted(YamlTree.Parse(name, text)), name, options.Set);

    public static ScenarioFile Over(IScenario scenario, ScenarioFileOptions options)
    {
        var settings = options.Set.Select(Setting).ToArray();
        return settings.FirstOrDefault(setting => setting[GeneratorReader.Key] is not null) is { } knob
            ? throw knob.Error($"the knobs of '{scenario.Name}' are fixed; write a file with a generator of your own, and set them there.")
            : new(new Place(scenario.Name, 0), scenario, settings, (scenario as ScenarioFile)?.About ?? "");
    }

    private ScenarioFile Read(string path, Node? from, IReadOnlyList<string> set) => Opened(path, from, root => Scenario(root, path, set));

    private ScenarioFile Scenario(Mapping root, string path, IReadOnlyList<string> set)
    {
        if (root[SchemaKey] is { } schema && (schema as Scalar)?.Text != SchemaVersion)
        {
            throw schema.Error($"this tool reads schema {SchemaVersion}.");
        }

        var settings = set.Select(Setting).ToArray();
        var origin = root[BaseKey] is { } named ? Base(named, path) : null;
        if (root[GeneratorReader.Key] is { } generator)
        {
            if (origin is not null)
            {
                throw generator.Error("a scenario begins from a base or from a generator; leave one of them out.");
            }

            // What is set beside the file goes to the knobs first.
            origin = GeneratorReader.Read(settings.Select(setting => setting[GeneratorReader.Key]).OfType<Node>().Aggregate(generator, Overlay.Lay), NameOf(root));
            settings = [.. settings.Where(setting => setting[GeneratorReader.Key] is null)];
        }

        var layers = new List<Mapping>();
        Layers(root, path, layers);
        layers.AddRange(settings);
        var about = root[AboutKey] switch
        {
            null => "",
            Scalar text => text.Text,
            { } other => throw other.Error("about is a text."),
        };
        return new(new Place(path, 1), origin, layers, about);
    }

    private IScenario Base(Node named, string path)
    {
        if (named is not Scalar { IsNull: false } scalar)
        {
            throw named.Error("base is the name of a scenario, or of a file that ends with .yaml.");
        }

        if (IsFile(scalar.Text))
        {
            return Read(Beside(path, scalar.Text), scalar, []);
        }

        try
        {
            return options.Find(scalar.Text);
        }
        catch (ArgumentException error)
        {
            throw new ScenarioFileException(scalar.Place.File, scalar.Place.Line, $"there is no scenario '{scalar.Shown}'; shipped are {string.Join(", ", ShippedScenarios.Names)}, and files end with .yaml.", error);
        }
    }

    /// <summary>What a file includes, in order, and then what it says itself.</summary>
    private void Layers(Mapping root, string path, List<Mapping> layers)
    {
        foreach (var include in Included(root))
        {
            if (include is not Scalar { IsNull: false } file || !IsFile(file.Text))
            {
                throw include.Error("include names a file that ends with .yaml, or a list of such files.");
            }

            var there = Beside(path, file.Text);
            Opened(there, file, part =>
            {
                if ((part[BaseKey] ?? part[GeneratorReader.Key]) is { } second)
                {
                    throw second.Error("an included file has no base or generator of its own; name it in the scenario, or name this file as its base.");
                }

                Layers(part, there, layers);
                return part;
            });
        }

        layers.Add(new(root.Place, [.. root.Entries.Where(entry => !OwnKeys.Contains(entry.Key.Text))]));
    }

    /// <summary>The name under which a generator makes worlds; that of the file is laid over it, and checked there.</summary>
    private static string NameOf(Mapping root) => (root["name"] as Scalar)?.Text is { } name && EntityName.IsValid(name) ? name : "generated";

    private static IReadOnlyList<Node> Included(Mapping root) => root[IncludeKey] switch
    {
        null => [],
        Sequence sequence => sequence.Items,
        Node single => [single],
    };

    private T Opened<T>(string path, Node? from, Func<Mapping, T> read)
    {
        var full = Path.GetFullPath(path);
        if (_open.Contains(full))
        {
            throw from!.Error($"{path} refers to itself: {string.Join(" → ", _open.SkipWhile(file => file != full).Append(full).Select(Path.GetFileName))}.");
        }

        if (++_files > MostFiles)
        {
            throw from!.Error(string.Create(CultureInfo.InvariantCulture, $"more than {MostFiles} files are taken in."));
        }

        _open.Add(full);
        var result = read(Substituted(YamlTree.Read(path, Bytes(path, from))));
        _open.RemoveAt(_open.Count - 1);
        return result;
    }

    private static byte[] Bytes(string path, Node? from)
    {
        if (!File.Exists(path))
        {
            var problem = Directory.Exists(path) ? $"{path} is a directory; name a file." : $"there is no file {path}.";
            throw from is null ? new ScenarioFileException(path, 0, Directory.Exists(path) ? "this is a directory; name a file." : "there is no such file.") : from.Error(problem);
        }

        // One byte more than is allowed: a larger file is refused without being read.
        using var stream = File.OpenRead(path);
        var bytes = new byte[(int)Math.Min(stream.Length, YamlTree.MostBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private Mapping Substituted(Mapping root) => (Mapping)Substituted((Node)root);

    private Node Substituted(Node node) => node switch
    {
        Mapping mapping => new Mapping(mapping.Place, [.. mapping.Entries.Select(entry => entry with { Value = Substituted(entry.Value) })]),
        Sequence sequence => new Sequence(sequence.Place, [.. sequence.Items.Select(Substituted)]),
        Scalar scalar when scalar.Text.Contains("${", StringComparison.Ordinal) => new Scalar(scalar.Place, Variable().Replace(scalar.Text, match => Value(match, scalar)), scalar.IsPlain),
        _ => node,
    };

    private string Value(Match match, Scalar scalar) =>
        options.Environment(match.Groups["name"].Value) is { Length: > 0 } value ? value
        : match.Groups["default"] is { Success: true, Value: var otherwise } ? otherwise
        : throw scalar.Error($"the environment has no {match.Groups["name"].Value}; set it, or write ${{{match.Groups["name"].Value}:-default}}.");

    /// <summary>A tree with one value, of a line such as <c>niches.mugs.sessionsPerDay=500</c>.</summary>
    private static Mapping Setting(string setting)
    {
        var place = new Place($"--set {setting}", 0);
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        var path = setting[..Math.Max(0, equals)].Split('.');
        if (path.Any(string.IsNullOrWhiteSpace))
        {
            throw new ScenarioFileException(place.File, 0, "write a path and a value, such as niches.mugs.sessionsPerDay=500.");
        }

        var value = At(YamlTree.Parse(place.File, "value: " + setting[(equals + 1)..])["value"]!, place);
        for (var i = path.Length - 1; i >= 0; i--)
        {
            value = new Mapping(place, [new(new(place, path[i].Trim()), value)]);
        }

        return (Mapping)value;
    }

    private static Node At(Node node, Place place) => node switch
    {
        Mapping mapping => new Mapping(place, [.. mapping.Entries.Select(entry => new Entry(new(place, entry.Key.Text), At(entry.Value, place)))]),
        Sequence sequence => new Sequence(place, [.. sequence.Items.Select(item => At(item, place))]),
        _ => new Scalar(place, ((Scalar)node).Text, ((Scalar)node).IsPlain),
    };

    private static bool IsFile(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string Beside(string path, string name) => Path.Combine(Path.GetDirectoryName(path) ?? "", name);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<default>[^}]*))?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
