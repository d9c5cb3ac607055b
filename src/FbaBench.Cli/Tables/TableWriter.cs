namespace FbaBench.Cli;

/// <summary>What the cells of a column are; each may be missing.</summary>
internal enum CellKind
{
    Integer,
    Real,
    Text,
}

/// <summary>A column of a table.</summary>
internal sealed record TableColumn(string Name, CellKind Kind)
{
    /// <summary>Columns from <c>name:i</c> (whole numbers), <c>name:r</c> (reals) and <c>name:t</c> (text), with blanks between.</summary>
    public static IReadOnlyList<TableColumn> Parse(string columns) => [.. columns.Split(' ').Select(column => new TableColumn(column[..^2], column[^1] switch
    {
        'i' => CellKind.Integer,
        'r' => CellKind.Real,
        't' => CellKind.Text,
        var kind => throw new ArgumentException($"There is no kind of column '{kind}'.", nameof(columns)),
    }))];
}

/// <summary>Writes a table to a file, row by row.</summary>
internal abstract class TableWriter(IReadOnlyList<TableColumn> columns) : IDisposable
{
    public long Rows { get; private set; }

    protected IReadOnlyList<TableColumn> Columns { get; } = columns;

    public static TableWriter Create(string format, string path, IReadOnlyList<TableColumn> columns)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        return format switch
        {
            "csv" => new CsvTable(stream, columns),
            "jsonl" => new JsonLinesTable(stream, columns),
            _ => new ArrowTable(stream, columns),
        };
    }

    /// <summary>A row: a long, a double, a string or null for each column.</summary>
    /// <exception cref="ArgumentException">A cell is not of its column's kind.</exception>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        if (cells.Length != Columns.Count)
        {
            throw new ArgumentException($"A row has {cells.Length} cells; the table has {Columns.Count} columns.", nameof(cells));
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (!(cells[i] is null || Columns[i].Kind switch { CellKind.Integer => cells[i] is long, CellKind.Real => cells[i] is double, _ => cells[i] is string }))
            {
                throw new ArgumentException($"{Columns[i].Name}: '{cells[i]}' is no {Columns[i].Kind}.", nameof(cells));
            }
        }

        Write(cells);
        Rows++;
    }

    /// <summary>Completes the file and closes it.</summary>
    public abstract void End();

    public abstract void Dispose();

    protected abstract void Write(ReadOnlySpan<object?> cells);
}
