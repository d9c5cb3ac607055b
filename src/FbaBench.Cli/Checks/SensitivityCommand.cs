using System.CommandLine;
using System.Text.Json;

namespace FbaBench.Cli;

/// <summary><c>fbabench sensitivity</c>: what a world can set matters, shown by paired experiments.</summary>
internal static class SensitivityCommand
{
    public static CliCommand Create()
    {
        var only = new Argument<string[]>("experiments") { Description = "Parts of names of experiments. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var worlds = new Option<int?>("--worlds") { Description = "Worlds of every experiment, at least 2. Default: what each of them says." };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the worlds. Default: 1.", DefaultValueFactory = _ => 1UL };
        var file = new Option<FileInfo?>("--experiments") { Description = "A file of experiments. Default: those that come with the tool." };
        var json = CheckOutput.JsonOption();
        var command = new CliCommand("sensitivity", "Shows that parameters, commands, shocks and adversaries matter: paired experiments with a sign and a least effect that were said beforehand.") { only, worlds, seed, file, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(only) ?? [], parsed.GetValue(worlds), parsed.GetValue(seed), parsed.GetValue(file), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] only, int? worlds, ulong seed, FileInfo? file, bool json, CancellationToken cancellationToken)
    {
        if (worlds < 2)
        {
            throw new ArgumentException($"--worlds {worlds}: at least 2 worlds are needed for an interval.");
        }

        var options = new SensitivityOptions { Experiments = file is null ? null : InputFile.ReadText(file), Only = only, Worlds = worlds, Seed = seed };
        try
        {
            return CheckOutput.Write(await Sensitivity.MeasureAsync(options, new StandardError(), cancellationToken).ConfigureAwait(false), json);
        }
        catch (JsonException error)
        {
            throw new IOException($"{file} is not a file of experiments: {error.Message}", error);
        }
    }
}
