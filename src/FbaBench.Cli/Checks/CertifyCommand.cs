using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace FbaBench.Cli;

/// <summary><c>fbabench certify</c>: known answers of theory against laboratories of the ordinary engine.</summary>
internal static class CertifyCommand
{
    public static CliCommand Create()
    {
        var vectors = new Option<FileInfo?>("--vectors") { Description = "A file of vectors. Default: those that come with the tool." };
        var kinds = new Option<string[]>("--kind") { Description = $"Section to run, repeatable: {string.Join(", ", Certification.Kinds)}. Default: all of the file.", AllowMultipleArgumentsPerToken = true };
        var json = new Option<bool>("--json") { Description = "One JSON object a line: id, expected, value, standardError, z, tolerance, rounding, low, high, pass, unit, note." };
        var command = new CliCommand("certify", "Plays known answers of theory through the ordinary engine and compares.") { vectors, kinds, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Check(parsed.GetValue(vectors), parsed.GetValue(kinds) ?? [], parsed.GetValue(json), cancellationToken), cancellationToken));
        return command;
    }

    private static int Check(FileInfo? file, string[] kinds, bool json, CancellationToken cancellationToken)
    {
        try
        {
            var lines = Certification.Check(file is null ? Certification.BuiltInVectors : InputFile.ReadText(file), kinds, new StandardError(), name => Beside(file, name), cancellationToken);
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
        catch (JsonException error)
        {
            throw new IOException($"{file} is not a file of vectors: line {error.LineNumber + 1} cannot be read as JSON.", error);
        }
    }

    /// <summary>Text of a file beside the file of vectors; a name with a folder is none.</summary>
    private static string? Beside(FileInfo? file, string name)
    {
        if (file is null || name != Path.GetFileName(name))
        {
            return null;
        }

        var beside = new FileInfo(Path.Combine(file.DirectoryName!, name));
        return beside.Exists ? InputFile.ReadText(beside) : null;
    }

    private static void Table(IReadOnlyList<CertifyLine> lines)
    {
        string[][] rows = [["", "id", "expected", "value", "std. error", "z", "rounding", "tolerance", "unit", "note"], .. lines.Select(Cells)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column is >= 2 and <= 7 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }

        Console.WriteLine($"{lines.Count(line => line.Pass)} of {lines.Count} passed");
    }

    private static string[] Cells(CertifyLine line) =>
    [
        line.Pass ? "ok" : "FAIL",
        line.Id,
        Figure(line.Expected),
        Figure(line.Value),
        Small(line.StandardError),
        line.Z?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        Small(line.Rounding),
        Small(line.Tolerance),
        line.Unit,
        line.Note,
    ];

    private static string Figure(double? value) => value?.ToString("0.#########", CultureInfo.InvariantCulture) ?? "";

    private static string Small(double? value) => value?.ToString("0.##E+0", CultureInfo.InvariantCulture) ?? "";

    private sealed class StandardError : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
