namespace FbaBench.Scenarios.Files;

/// <summary>Where something stands.</summary>
/// <param name="File">The file as the user named it, or what stands for one.</param>
/// <param name="Line">Line, 1 the first; 0 where there are none.</param>
internal sealed record Place(string File, int Line)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}

/// <summary>A node of a scenario's tree. It knows where it was written, so that errors can say so after files were laid over each other.</summary>
internal abstract class Node(Place place)
{
    public Place Place { get; } = place;

    public ScenarioFileException Error(string problem) => new(Place.File, Place.Line, problem);
}

/// <summary>A single value as text.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="text">The value without quotes.</param>
/// <param name="isPlain">Written without quotes.</param>
/// <param name="isComputed">A number that was worked out; it is rounded to what its place can hold.</param>
internal sealed class Scalar(Place place, string text, bool isPlain = true, bool isComputed = false) : Node(place)
{
    public bool IsComputed { get; } = isComputed;

    public string Text { get; } = text;

    public bool IsPlain { get; } = isPlain;

    /// <summary>Nothing: the default holds, or what the base says is taken away.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";

    /// <summary>For messages: not longer than a line.</summary>
    public string Shown => Text.Length > 60 ? Text[..60] + "…" : Text;
}

/// <summary>A list.</summary>
internal sealed class Sequence(Place place, IReadOnlyList<Node> items) : Node(place)
{
    public IReadOnlyList<Node> Items { get; } = items;
}

/// <summary>Keys with values, in the order of the file.</summary>
internal sealed class Mapping(Place place, IReadOnlyList<Entry> entries) : Node(place)
{
    public IReadOnlyList<Entry> Entries { get; } = entries;

    public Node? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;
}

/// <summary>A key and its value.</summary>
internal readonly record struct Entry(Scalar Key, Node Value);
