namespace FbaBench.Cli;

/// <summary>Tables in a folder that are there together or not at all: each is written beside its place and moved there when all are whole.</summary>
internal sealed class TableSet(string folder, string format) : IDisposable
{
    private readonly List<(string Path, TableWriter Table)> _tables = [];

    /// <summary>A new table.</summary>
    /// <param name="name">Its file's name, without the format.</param>
    /// <param name="columns">See <see cref="TableColumn.Parse"/>.</param>
    public TableWriter Add(string name, string columns)
    {
        var path = Path.Combine(folder, $"{name}.{format}");
        var table = TableWriter.Create(format, path + ".part", TableColumn.Parse(columns));
        _tables.Add((path, table));
        return table;
    }

    /// <summary>Completes all tables and moves them to their places.</summary>
    /// <returns>Each file with its number of rows.</returns>
    public IReadOnlyList<(string Path, long Rows)> Finish()
    {
        foreach (var (_, table) in _tables)
        {
            table.End();
        }

        foreach (var (path, _) in _tables)
        {
            File.Move(path + ".part", path, overwrite: true);
        }

        return [.. _tables.Select(table => (table.Path, table.Table.Rows))];
    }

    /// <summary>Deletes what was not finished.</summary>
    public void Dispose()
    {
        foreach (var (path, table) in _tables)
        {
            table.Dispose();
            File.Delete(path + ".part");
        }
    }
}
