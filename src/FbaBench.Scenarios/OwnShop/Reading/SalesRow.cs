using nietras.SeparatedValues;

namespace FbaBench.Scenarios;

/// <summary>A line of a delimited file as a row: blank ones and the number of columns.</summary>
internal static class SalesRow
{
    public static bool IsBlank(SepReader.Row row) => row.Span.Trim().Trim("\r\n,;\t| ").IsEmpty;

    public static void CheckColumns(DelimitedFile file, SepReader.Row row)
    {
        if (row.ColCount != file.Header.Length)
        {
            var over = row.LineNumberToExcl - row.LineNumberFrom;
            throw file.Error(row.LineNumberFrom, null, $"{row.ColCount} columns were found where the header has {file.Header.Length}; a field that holds the separator must stand in quotes{(over > 1 ? $", and a quote that is opened must be closed (this line runs over {over})" : "")}.");
        }
    }
}
