using System.Collections;

namespace FbaBench.Agents.OpenAI;

/// <summary>What a process was started with: its environment, and the file <c>.env</c> of its folder, which never overrides it.</summary>
internal sealed class Surroundings
{
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly IReadOnlyDictionary<string, (string Value, int Line)> _file;

    public Surroundings(IReadOnlyDictionary<string, string> variables, string folder)
    {
        _variables = variables;
        _file = DotEnv.Read(folder);
    }

    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess()
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return new(variables, Environment.CurrentDirectory);
    }

    /// <summary>A variable's value, or null where it is missing or empty.</summary>
    public string? Find(string name) =>
        _variables.TryGetValue(name, out var value) && value.Length > 0 ? value
        : _file.TryGetValue(name, out var line) && line.Value.Length > 0 ? line.Value
        : null;

    /// <summary>All variables whose name begins so, whatever its case: those of the file first, so that later ones go before earlier ones.</summary>
    public IEnumerable<(string Name, string Value, string Place)> StartingWith(string prefix) =>
    [
        .. _file.Where(line => line.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(line => (line.Key, line.Value.Value, FormattableString.Invariant($"{line.Key} ({DotEnv.FileName}, line {line.Value.Line})"))),
        .. _variables.Where(variable => variable.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(variable => (variable.Key, variable.Value, variable.Key)),
    ];
}
