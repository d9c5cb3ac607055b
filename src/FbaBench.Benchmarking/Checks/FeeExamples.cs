using System.Globalization;
using System.Text.Json;

namespace FbaBench;

/// <summary>
/// Checks a file of worked fee examples (<c>fee-examples/1</c>) against <see cref="FeeSchedule.Published"/>. Every entry gives
/// exactly one line: an entry that cannot be read, or of an unknown kind, is a failed line that names what is wrong.
/// </summary>
public static class FeeExamples
{
    private static readonly string[] Known = ["schema", "currency", "count", "examples", "provenance_values"];

    /// <summary>Runs every example of a file.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="JsonException">The text is not JSON, or has no list of examples.</exception>
    public static IReadOnlyList<CheckLine> Check(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("examples", out var examples) || examples.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The file has no list \"examples\".");
        }

        var lines = new List<CheckLine>();
        foreach (var section in root.EnumerateObject())
        {
            if (!Known.Contains(section.Name) && !section.Name.EndsWith("_note", StringComparison.Ordinal))
            {
                lines.Add(CheckLine.Failed(section.Name, $"Section '{section.Name}' is of an unknown kind; known are {string.Join(", ", Known)}."));
            }
        }

        var position = 0;
        foreach (var example in examples.EnumerateArray())
        {
            position++;
            lines.Add(CheckOne(example, position));
        }

        if (root.TryGetProperty("count", out var count) && (count.ValueKind != JsonValueKind.Number || !count.TryGetInt32(out var announced) || announced != position))
        {
            lines.Add(CheckLine.Failed("count", $"The file announces {count} examples and has {position}; it may be cut."));
        }

        if (position == 0)
        {
            lines.Add(CheckLine.Failed("examples", "The file has no examples."));
        }

        Require(root, "schema", "fee-examples/1", lines);
        Require(root, "currency", "USD", lines);

        return lines;
    }

    private static void Require(JsonElement root, string name, string expected, List<CheckLine> lines)
    {
        if (root.TryGetProperty(name, out var value) && !(value.ValueKind == JsonValueKind.String && value.GetString() == expected))
        {
            lines.Add(CheckLine.Failed(name, $"The file's {name} is {value}; this version reads {expected}."));
        }
    }

    private static CheckLine CheckOne(JsonElement example, int position)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"#{position}");
        try
        {
            var fields = new ExampleFields(example);
            id = fields.Text("id");
            var (input, expected) = (fields.Object("input"), fields.Object("expected"));
            var line = FeeKinds.Check(id, fields.Text("fee"), fields.Date("date"), input, expected);
            return line.Pass ? WithUnread(line, input.Unread, expected.Unread) : line;
        }
        catch (Exception error) when (error is ExampleException or ArgumentException or OverflowException or FeeTableMissingException)
        {
            return CheckLine.Failed(id, FirstSentence(error));
        }
    }

    /// <summary>An expectation that nobody compared is not met; an input that the kind does not use is only told.</summary>
    private static CheckLine WithUnread(CheckLine line, IReadOnlyList<string> input, IReadOnlyList<string> expected)
    {
        if (expected.Count > 0)
        {
            return line with { Pass = false, Note = $"{string.Join(", ", expected)} is not a figure of this kind and was not compared." };
        }

        var unused = input.Count == 0 ? "" : $"{string.Join(", ", input)} is not used by this kind";
        return input.Count == 0 ? line : line with { Note = line.Note.Length == 0 ? unused : line.Note + "; " + unused };
    }

    /// <summary>Without the parameter name that .NET appends to the texts of argument errors.</summary>
    private static string FirstSentence(Exception error) => error is OverflowException
        ? "A number is too large for an amount of money."
        : error.Message.Split(" (Parameter", 2)[0].ReplaceLineEndings(" ");
}
