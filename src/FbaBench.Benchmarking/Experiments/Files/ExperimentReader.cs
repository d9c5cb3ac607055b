using FbaBench.Scenarios.Files;

namespace FbaBench.Experiments;

/// <summary>Reads an experiment file key by key into a benchmark. What a builder refuses is told with the line of the value that it was given.</summary>
internal sealed class ExperimentReader(string path, ExperimentFileOptions options)
{
    private const string SchemaVersion = "1";

    private static readonly DocumentKind Kind = new("an experiment", "an experiment has at least scenarios and agents", "worlds: 32");
    private static readonly string[] Endings = [".yaml", ".yml"];

    internal static readonly string[] Keys =
    [
        "schema", "about", "name", "seed", "split", "sealed", "canary", "scenarios", "agents", "comparedTo", "worlds", "repeats", "threads", "episodes", "decisionDeadlineSeconds", "maxCostDollars", "output", "logs", "bounds", "decisionValues",
    ];

    public Benchmark Read()
    {
        try
        {
            return Benchmark(YamlTree.Read(path, Bytes(), Kind));
        }
        catch (ScenarioFileException error) when (error.File == path)
        {
            throw new ExperimentFileException(error.File, error.Line, error.Problem, error);
        }
    }

    private byte[] Bytes()
    {
        if (!File.Exists(path))
        {
            throw new ExperimentFileException(path, 0, Directory.Exists(path) ? "this is a directory; name a file." : "there is no such file.");
        }

        // One byte more than is allowed: a larger file is refused without being read.
        using var stream = File.OpenRead(path);
        var bytes = new byte[(int)Math.Min(stream.Length, YamlTree.MostBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private Benchmark Benchmark(Mapping root)
    {
        ExperimentFields.Known(root, Keys, "an experiment");
        if (root["schema"] is { } schema && (schema as Scalar)?.Text != SchemaVersion)
        {
            throw schema.Error($"schema: this version reads schema {SchemaVersion}.");
        }

        _ = ExperimentFields.Text(root, "about");
        var benchmark = Named(root);
        if (options.Scenarios)
        {
            Scenarios(root, benchmark);
        }

        if (options.Agents)
        {
            Agents(root, benchmark);
        }

        Worlds(root, benchmark);
        Set(root, "comparedTo", node => benchmark.ComparedTo(ExperimentFields.Text(node)));
        Set(root, "worlds", node => benchmark.Worlds(ExperimentFields.Whole(node)));
        Set(root, "repeats", node => benchmark.Repeats(ExperimentFields.Whole(node)));
        Set(root, "threads", node => benchmark.Threads(ExperimentFields.Whole(node)));
        Set(root, "episodes", node => benchmark.Episodes(ExperimentFields.Whole(node)));
        Set(root, "decisionDeadlineSeconds", node => benchmark.DecisionDeadline(TimeSpan.FromSeconds((double)ExperimentFields.Number(node))));
        Set(root, "maxCostDollars", node => benchmark.MaxCost(ExperimentFields.Number(node)));
        Set(root, "output", node => benchmark.Output(Beside(ExperimentFields.Text(node))));
        Set(root, "logs", node => benchmark.Logs(ExperimentFields.Flag(node)));
        Set(root, "bounds", node => benchmark.Bounds(ExperimentFields.Flag(node)));
        Set(root, "decisionValues", node => benchmark.DecisionValues(ExperimentFields.Flag(node)));
        return benchmark;
    }

    private Benchmark Named(Mapping root)
    {
        if (options.Name is { } given)
        {
            return FbaBench.Benchmark.Create(given);
        }

        Benchmark? benchmark = null;
        Set(root, "name", node => benchmark = FbaBench.Benchmark.Create(ExperimentFields.Text(node)));
        return benchmark ?? FbaBench.Benchmark.Create();
    }

    private void Scenarios(Mapping root, Benchmark benchmark)
    {
        var list = root["scenarios"] switch
        {
            Sequence { Items.Count: > 0 } sequence => sequence.Items,
            Scalar { IsNull: false } single => [single],
            null => throw root.Error($"scenarios: the file names none; list shipped ones ({string.Join(", ", ShippedScenarios.Names)}) or files that end with .yaml."),
            { } other => throw other.Error("scenarios: a list of names and of files that end with .yaml."),
        };
        foreach (var item in list)
        {
            ExperimentFields.At(item, "scenarios", () => benchmark.Scenario(Scenario(ExperimentFields.Text(item))));
        }
    }

    private IScenario Scenario(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        ? ScenarioFile.Load(Beside(name), new() { Environment = options.Environment })
        : ShippedScenarios.Find(name);

    private void Agents(Mapping root, Benchmark benchmark)
    {
        var agents = root["agents"] switch
        {
            Mapping { Entries.Count: > 0 } mapping => mapping,
            null => throw root.Error($"agents: the file names none; write NAME: SPECIFICATION, such as 'mine: process:python3 agent.py', or NAME: one of {string.Join(", ", ShippedAgents.Names)}."),
            { } other => throw other.Error("agents: keys with values, NAME: SPECIFICATION, such as 'base-stock: rule:base-stock'."),
        };
        foreach (var (name, value) in agents.Entries)
        {
            var agent = ExperimentFields.Text(value);
            ExperimentFields.At(value, $"agents: {name.Shown}", () => agent.Contains(':', StringComparison.Ordinal)
                ? benchmark.Agent(name.Text, options.Runners.Prepare(agent))
                : benchmark.Agent(name.Text, ShippedAgents.Factory(agent)));
        }
    }

    private void Worlds(Mapping root, Benchmark benchmark)
    {
        Set(root, "seed", node => benchmark.Seed(ExperimentFields.Seed(node)));
        Set(root, "canary", node => benchmark.Canary(ExperimentFields.Text(node)));
        if (root["split"] is { } split)
        {
            var fields = ExperimentFields.Of(split, "split", "seed", "part");
            var part = ExperimentFields.Required(fields, "split", "part");
            benchmark.Split(new WorldSplit(ExperimentFields.Seed(ExperimentFields.Required(fields, "split", "seed"))), ExperimentFields.Text(part) switch
            {
                "test" => SplitPart.Test,
                "training" => SplitPart.Training,
                _ => throw part.Error("split: part is test or training."),
            });
        }

        if (root["sealed"] is { } seal)
        {
            if (seal is Mapping { } given && given["secret"] is { } written)
            {
                throw written.Error("sealed: a secret never stands in an experiment file; name its file with secretFile, or the variable that holds it with secretEnvironment.");
            }

            var fields = ExperimentFields.Of(seal, "sealed", "commitment", "secretFile", "secretEnvironment");
            ExperimentFields.At(seal, "sealed", () => benchmark.Sealed(SealedWorlds.Open(
                SealedCommitment.Load(Beside(ExperimentFields.Text(ExperimentFields.Required(fields, "sealed", "commitment")))),
                Secret(fields))));
        }
    }

    private WorldSecret Secret(Mapping fields) => (fields["secretFile"], fields["secretEnvironment"]) switch
    {
        ({ } file, null) => WorldSecret.Load(Beside(ExperimentFields.Text(file))),
        (null, { } variable) => options.Environment(ExperimentFields.Text(variable)) is { Length: > 0 } text
            ? WorldSecret.Parse(text)
            : throw variable.Error($"sealed: the environment has no variable {ExperimentFields.Text(variable)}; set it to the secret's hexadecimal digits."),
        _ => throw fields.Error("sealed: name the secret's file with secretFile, or the variable that holds it with secretEnvironment; one of the two."),
    };

    private static void Set(Mapping root, string key, Action<Node> set)
    {
        if (root[key] is { } node && node is not Scalar { IsNull: true })
        {
            ExperimentFields.At(node, key, () => set(node));
        }
    }

    private string Beside(string name) => Path.Combine(Path.GetDirectoryName(path) ?? "", name);
}
