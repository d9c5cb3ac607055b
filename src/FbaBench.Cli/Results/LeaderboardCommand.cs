using System.CommandLine;
using System.Text;

namespace FbaBench.Cli;

/// <summary><c>fbabench leaderboard FOLDER…</c>: finished experiments side by side.</summary>
internal static class LeaderboardCommand
{
    public static CliCommand Create()
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "Folders of experiments, or their results.json.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var page = new Option<FileInfo?>("--html") { Description = "Write it as one self-contained page to this file too." };
        var command = new CliCommand("leaderboard", "Compares the agents of one or more finished experiments: rank sets, scale, cost frontier, and where the figures come from.") { folders, json, page };
        command.SetAction(parsed =>
        {
            var leaderboard = Leaderboard.Of([.. parsed.GetRequiredValue(folders).Select(StoredResults.Load)]);
            Console.WriteLine(parsed.GetValue(json) ? leaderboard.ToJson() : leaderboard.ToTable());
            if (parsed.GetValue(page) is { } file)
            {
                if (file.DirectoryName is { } folder)
                {
                    Directory.CreateDirectory(folder);
                }

                File.WriteAllText(file.FullName, leaderboard.ToHtml(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                Console.Error.WriteLine($"page: {file}");
            }

            return ExitCodes.Passed;
        });
        return command;
    }
}
