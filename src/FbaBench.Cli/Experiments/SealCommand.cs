using System.CommandLine;
using System.Globalization;

namespace FbaBench.Cli;

/// <summary><c>fbabench seal</c>: worlds that are committed to before, played, revealed and checked.</summary>
internal static class SealCommand
{
    public static CliCommand Create() => new("seal", "Sealed worlds: commit to them, play them, reveal their secret, check a reveal, measure the gap to public worlds. Exits 3 for a wrong secret, 4 for a changed engine or scenario, 5 for a canary used before, 6 for worlds already revealed.")
    {
        New(), Run(), Reveal(), Check(), Gap(),
    };

    private static CliCommand New()
    {
        var folder = Folder();
        var (scenarios, set, registry) = (ScenarioOption(), ScenarioInput.SetOption(), RegistryOption());
        var name = new Option<string>("--name") { Description = "Name of the experiment.", Required = true };
        var worlds = new Option<int>("--worlds", "-w") { Description = "Worlds of each scenario.", DefaultValueFactory = _ => 32 };
        var secret = new Option<string>("--secret") { Description = "New file for the secret, which only its owner may read. Keep it out of the folder that is published.", Required = true };
        var canary = new Option<string?>("--canary") { Description = "The experiment's canary. Default: a new one." };
        var command = new CliCommand("new", "Makes a secret and writes commitment.json, which is to be published.") { folder, name, scenarios, set, worlds, secret, canary, registry };
        command.SetAction(parsed =>
        {
            var (target, file) = (parsed.GetRequiredValue(folder), parsed.GetRequiredValue(secret));
            Directory.CreateDirectory(target);
            var path = Path.Combine(target, SealedCommitment.FileName);
            if (File.Exists(path))
            {
                throw new IOException($"{path} is there already; a commitment is not replaced. Name another folder.");
            }

            var fresh = WorldSecret.New();
            var sealedWorlds = SealedWorlds.Commit(parsed.GetRequiredValue(name), fresh, parsed.GetValue(worlds), Scenarios(parsed.GetRequiredValue(scenarios), parsed.GetValue(set)), parsed.GetValue(canary), Known(target, parsed.GetValue(registry)));
            fresh.Save(file);
            sealedWorlds.Commitment.Save(path);
            if (parsed.GetValue(registry) is { } used)
            {
                CanaryRegistry.Register(used, sealedWorlds.Commitment);
            }

            Console.WriteLine($"commitment {sealedWorlds.Commitment.Digest}");
            Console.WriteLine($"canary     {sealedWorlds.Commitment.Canary}");
            Console.WriteLine($"Publish {path} before anything is played; keep {file} to yourself until the results stand.");
            return ExitCodes.Passed;
        });
        return command;
    }

    private static CliCommand Run()
    {
        var folder = Folder();
        var (scenarios, set, registry, secret) = (ScenarioFileOption(), ScenarioInput.SetOption(), RegistryOption(), new SecretOptions());
        var agents = new Option<string[]>("--agent", "-a") { Description = AgentInput.Description, AllowMultipleArgumentsPerToken = true };
        var flags = new RunFlags();
        var command = new CliCommand("run", "Plays the committed worlds; results go to the folder of the commitment.") { folder, scenarios, set, agents, registry };
        secret.AddTo(command);
        flags.AddTo(command, sealedWorlds: true);
        command.SetAction((parsed, cancellationToken) =>
        {
            var target = parsed.GetRequiredValue(folder);
            var commitment = SealedCommitment.Load(Path.Combine(target, SealedCommitment.FileName));
            var benchmark = Benchmark.Create(commitment.Experiment).Output(target).Sealed(SealedWorlds.Open(commitment, secret.Read(parsed), Known(target, parsed.GetValue(registry))));
            foreach (var scenario in Committed(commitment, parsed.GetValue(scenarios), parsed.GetValue(set)))
            {
                benchmark.Scenario(scenario);
            }

            foreach (var agent in parsed.GetValue(agents) is { Length: > 0 } chosen ? chosen : [.. ShippedAgents.Names])
            {
                AgentInput.Add(benchmark, agent);
            }

            return flags.RunAsync(benchmark, parsed, cancellationToken);
        });
        return command;
    }

