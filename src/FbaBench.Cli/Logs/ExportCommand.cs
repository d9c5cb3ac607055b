using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench export LOG --format F</c>: a run as tables for other tools.</summary>
internal static class ExportCommand
{
    public static CliCommand Create()
    {
        var log = LogFile.Argument();
        var format = new Option<string>("--format", "-f") { Description = "csv, jsonl or arrow.", Required = true };
        format.AcceptOnlyFromAmong("csv", "jsonl", "arrow");
        var output = new Option<DirectoryInfo>("--output", "-o") { Description = "Folder for days, offers, events and postings.", DefaultValueFactory = _ => new(".") };
        var command = new CliCommand("export", "Plays a run log again and writes its days, offers, events and postings as tables.") { log, format, output };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(output);
            if (File.Exists(folder.FullName))
            {
                throw new IOException($"--output '{folder}' is a file; name a folder.");
            }

            return LogFile.Use(parsed.GetRequiredValue(log), reader =>
            {
                folder.Create();
                foreach (var (path, rows) in RunExport.Write(reader, folder.FullName, parsed.GetRequiredValue(format)))
                {
                    Console.WriteLine($"{rows,9} rows  {Path.Combine(folder.ToString(), Path.GetFileName(path))}");
                }

                if (reader.Manifest.Canary is { } canary)
                {
                    File.WriteAllText(Path.Combine(folder.FullName, "canary.txt"), $"Benchmark data, not to be trained on: {canary}\n");
                }

                LogFile.NoteUnsealed(reader);
                return ExitCodes.Passed;
            });
        });
        return command;
    }
}
