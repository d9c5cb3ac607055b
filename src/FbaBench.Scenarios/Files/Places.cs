using System.Text.RegularExpressions;

namespace FbaBench.Scenarios.Files;

/// <summary>
/// Finds the line that an error of the definition means: it names things as <c>niche 'mugs' product 'blue-mug' returnRate</c>, and the tree knows where each was written.
/// </summary>
internal static partial class Places
{
    private const int LongestMessage = 600;

    /// <summary>The error with the place of the deepest part of its path that the file writes.</summary>
    public static ScenarioFileException At(Mapping tree, Place whole, WorldDefinitionException error)
    {
        var end = error.Message.IndexOf(": ", StringComparison.Ordinal);
        var path = end < 0 ? error.Message : error.Message[..end];
        Node node = tree;
        var place = whole;
        foreach (Match part in Part().Matches(path))
        {
            var next = part.Groups["name"] is { Success: true, Value: var name } ? Named(node, part.Groups["kind"].Value, name) : (node as Mapping)?[part.Groups["field"].Value];
            if (next is not null)
            {
                node = next;
                place = next.Place;
            }
        }

        return new(place.File, place.Line, Cut(error.Message), error);
    }

    /// <summary>A date or a category without fees, with the place of what names it.</summary>
    public static ScenarioFileException At(Mapping tree, Place whole, FeeTableMissingException error)
    {
        var category = All(tree).OfType<Mapping>().Select(mapping => mapping["category"]).OfType<Scalar>().FirstOrDefault(scalar => error.Message.Contains($"'{scalar.Text}'", StringComparison.Ordinal));
        var place = (category ?? tree["start"])?.Place ?? whole;
        return new(place.File, place.Line, Cut(error.Message), error);
    }

    private static string Cut(string message) => message.Length > LongestMessage ? message[..LongestMessage] + "…" : message;

    private static IEnumerable<Node> All(Node node) => node switch
    {
        Mapping mapping => mapping.Entries.SelectMany(entry => All(entry.Value)).Prepend(node),
        Sequence sequence => sequence.Items.SelectMany(All).Prepend(node),
        _ => [node],
    };

    private static Node? Named(Node node, string kind, string name)
    {
        var list = kind switch
        {
            "event" => "dealEvents",
            _ => kind + "s",
        };
        return (node as Mapping)?[list] switch
        {
            Sequence sequence => sequence.Items.FirstOrDefault(item => ((item as Mapping)?[Overlay.NameKey] as Scalar)?.Text == name),
            Mapping mapping => mapping[name],
            _ => null,
        };
    }

    [GeneratedRegex("(?<kind>[a-z]+) '(?<name>[^']*)'|(?<field>[A-Za-z]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
