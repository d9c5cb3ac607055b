using System.Globalization;

namespace FbaBench.Cli;

/// <summary>Comma-separated values as RFC 4180 has them, UTF-8, lines that end with a line feed, numbers in the invariant culture; a missing cell is empty.</summary>
internal sealed class CsvTable : TableWriter
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");
    private readonly StreamWriter _writer;

    public CsvTable(Stream stream, IReadOnlyList<TableColumn> columns)
        : base(columns)
    {
        _writer = new StreamWriter(stream);
        Line([.. columns.Select(column => column.Name)]);
    }

    public override void End() => _writer.Dispose();

    public override void Dispose() => _writer.Dispose();

    /// <summary>A cell as it stands in the file.</summary>
    public static string Escaped(object? cell) => cell switch
    {
        null => "",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        string text when text.AsSpan().ContainsAny(Special) || text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        string text => text,
        _ => throw new ArgumentException($"A cell cannot be a {cell.GetType().Name}.", nameof(cell)),
    };

    protected override void Write(ReadOnlySpan<object?> cells) => Line(cells);

    private void Line(ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            _writer.Write(i == 0 ? "" : ",");
            _writer.Write(Escaped(cells[i]));
        }

        _writer.Write('\n');
    }
}
