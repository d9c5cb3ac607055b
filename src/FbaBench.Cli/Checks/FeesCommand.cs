using System.CommandLine;
using System.Text.Json;

namespace FbaBench.Cli;

/// <summary><c>fbabench fees check FILE</c>: worked fee examples against the published tables.</summary>
internal static class FeesCommand
{
    public static CliCommand Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file of worked examples (fee-examples/1)." };
        var json = CheckOutput.JsonOption();
        var check = new CliCommand("check", "Compares worked fee examples with the published tables, to the cent.") { file, json };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return new CliCommand("fees", "The marketplace's fees.") { check };
    }

    private static int Check(FileInfo file, bool json)
    {
        try
        {
            return CheckOutput.Write(FeeExamples.Check(InputFile.ReadText(file)), json);
        }
        catch (JsonException error)
        {
            throw new IOException($"{file} is not a file of fee examples: {error.Message}", error);
        }
    }
}
