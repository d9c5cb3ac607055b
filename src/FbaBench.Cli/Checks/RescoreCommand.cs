using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench rescore FOLDER</c>: scores an experiment's episodes again from their logs.</summary>
internal static class RescoreCommand
{
    public static CliCommand Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "An experiment's output folder." };
        var write = new Option<bool>("--write") { Description = "Write the metrics beside the records, where fbabench metrics and the next report find them." };
        var threads = new Option<int>("--threads") { Description = "Episodes at once; changes no result.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = CheckOutput.JsonOption();
        var command = new CliCommand("rescore", "Replays an experiment's logs, computes scores and metrics anew and holds them against the records. No agent is asked.") { folder, write, threads, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var report = await Rescoring.RunAsync(parsed.GetRequiredValue(folder).FullName, write: parsed.GetValue(write), threads: parsed.GetValue(threads), cancellationToken: cancellationToken).ConfigureAwait(false);
            CheckLine[] lines =
            [
                new("rescored", report.Episodes.Count, null, null, true, "episodes", "score, state and events as in their records"),
                .. report.Failures.Select(issue => new CheckLine(Id(issue.Key), null, null, null, false, "", issue.Reason)),
            ];
            var code = CheckOutput.Write(lines, parsed.GetValue(json));
            foreach (var issue in report.NotRescorable)
            {
                await Console.Error.WriteLineAsync($"Not re-scored: {Id(issue.Key)}: {issue.Reason}.").ConfigureAwait(false);
            }

            return code;
        });
        return command;
    }

    private static string Id(EpisodeKey key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key.Scenario}/{key.World}/{key.Agent}{(key.Repeat == 0 ? "" : $"/{key.Repeat}")}");
}