    private static CliCommand Reveal()
    {
        var folder = Folder();
        var secret = new SecretOptions();
        var command = new CliCommand("reveal", "Writes reveal.json with the secret, which from then on makes the worlds public.") { folder };
        secret.AddTo(command);
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(folder);
            var worlds = SealedWorlds.Open(SealedCommitment.Load(Path.Combine(target, SealedCommitment.FileName)), secret.Read(parsed));
            var path = Path.Combine(target, SealReveal.FileName);
            worlds.Reveal().Save(path);
            Console.WriteLine($"Publish {path} beside the commitment and the results: anyone can check them with 'fbabench seal check'.");
            return ExitCodes.Passed;
        });
        return command;
    }

    private static CliCommand Check()
    {
        var folder = Folder();
        var (scenarios, set, registry, json) = (ScenarioFileOption(), ScenarioInput.SetOption(), RegistryOption(), CheckOutput.JsonOption());
        var command = new CliCommand("check", "Checks commitment, reveal and results against each other: every world must follow from the secret.") { folder, scenarios, set, registry, json };
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(folder);
            var commitment = SealedCommitment.Load(Path.Combine(target, SealedCommitment.FileName));
            return CheckOutput.Write(SealCheck.Run(target, Committed(commitment, parsed.GetValue(scenarios), parsed.GetValue(set)), Known(target, parsed.GetValue(registry))), parsed.GetValue(json));
        });
        return command;
    }

    private static CliCommand Gap()
    {
        var folder = Folder();
        var open = new Option<string>("--public") { Description = "Folder of a run of the same agents and scenarios in public worlds.", Required = true };
        var command = new CliCommand("gap", "Says how much better each agent is in public worlds than in the sealed ones, with Welch's 95 % interval. Exits 1 where an agent shows a gap.") { folder, open };
        command.SetAction(parsed =>
        {
            var gaps = SealGap.Measure(parsed.GetRequiredValue(open), parsed.GetRequiredValue(folder));
            foreach (var gap in gaps)
            {
                Console.WriteLine(gap);
            }

            return gaps.Any(gap => gap.IsGap && gap.IsTrusted) ? ExitCodes.CheckFailed : ExitCodes.Passed;
        });
        return command;
    }

    private static Argument<string> Folder() => new("FOLDER") { Description = "Folder of the commitment and of the results." };

    private static Option<string[]> ScenarioOption() => new("--scenario", "-s") { Description = "Scenario or scenario file (.yaml), repeatable.", Required = true, AllowMultipleArgumentsPerToken = true };

    private static Option<string[]> ScenarioFileOption() => new("--scenario", "-s") { Description = "Scenario files (.yaml) of the commitment's scenarios that are not shipped, repeatable.", AllowMultipleArgumentsPerToken = true };

    private static Option<string?> RegistryOption() => new("--registry") { Description = "File with the canaries of all your experiments; seal new adds to it." };

    private static IScenario[] Scenarios(string[] names, string[]? set) => [.. names.Select(name => ScenarioInput.Find(name, set))];

    /// <summary>The scenarios that a commitment names, in its order: those given, or shipped ones.</summary>
    private static IScenario[] Committed(SealedCommitment commitment, string[]? given, string[]? set)
    {
        var own = Scenarios(given ?? [], set);
        return [.. commitment.Scenarios.Select(one => Array.Find(own, scenario => scenario.Name == one.Name) ?? ScenarioInput.Find(one.Name, set))];
    }

    private static CanaryRegistry Known(string folder, string? registry)
    {
        var known = new CanaryRegistry().AddFolder(folder);
        return registry is null ? known : known.AddFile(registry);
    }

    internal static int Code(SealFault fault) => fault switch
    {
        SealFault.WrongSecret => ExitCodes.WrongSecret,
        SealFault.ChangedGenerator => ExitCodes.ChangedGenerator,
        SealFault.ReusedCanary => ExitCodes.ReusedCanary,
        SealFault.Revealed => ExitCodes.Revealed,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No exit code for {fault}.")),
    };

    /// <summary>Where a secret is read from: never the command line, which other processes can see.</summary>
    private sealed class SecretOptions
    {
        private readonly Option<string?> _file = new("--secret") { Description = "File with the secret." };
        private readonly Option<string?> _variable = new("--secret-environment") { Description = "Name of the environment variable that holds the secret." };

        public void AddTo(CliCommand command)
        {
            command.Options.Add(_file);
            command.Options.Add(_variable);
        }

        public WorldSecret Read(ParseResult parsed) => (parsed.GetValue(_file), parsed.GetValue(_variable)) switch
        {
            ({ } file, null) => WorldSecret.Load(file),
            (null, { } variable) => WorldSecret.FromEnvironment(variable),
            _ => throw new ArgumentException("Name the secret's file with --secret, or the variable that holds it with --secret-environment; one of the two."),
        };
    }
}
