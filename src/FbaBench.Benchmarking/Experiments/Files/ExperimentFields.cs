using System.Globalization;
using FbaBench.Scenarios.Files;

namespace FbaBench.Experiments;

/// <summary>Values of an experiment file, each refused with its line where it is something else.</summary>
internal static class ExperimentFields
{
    /// <summary>Refuses keys that are not known: one that is misspelt would change nothing in silence.</summary>
    public static void Known(Mapping mapping, IReadOnlyCollection<string> keys, string what)
    {
        foreach (var (key, _) in mapping.Entries)
        {
            if (!keys.Contains(key.Text))
            {
                throw key.Error($"'{key.Shown}' is no key of {what}{Spelling.Hint(key.Text, keys)}; keys are {string.Join(", ", keys)}.");
            }
        }
    }

    /// <summary>Does something with a value; what is refused is told with the value's line and field.</summary>
    public static void At(Node node, string field, Action use) => At(node, field, () =>
    {
        use();
        return true;
    });

    /// <inheritdoc cref="At(Node, string, Action)"/>
    public static void At<T>(Node node, string field, Func<T> use)
    {
        try
        {
            use();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidDataException or WorldDefinitionException or FeeTableMissingException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ScenarioFileException(node.Place.File, node.Place.Line, $"{field}: {error.Message.Split(" (Parameter", 2)[0]}", error);
        }
        catch (ScenarioFileException error) when (error.File != node.Place.File)
        {
            throw new ScenarioFileException(node.Place.File, node.Place.Line, $"{field}: {error.Message}", error);
        }
    }

    public static string? Text(Mapping mapping, string key) => mapping[key] is { } node ? Text(node) : null;

    public static string Text(Node node) => node is Scalar { IsNull: false } scalar ? scalar.Text : throw node.Error("a text stands here.");

    public static int Whole(Node node) => int.TryParse(Text(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw node.Error($"'{Text(node)}' is no whole number.");

    public static ulong Seed(Node node) => ulong.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw node.Error($"'{Text(node)}' is no seed; a seed is a whole number from 0 to {ulong.MaxValue.ToString(CultureInfo.InvariantCulture)}.");

    public static decimal Number(Node node) => decimal.TryParse(Text(node), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw node.Error($"'{Text(node)}' is no number; write it with a point, such as 2.5.");

    public static bool Flag(Node node) => Text(node) switch
    {
        "true" => true,
        "false" => false,
        var other => throw node.Error($"'{other}' is neither true nor false."),
    };

    public static Mapping Of(Node node, string field, params string[] keys)
    {
        var mapping = node as Mapping ?? throw node.Error($"{field}: keys with values, {string.Join(", ", keys)}.");
        Known(mapping, keys, $"'{field}'");
        return mapping;
    }

    public static Node Required(Mapping mapping, string field, string key) => mapping[key] ?? throw mapping.Error($"{field}: {key} is missing.");
}
