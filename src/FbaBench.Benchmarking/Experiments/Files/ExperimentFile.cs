using FbaBench.Experiments;

namespace FbaBench;

/// <summary>A benchmark written as YAML: what is played, by whom, how often, and where the results go. docs/experiments.md has the keys, docs/schema/experiment.schema.json the schema.</summary>
public static class ExperimentFile
{
    /// <summary>Reads an experiment. Files that it names (scenarios, commitment, secret, output) are looked up beside it.</summary>
    /// <param name="path">A file of the disk.</param>
    /// <param name="options">What is taken from it, and how agents are made.</param>
    /// <returns>The benchmark, not yet run; what is set on it afterwards overrides the file.</returns>
    /// <exception cref="ExperimentFileException">It cannot be used; the message begins with file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="SealException">Its sealed worlds are refused.</exception>
    public static Benchmark Load(string path, ExperimentFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ExperimentReader(path, options ?? new()).Read();
    }
}

/// <summary>How an <see cref="ExperimentFile"/> is read.</summary>
public sealed record ExperimentFileOptions
{
    /// <summary>The experiment's name instead of the one in the file, or null (the default).</summary>
    public string? Name { get; init; }

    /// <summary>Whether the file's scenarios are added; default true. Without them, add others to the benchmark.</summary>
    public bool Scenarios { get; init; } = true;

    /// <summary>Whether the file's agents are added; default true. Without them, add others to the benchmark.</summary>
    public bool Agents { get; init; } = true;

    /// <summary>Makes agents of specifications; default the runners of FbaBench.Agents (<c>rule:</c>, <c>process:</c>, <c>http:</c>, <c>https:</c>).</summary>
    public AgentRunners Runners { get; init; } = new([new RuleRunner(), new ProcessRunner(), new HttpRunner(), new HttpsRunner()]);

    /// <summary>Looks up variables of scenario files and the variable that holds a secret; default: the environment of the process.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
