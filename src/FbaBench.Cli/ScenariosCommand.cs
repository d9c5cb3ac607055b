using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench scenarios</c>: what is shipped; <c>validate</c>, <c>show</c> and <c>digest</c> of scenarios and scenario files.</summary>
internal static class ScenariosCommand
{
    public static CliCommand Create()
    {
        var command = new CliCommand("scenarios", "Lists the shipped scenarios and agents; checks and shows scenario files.") { Validate(), Show(), Digest() };
        command.SetAction(_ =>
        {
            foreach (var scenario in ShippedScenarios.All)
            {
                Console.WriteLine(Line(scenario));
            }

            Console.WriteLine();
            Console.WriteLine($"{"agents",-18} " + string.Join(", ", ShippedAgents.Names));
            return ExitCodes.Passed;
        });
        return command;
    }

    /// <summary>Every file that is wrong is named with its first error; the exit code is 1 when there is one.</summary>
    private static CliCommand Validate()
    {
        var files = Files();
        var set = ScenarioInput.SetOption();
        var worlds = new Option<int>("--worlds", "-w") { Description = "Worlds that are made of each.", DefaultValueFactory = _ => 16 };
        var command = new CliCommand("validate", "Makes worlds of scenarios or scenario files, and says where they are wrong.") { files, set, worlds };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(worlds);
            if (count < 1)
            {
                throw new ArgumentException("--worlds: at least 1.");
            }

            var wrong = 0;
            foreach (var file in parsed.GetRequiredValue(files))
            {
                try
                {
                    var scenario = ScenarioInput.Find(file, parsed.GetValue(set));
                    for (ulong world = 0; world < (ulong)count; world++)
                    {
                        _ = Simulation.Create(scenario.Define(new WorldSeed(world)), new WorldSeed(world));
                    }

                    Console.WriteLine($"{file}: {Line(scenario)}");
                }
                catch (Exception error) when (error is ScenarioFileException or WorldDefinitionException or ArgumentException or IOException or UnauthorizedAccessException)
                {
                    wrong++;
                    Console.Error.WriteLine(error.Message.Split(" (Parameter", 2)[0]);
                }
            }

            return wrong == 0 ? ExitCodes.Passed : ExitCodes.CheckFailed;
        });
        return command;
    }

    private static CliCommand Show()
    {
        var file = File();
        var set = ScenarioInput.SetOption();
        var command = new CliCommand("show", "Writes the effective scenario as one YAML file: base, includes, environment and --set laid over each other.") { file, set };
        command.SetAction(parsed =>
        {
            var scenario = ScenarioInput.Find(parsed.GetRequiredValue(file), parsed.GetValue(set));
            Console.Write((scenario as ScenarioFile ?? ScenarioFile.Over(scenario, new())).ToYaml());
            return ExitCodes.Passed;
        });
        return command;
    }

    private static CliCommand Digest()
    {
        var files = Files();
        var set = ScenarioInput.SetOption();
        var command = new CliCommand("digest", "Writes the digests of effective scenarios: equal digests are equal worlds.") { files, set };
        command.SetAction(parsed =>
        {
            foreach (var file in parsed.GetRequiredValue(files))
            {
                var scenario = ScenarioInput.Find(file, parsed.GetValue(set));
                Console.WriteLine($"{ScenarioDigest.Of(scenario)} {scenario.Name}");
            }

            return ExitCodes.Passed;
        });
        return command;
    }

    private static Argument<string[]> Files() => new("SCENARIO") { Description = "Shipped scenarios, or files that end with .yaml.", Arity = ArgumentArity.OneOrMore };

    private static Argument<string> File() => new("SCENARIO") { Description = "A shipped scenario, or a file that ends with .yaml." };

    private static string Line(IScenario scenario)
    {
        var world = scenario.Define(new WorldSeed(0));
        return $"{scenario.Name,-18} {world.Niches.Sum(niche => niche.Products.Count)} products in {world.Niches.Count} niches, {world.Days} days from {world.Start}, {world.Cash} dollars";
    }
}
