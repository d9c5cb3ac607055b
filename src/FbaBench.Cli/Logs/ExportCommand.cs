using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench export LOG|FOLDER --format F</c>: a run or an experiment as tables for other tools.</summary>
internal static class ExportCommand
{
    public static CliCommand Create()
    {
        var source = new Argument<FileInfo>("SOURCE") { Description = "A run log (.fbalog), or the folder of an experiment." };
        var format = new Option<string>("--format", "-f") { Description = "csv, jsonl or arrow.", Required = true };
        format.AcceptOnlyFromAmong("csv", "jsonl", "arrow");
        var output = new Option<DirectoryInfo>("--output", "-o") { Description = "Folder for the tables.", DefaultValueFactory = _ => new(".") };
        var command = new CliCommand("export", "Writes a run log's days, offers, events and postings, or an experiment's episodes, scores and metrics, as tables.") { source, format, output };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(output);
            if (File.Exists(folder.FullName))
            {
                throw new IOException($"--output '{folder}' is a file; name a folder.");
            }

            var file = parsed.GetRequiredValue(source);
            return Directory.Exists(file.FullName)
                ? Experiment(file.FullName, folder, parsed.GetRequiredValue(format))
                : LogFile.Use(file, reader => Run(reader, folder, parsed.GetRequiredValue(format)));
        });
        return command;
    }

    private static int Run(RunLogReader reader, DirectoryInfo folder, string format)
    {
        folder.Create();
        Tell(folder, RunExport.Write(reader, folder.FullName, format), reader.Manifest.Canary);
        LogFile.NoteUnsealed(reader);
        return ExitCodes.Passed;
    }

    private static int Experiment(string experiment, DirectoryInfo folder, string format)
    {
        var results = StoredResults.Load(experiment);
        var metrics = Directory.Exists(Path.Combine(experiment, "runs")) ? StoredMetrics.Load(experiment) : null;
        folder.Create();
        Tell(folder, ResultsExport.Write(results, metrics, folder.FullName, format), results.Canary);
        if (metrics is null)
        {
            Console.Error.WriteLine($"There are no records in {experiment}: no metrics.");
        }

        foreach (var note in metrics?.Notes ?? [])
        {
            Console.Error.WriteLine(note);
        }

        return ExitCodes.Passed;
    }

    private static void Tell(DirectoryInfo folder, IReadOnlyList<(string Path, long Rows)> tables, string? canary)
    {
        foreach (var (path, rows) in tables)
        {
            Console.WriteLine($"{rows,9} rows  {Path.Combine(folder.ToString(), Path.GetFileName(path))}");
        }

        if (canary is not null)
        {
            File.WriteAllText(Path.Combine(folder.FullName, "canary.txt"), $"Benchmark data, not to be trained on: {canary}\n");
        }
    }
}
