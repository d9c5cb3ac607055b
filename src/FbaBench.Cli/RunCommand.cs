using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench run</c>: agents in scenarios, shipped ones or one's own.</summary>
internal static class RunCommand
{
    public static CliCommand Create()
    {
        var scenarios = new Option<string[]>("--scenario", "-s") { Description = $"Scenario or scenario file (.yaml), repeatable: {string.Join(", ", ShippedScenarios.Names)}. Default: {string.Join(" and ", ShippedScenarios.Standard)}, or none beside --shop.", AllowMultipleArgumentsPerToken = true };
        var set = ScenarioInput.SetOption();
        var shops = new Option<string[]>("--shop") { Description = "A fitted shop (NAME.shop.json, see fbabench shop), repeatable; the scenario is named after the file.", AllowMultipleArgumentsPerToken = true };
        var agents = new Option<string[]>("--agent", "-a") { Description = AgentInput.Description, AllowMultipleArgumentsPerToken = true };
        var worlds = new Option<int>("--worlds", "-w") { Description = "Worlds of each scenario.", DefaultValueFactory = _ => 32 };
        var repeats = new Option<int>("--repeats") { Description = "Times that every agent plays each world, with other draws of its own.", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the experiment.", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "Episodes at once where --episodes does not say; changes no result.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var atOnce = new Option<int?>("--episodes") { Description = "Episodes in flight at once, for agents that wait; default that of --threads. Changes no result." };
        var name = new Option<string>("--name") { Description = "Name of the experiment.", DefaultValueFactory = _ => "benchmark" };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for report and results. Default: ./fbabench-results/NAME." };
        var compared = new Option<string?>("--compared-to") { Description = "Agent that the others are compared to. Default: the first." };
        var fresh = new Option<bool>("--fresh") { Description = "Start over: delete the folder's episodes first. Without it a run goes on where an earlier one ended, and plays failed episodes again." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Show no progress." };
        var noLogs = new Option<bool>("--no-logs") { Description = "Write no run logs." };
        var noMetrics = new Option<bool>("--no-metrics") { Description = "Measure nothing but scores." };
        var command = new CliCommand("run", "Runs agents in scenarios and writes table, page and results.")
        {
            scenarios, set, shops, agents, worlds, repeats, seed, threads, atOnce, name, output, compared, fresh, quiet, noLogs, noMetrics,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var benchmark = Benchmark.Create(parsed.GetRequiredValue(name))
                .Worlds(parsed.GetValue(worlds))
                .Repeats(parsed.GetValue(repeats))
                .Seed(parsed.GetValue(seed))
                .Threads(parsed.GetValue(threads))
                .Fresh(parsed.GetValue(fresh))
                .Logs(!parsed.GetValue(noLogs))
                .Metrics(!parsed.GetValue(noMetrics));
            if (parsed.GetValue(atOnce) is { } episodes)
            {
                benchmark.Episodes(episodes);
            }

            var files = parsed.GetValue(shops) ?? [];
            foreach (var scenario in OrAll(parsed.GetValue(scenarios), files.Length > 0 ? [] : ShippedScenarios.Standard))
            {
                benchmark.Scenario(ScenarioInput.Find(scenario, parsed.GetValue(set)));
            }

            foreach (var file in files)
            {
                benchmark.Scenario(ShopFit.Load(file).ToScenario(ShopName(file)));
            }

            foreach (var agent in OrAll(parsed.GetValue(agents), ShippedAgents.Names))
            {
                AgentInput.Add(benchmark, agent);
            }

            if (parsed.GetValue(compared) is { } reference)
            {
                benchmark.ComparedTo(reference);
            }

            if (parsed.GetValue(output) is { } folder)
            {
                benchmark.Output(folder);
            }

            return RunAsync(benchmark, parsed.GetValue(quiet), parsed.GetValue(fresh), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Benchmark benchmark, bool quiet, bool fresh, CancellationToken cancellationToken)
    {
        var progress = new RunProgress(quiet ? null : ConsoleProgress.Create());
        try
        {
            return Conclude(await benchmark.RunAsync(progress, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(progress.Stopped(fresh)).ConfigureAwait(false);
            return ExitCodes.Stopped;
        }
    }

    /// <summary>Prints what came out; an episode without a score is a failed check.</summary>
    internal static int Conclude(BenchmarkReport report)
    {
        Console.WriteLine(report.ToTable());
        Console.WriteLine();
        Console.WriteLine($"Report: {report.HtmlPath}");
        if (report.Failed.Count == 0)
        {
            return ExitCodes.Passed;
        }

        Console.Error.WriteLine($"{report.Failed.Count} of {report.Failed.Count + report.Episodes.Count} episodes could not be played; the same command, without --fresh, plays them again and nothing else.");
        return ExitCodes.CheckFailed;
    }

    /// <summary>The file's name without <c>.shop.json</c>.</summary>
    private static string ShopName(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.EndsWith(".shop", StringComparison.Ordinal) ? name[..^5] : name;
    }

    private static IEnumerable<string> OrAll(string[]? chosen, IReadOnlyList<string> all) => chosen is { Length: > 0 } ? chosen : all;
}
