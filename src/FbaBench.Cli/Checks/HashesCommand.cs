using System.CommandLine;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FbaBench.Cli;

/// <summary><c>fbabench hashes</c>: whether this machine comes to the bits that are committed.</summary>
internal static class HashesCommand
{
    public static CliCommand Create()
    {
        var scenarios = new Option<string[]>("--scenario", "-s") { Description = "Shipped scenario, repeatable. Default: all.", AllowMultipleArgumentsPerToken = true };
        var threads = new Option<int>("--threads") { Description = "Runs at once; changes no hash.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = CheckOutput.JsonOption();
        var command = new CliCommand("hashes", "Plays every shipped scenario and compares state and event hashes with those committed.") { scenarios, threads, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await Console.Error.WriteLineAsync($"{RuntimeInformation.ProcessArchitecture}, {Vectors()}, threads: {parsed.GetValue(threads)}").ConfigureAwait(false);
            return CheckOutput.Write(await GoldenRuns.CheckAsync(parsed.GetValue(scenarios) ?? [], parsed.GetValue(threads), cancellationToken).ConfigureAwait(false), parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>The widest vectors that the runtime takes here: what the processor has, less what is switched off.</summary>
    private static string Vectors() => (Vector128.IsHardwareAccelerated, Vector256.IsHardwareAccelerated, Vector512.IsHardwareAccelerated) switch
    {
        (_, _, true) => "vectors of 512 bits",
        (_, true, _) => "vectors of 256 bits",
        (true, _, _) => "vectors of 128 bits",
        _ => "no vectors",
    };
}
