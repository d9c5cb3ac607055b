using System.CommandLine;

namespace FbaBench.Cli;

/// <summary>A scenario named on the command line: a shipped one, or a file.</summary>
internal static class ScenarioInput
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    public static Option<string[]> SetOption() => new("--set") { Description = "A value laid over every scenario, repeatable: PATH=VALUE, such as niches.each.sessionsPerDay.times=2." };

    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    /// <exception cref="ScenarioFileException">The file, or what is set, cannot be used.</exception>
    public static IScenario Find(string scenario, string[]? set)
    {
        var options = new ScenarioFileOptions { Set = set ?? [], Environment = Environment.GetEnvironmentVariable };
        return IsFile(scenario) ? ScenarioFile.Load(scenario, options)
            : options.Set.Count == 0 ? ShippedScenarios.Find(scenario)
            : ScenarioFile.Over(ShippedScenarios.Find(scenario), options);
    }

    public static bool IsFile(string scenario) => Endings.Any(ending => scenario.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
