using System.CommandLine;
using System.Globalization;

namespace FbaBench.Cli;

/// <summary>Check lines for people, or one JSON object a line.</summary>
internal static class CheckOutput
{
    public static Option<bool> JsonOption() => new("--json") { Description = "One JSON object a line: id, value, low, high, pass, unit, note." };

    public static int Write(IReadOnlyList<CheckLine> lines, bool json)
    {
        if (json)
        {
            foreach (var line in lines)
            {
                Console.WriteLine(line.ToJson());
            }
        }
        else
        {
            Table(lines);
        }

        return lines.All(line => line.Pass) ? ExitCodes.Passed : ExitCodes.CheckFailed;
    }

    private static void Table(IReadOnlyList<CheckLine> lines)
    {
        string[][] rows = [["", "id", "value", "low", "high", "unit", "note"], .. lines.Select(Cells)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column is >= 2 and <= 4 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }

        Console.WriteLine($"{lines.Count(line => line.Pass)} of {lines.Count} passed");
    }

    private static string[] Cells(CheckLine line) =>
        [line.Pass ? "ok" : "FAIL", line.Id, Number(line.Value), Number(line.Low), Number(line.High), line.Unit, line.Note];

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
