using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench verify LOG</c>: reads the chain of a run log and plays it again.</summary>
internal static class VerifyCommand
{
    public static CliCommand Create()
    {
        var log = new Argument<FileInfo>("LOG") { Description = "A run log (.fbalog)." };
        var json = CheckOutput.JsonOption();
        var command = new CliCommand("verify", "Checks a run log: its chain, a replay of every day, its seal.") { log, json };
        command.SetAction(parsed =>
        {
            using var stream = InputFile.Open(parsed.GetRequiredValue(log));
            return CheckOutput.Write(LogCheck.Verify(stream), parsed.GetValue(json));
        });
        return command;
    }
}
