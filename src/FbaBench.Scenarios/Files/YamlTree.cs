using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FbaBench.Scenarios.Files;

/// <summary>
/// Reads one YAML document into nodes. Anchors and aliases are allowed within a budget, so that a small file cannot become a large tree; tags are not.
/// </summary>
internal sealed class YamlTree
{
    public const int MostBytes = 1_000_000;
    private const int MostNodes = 50_000;
    private const int MostDepth = 40;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<string, (Node Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly DocumentKind _kind;
    private int _nodes;

    private YamlTree(string file, string text, DocumentKind kind)
    {
        _file = file;
        _kind = kind;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The document's mapping.</summary>
    /// <exception cref="ScenarioFileException">It is not one mapping in UTF-8, or too large.</exception>
    public static Mapping Read(string file, ReadOnlySpan<byte> bytes, DocumentKind? kind = null) => Parse(file, Text(file, bytes), kind);

    /// <summary>The document's mapping, of text.</summary>
    public static Mapping Parse(string file, string text, DocumentKind? kind = null)
    {
        kind ??= DocumentKind.Scenario;
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            throw new ScenarioFileException(file, 1 + text.AsSpan(0, nul).Count('\n'), $"a character of code zero stands here; {kind.Name} is a text file.");
        }

        var tree = new YamlTree(file, text, kind);
        try
        {
            return tree.Document();
        }
        catch (YamlException error)
        {
            throw new ScenarioFileException(file, (int)error.Start.Line, "this is not YAML: " + error.Message.TrimEnd('.') + ".", error);
        }
        catch (InvalidOperationException error)
        {
            // The parser gives up in this way on some flow lists that are not closed.
            throw new ScenarioFileException(file, (int)(tree._parser.Current?.Start.Line ?? 1), "this is not YAML from here on; look for a bracket or a quote that is not closed.", error);
        }
    }

    private static string Text(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new ScenarioFileException(file, 0, string.Create(CultureInfo.InvariantCulture, $"the file has more than {MostBytes:#,0} bytes; large catalogues are written as code (IScenario)."));
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new ScenarioFileException(file, 1, "the file is UTF-16; save it as UTF-8.");
        }

        bytes = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes[..Math.Min(bytes.Length, Math.Max(0, error.Index))].Count((byte)'\n');
            throw new ScenarioFileException(file, line, "this is not UTF-8; save the file as UTF-8.", error);
        }
    }

    private Mapping Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            throw new ScenarioFileException(_file, 1, $"the file is empty; {_kind.Least}.");
        }

        var root = Next(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            throw new ScenarioFileException(_file, (int)second.Start.Line, $"a second document begins here; {_kind.Name} has a file of its own.");
        }

        return root as Mapping ?? throw root.Error($"{_kind.Name} is written as keys with values, such as '{_kind.Example}'.");
    }

    private Node Next(int depth)
    {
        var start = _parser.Current!.Start;
        var place = new Place(_file, (int)start.Line);
        if (depth > MostDepth)
        {
            throw new ScenarioFileException(_file, place.Line, string.Create(CultureInfo.InvariantCulture, $"this is nested more than {MostDepth} deep."));
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value.Value, out var meant))
            {
                throw new ScenarioFileException(_file, place.Line, $"the alias *{alias.Value.Value} stands for nothing above.");
            }

            Count(meant.Size, place);
            return meant.Node;
        }

        var before = _nodes;
        Count(1, place);
        if (_parser.Current is NodeEvent { Tag.IsEmpty: false } tagged && !tagged.Tag.IsNonSpecific)
        {
            throw new ScenarioFileException(_file, place.Line, $"the tag {tagged.Tag.Value} is not allowed; write the value alone.");
        }

        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? default;
        Node node = _parser.Current switch
        {
            YamlDotNet.Core.Events.Scalar => One(place),
            SequenceStart => List(place, depth),
            MappingStart => Keys(place, depth),
            _ => throw new ScenarioFileException(_file, place.Line, "a value is missing here."),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = (node, _nodes - before);
        }

        return node;
    }

    private Scalar One(Place place)
    {
        var scalar = _parser.Consume<YamlDotNet.Core.Events.Scalar>();
        return new(place, scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any);
    }

    private Sequence List(Place place, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(depth + 1));
        }

        return new(place, items);
    }

    private Mapping Keys(Place place, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<Entry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(depth + 1) as Scalar ?? throw new ScenarioFileException(_file, place.Line, "a key is a single word.");
            if (!seen.TryAdd(key.Text, key.Place.Line))
            {
                throw key.Error(string.Create(CultureInfo.InvariantCulture, $"'{key.Shown}' stands here a second time; line {seen[key.Text]} has it already."));
            }

            entries.Add(new(key, Next(depth + 1)));
        }

        return new(place, entries);
    }

    private void Count(int more, Place place)
    {
        _nodes += more;
        if (_nodes > MostNodes)
        {
            throw new ScenarioFileException(_file, place.Line, string.Create(CultureInfo.InvariantCulture, $"with its aliases the file has more than {MostNodes:#,0} values; large catalogues are written as code (IScenario)."));
        }
    }
}

/// <summary>What a file is to hold, for messages.</summary>
/// <param name="Name">Its name with an article.</param>
/// <param name="Least">What it has at least, as a sentence without its stop.</param>
/// <param name="Example">A line of it.</param>
internal sealed record DocumentKind(string Name, string Least, string Example)
{
    public static DocumentKind Scenario { get; } = new("a scenario", "a scenario has at least a name and a base, or start, days, cash and niches", "days: 365");
}
