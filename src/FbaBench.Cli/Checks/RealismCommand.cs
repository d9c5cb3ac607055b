using System.CommandLine;
using System.Text.Json;

namespace FbaBench.Cli;

/// <summary><c>fbabench realism</c>: stylised facts of real markets, measured on worlds of the engine.</summary>
internal static class RealismCommand
{
    private const int LeastWorlds = 5;

    public static CliCommand Create()
    {
        var worlds = new Option<int>("--worlds") { Description = "Number of worlds, at least 5. Default: 5.", DefaultValueFactory = _ => 5 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the worlds. Default: 1.", DefaultValueFactory = _ => 1UL };
        var facts = new Option<FileInfo?>("--facts") { Description = "A file of facts. Default: those that come with the tool." };
        var json = new Option<bool>("--json") { Description = "One JSON object: worlds, facts (id, fact, measure, strength, low, high, mean, worlds, worldsInside, verdict, pass, note), loopGain, loopGainParts, summary." };
        var command = new CliCommand("realism", "Measures stylised facts of real markets on worlds of the engine.") { worlds, seed, facts, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed.GetValue(worlds), parsed.GetValue(facts), parsed.GetValue(seed), parsed.GetValue(json), cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(int worlds, FileInfo? file, ulong seed, bool json, CancellationToken cancellationToken)
    {
        if (worlds < LeastWorlds)
        {
            throw new ArgumentException($"--worlds {worlds}: at least {LeastWorlds} worlds are needed, as a must has to hold in four of five.");
        }

        try
        {
            var report = Realism.Measure(worlds, file is null ? null : InputFile.ReadText(file), seed, new StandardError(), cancellationToken);
            Console.Write(json ? report.ToJson() + Environment.NewLine : report.ToTable());
            return report.Passed ? ExitCodes.Passed : ExitCodes.CheckFailed;
        }
        catch (JsonException error)
        {
            throw new IOException($"{file} is not a file of facts: {error.Message}", error);
        }
    }
}
