namespace FbaBench;

/// <summary>One place that makes an agent of a specification: the registered runners by scheme.</summary>
public sealed class AgentRunners
{
    /// <summary>Where the runners of this product come from: package and registration.</summary>
    private static readonly SortedDictionary<string, (string Package, string Call)> Known = new(StringComparer.Ordinal)
    {
        ["agent-framework"] = ("FbaBench.Agents.AgentFramework", "AddAgentFrameworkAgent"),
        ["chat"] = ("FbaBench.Agents.OpenAI", "AddAgentRunners().AddOpenAIModels"),
        ["http"] = ("FbaBench.Agents", "AddAgentRunners"),
        ["https"] = ("FbaBench.Agents", "AddAgentRunners"),
        ["process"] = ("FbaBench.Agents", "AddAgentRunners"),
        ["rule"] = ("FbaBench.Agents", "AddAgentRunners"),
        ["semantic-kernel"] = ("FbaBench.Agents.SemanticKernel", "AddSemanticKernelAgent"),
    };

    private readonly SortedDictionary<string, IAgentRunner> _runners = new(StringComparer.Ordinal);

    /// <param name="runners">The runners, of different schemes.</param>
    /// <exception cref="ArgumentException">Two have the same scheme.</exception>
    public AgentRunners(IEnumerable<IAgentRunner> runners)
    {
        ArgumentNullException.ThrowIfNull(runners);
        foreach (var runner in runners)
        {
            if (!_runners.TryAdd(runner.Scheme, runner))
            {
                throw new ArgumentException($"Two runners are registered for '{runner.Scheme}:' ({_runners[runner.Scheme].GetType().Name} and {runner.GetType().Name}); register one.", nameof(runners));
            }
        }
    }

    /// <summary>The schemes that can be used, in ordinal order.</summary>
    public IReadOnlyCollection<string> Schemes => _runners.Keys;

    /// <summary>Says how to make the agent that a specification names.</summary>
    /// <exception cref="ArgumentException">The specification is not right, or no runner is registered for its scheme; the message names the package to add.</exception>
    public AgentRecipe Prepare(string specification)
    {
        var parsed = AgentSpecification.Parse(specification);
        return _runners.TryGetValue(parsed.Scheme, out var runner)
            ? runner.Prepare(parsed)
            : throw new ArgumentException($"No runner is registered for '{parsed.Scheme}:', asked for by '{specification}'; registered are: {(_runners.Count == 0 ? "none" : string.Join(", ", _runners.Keys))}. {Advice(parsed.Scheme)}", nameof(specification));
    }

    private static string Advice(string scheme) => Known.TryGetValue(scheme, out var known)
        ? $"Add the package {known.Package} and call {known.Call}()."
        : $"Schemes of the shipped packages are {string.Join(", ", Known.Keys)}; for one of your own, implement IAgentRunner and call AddAgentRunner().";
}
