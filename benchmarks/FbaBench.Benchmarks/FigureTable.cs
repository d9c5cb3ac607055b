using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>Figures as text tables for people: one a section, subjects down, measures across.</summary>
internal static class FigureTable
{
    public static void Write(TextWriter into, string section, IReadOnlyList<Figure> figures)
    {
        var subjects = figures.Select(figure => figure.Subject).Distinct().ToArray();
        var columns = figures.Select(figure => (figure.Measure, figure.Unit)).Distinct().ToArray();
        var rows = new List<string[]> { (string[])[section, .. columns.Select(Header)] };
        foreach (var subject in subjects)
        {
            rows.Add([subject, .. columns.Select(column => Text(figures.FirstOrDefault(figure => figure.Subject == subject && (figure.Measure, figure.Unit) == column)))]);
        }

        var widths = Enumerable.Range(0, columns.Length + 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows)
        {
            into.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        into.WriteLine();
    }

    private static string Header((string Measure, string Unit) column) => column.Unit.Length == 0 ? column.Measure : $"{column.Measure}, {column.Unit}";

    private static string Text(Figure? figure)
    {
        if (figure is not { Value: var value })
        {
            return "";
        }

        var format = value == Math.Floor(value) || value >= 100 ? "N0" : value >= 10 ? "N1" : "N2";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
