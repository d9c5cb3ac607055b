using System.CommandLine;
using System.Globalization;

namespace FbaBench.Cli;

/// <summary><c>fbabench run</c>: agents in scenarios, shipped ones or one's own, by flags or by an experiment file.</summary>
internal static class RunCommand
{
    public static CliCommand Create()
    {
        var file = new Argument<string?>("EXPERIMENT") { Description = "An experiment file (.yaml); flags override it.", Arity = ArgumentArity.ZeroOrOne };
        var scenarios = new Option<string[]>("--scenario", "-s") { Description = $"Scenario or scenario file (.yaml), repeatable: {string.Join(", ", ShippedScenarios.Names)}. Default: {string.Join(" and ", ShippedScenarios.Standard)}, or none beside --shop.", AllowMultipleArgumentsPerToken = true };
        var set = ScenarioInput.SetOption();
        var shops = new Option<string[]>("--shop") { Description = "A fitted shop (NAME.shop.json, see fbabench shop), repeatable; the scenario is named after the file.", AllowMultipleArgumentsPerToken = true };
        var agents = new Option<string[]>("--agent", "-a") { Description = AgentInput.Description, AllowMultipleArgumentsPerToken = true };
        var name = new Option<string?>("--name") { Description = "Name of the experiment. Default: benchmark." };
        var seed = new Option<ulong?>("--seed") { Description = "Seed of the experiment. Default: 1." };
        var flags = new RunFlags();
        var command = new CliCommand("run", "Runs agents in scenarios and writes table, page and results.") { file, scenarios, set, shops, agents, seed, name };
        flags.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (own, files, players) = (parsed.GetValue(scenarios) ?? [], parsed.GetValue(shops) ?? [], parsed.GetValue(agents) ?? []);
            var path = parsed.GetValue(file);
            Benchmark benchmark;
            if (path is null)
            {
                benchmark = Benchmark.Create(parsed.GetValue(name) ?? "benchmark");
                own = own.Length == 0 && files.Length == 0 ? [.. ShippedScenarios.Standard] : own;
                players = players.Length == 0 ? [.. ShippedAgents.Names] : players;
            }
            else
            {
                if (parsed.GetValue(set) is { Length: > 0 } && own.Length == 0)
                {
                    throw new ArgumentException("--set is laid over the scenarios of --scenario, and those of an experiment file stand as they are; name them with --scenario, or write them as scenario files.");
                }

                benchmark = ExperimentFile.Load(path, new()
                {
                    Name = parsed.GetValue(name),
                    Scenarios = own.Length == 0 && files.Length == 0,
                    Agents = players.Length == 0,
                    Runners = AgentInput.Lazily,
                });
            }

            foreach (var scenario in own)
            {
                benchmark.Scenario(ScenarioInput.Find(scenario, parsed.GetValue(set)));
            }

            foreach (var shop in files)
            {
                benchmark.Scenario(ShopFit.Load(shop).ToScenario(ShopName(shop)));
            }

            foreach (var agent in players)
            {
                AgentInput.Add(benchmark, agent);
            }

            if (parsed.GetValue(seed) is { } number)
            {
                benchmark.Seed(number);
            }

            return flags.RunAsync(benchmark, parsed, cancellationToken);
        });
        return command;
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

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Failed.Count} of {report.Failed.Count + report.Episodes.Count} episodes could not be played; the same command, without --fresh, plays them again and nothing else."));
        return ExitCodes.CheckFailed;
    }

    /// <summary>The file's name without <c>.shop.json</c>.</summary>
    private static string ShopName(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.EndsWith(".shop", StringComparison.Ordinal) ? name[..^5] : name;
    }
}
