using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench metrics FOLDER</c>: what was measured of an experiment's episodes.</summary>
internal static class MetricsCommand
{
    public static CliCommand Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "An experiment's output folder." };
        var json = new Option<bool>("--json") { Description = "Means over worlds and definitions as one JSON object." };
        var csv = new Option<bool>("--csv") { Description = "Every episode's values, one a line." };
        var command = new CliCommand("metrics", "Prints the metrics of an experiment: means over worlds, with intervals.") { folder, json, csv };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("--json and --csv exclude each other: give one.");
            }
        });
        command.SetAction(parsed =>
        {
            var stored = StoredMetrics.Load(parsed.GetRequiredValue(folder).FullName);
            Console.WriteLine(parsed.GetValue(json) ? stored.ToJson() : parsed.GetValue(csv) ? stored.ToCsv().TrimEnd('\n') : stored.ToTable());
            foreach (var note in stored.Notes)
            {
                Console.Error.WriteLine(note);
            }

            return stored.Episodes.Count > 0 ? ExitCodes.Passed : ExitCodes.CheckFailed;
        });
        return command;
    }
}
