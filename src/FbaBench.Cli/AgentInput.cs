using System.Text;

namespace FbaBench.Cli;

/// <summary>What <c>--agent</c> can be: a shipped name, a specification, or <c>NAME=</c> before either.</summary>
internal static class AgentInput
{
    private const int LongestName = 60;

    private static readonly AgentRunners Runners = new([new RuleRunner(), new HttpRunner(), new HttpsRunner(), new ProcessRunner()]);

    public static string Description => $"Agent, repeatable: {string.Join(", ", ShippedAgents.Names)}; a specification SCHEME:ADDRESS?OPTION=VALUE with the scheme {string.Join(", ", Runners.Schemes)}, for example \"process:python3 agent.py\"; or NAME=SPECIFICATION. Default: all shipped.";

    public static void Add(Benchmark benchmark, string text)
    {
        var (name, agent) = Named(text);
        if (agent.Contains(':', StringComparison.Ordinal))
        {
            var recipe = Runners.Prepare(agent);
            benchmark.Agent(name ?? NameOf(recipe.Specification), recipe);
        }
        else if (ShippedAgents.Names.Contains(agent))
        {
            benchmark.Agent(name ?? agent, ShippedAgents.Factory(agent));
        }
        else
        {
            throw new ArgumentException($"There is no shipped agent '{agent}'; shipped are {string.Join(", ", ShippedAgents.Names)}. An agent of your own is a specification, with the scheme {string.Join(", ", Runners.Schemes)}: \"process:python3 agent.py\".");
        }
    }

    /// <summary>The address with a hyphen for every run of other characters than lower-case letters, digits and dots, cut to a name's length.</summary>
    public static string NameOf(AgentSpecification specification)
    {
        var name = new StringBuilder();
        foreach (var c in specification.Address.ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.')
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var cut = name.ToString().TrimStart('.', '-');
        cut = cut[..Math.Min(LongestName, cut.Length)].TrimEnd('-');
        return EntityName.IsValid(cut) ? cut : throw new ArgumentException($"'{specification.Text}' gives no name for results; write NAME={specification.Text}.");
    }

    private static (string? Name, string Agent) Named(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !text[..equals].Contains(':', StringComparison.Ordinal)
            ? (text[..equals], text[(equals + 1)..])
            : (null, text);
    }
}
