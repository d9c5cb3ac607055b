namespace FbaBench.Cli;

/// <summary>A table in columns for people.</summary>
internal static class TextTable
{
    /// <param name="rows">The head first; all of one length.</param>
    /// <param name="isText">Columns that stand left; numbers stand right.</param>
    public static void Write(IReadOnlyList<string[]> rows, params int[] isText)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => isText.Contains(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }
}
