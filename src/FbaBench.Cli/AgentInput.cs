using System.Text;

namespace FbaBench.Cli;

/// <summary>What <c>--agent</c> can be: a shipped name, a specification, or <c>NAME=</c> before either.</summary>
internal static class AgentInput
{
    private const int LongestName = 60;

    private const string Replay = "replay=true";

    private static readonly string[] Schemes = ["chat", "http", "https", "process", "rule"];

    private static AgentRunners? _runners;

    /// <summary>Made when they are first needed: settings of models that are not right concern nobody who asks none.</summary>
    private static AgentRunners Runners =>
        _runners ??= new([new ChatRunner(new ModelProviders(OpenAIProvider.FromSettings())), new RuleRunner(), new HttpRunner(), new HttpsRunner(), new ProcessRunner()]);

    /// <summary>The same for an experiment file. What is wrong with the settings of models is told only where an agent asks one.</summary>
    public static AgentRunners Lazily => new([new RuleRunner(), new HttpRunner(), new HttpsRunner(), new ProcessRunner(), new LazyRunner("chat", () => new ChatRunner(new ModelProviders(OpenAIProvider.FromSettings())))]);

    public static string Description => $"Agent, repeatable: {string.Join(", ", ShippedAgents.Names)}; a specification SCHEME:ADDRESS?OPTION=VALUE with the scheme {string.Join(", ", Schemes)}, for example \"process:python3 agent.py\"; or NAME=SPECIFICATION. Default: all shipped.";

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
            throw new ArgumentException($"There is no shipped agent '{agent}'; shipped are {string.Join(", ", ShippedAgents.Names)}. An agent of your own is a specification, with the scheme {string.Join(", ", Schemes)}: \"process:python3 agent.py\".");
        }
    }

    /// <summary>The agent of a run that was recorded, played from its tape alone.</summary>
    public static IAgent Taped(string text, Seat seat, Stream tape)
    {
        var (_, agent) = Named(text);
        var specification = AgentSpecification.Parse(agent);
        if (specification.Scheme != "chat")
        {
            throw new ArgumentException($"'{agent}' has no tape: only agents of chat: are recorded.");
        }

        var replayed = specification.Options.ContainsKey("replay") ? agent : agent + (specification.Options.Count == 0 ? "?" : "&") + Replay;
        return new ChatRunner(new ModelProviders([])).Prepare(AgentSpecification.Parse(replayed))
            .Make(AgentSetting.Alone("taped") with { Seat = seat, OpenFile = file => file == "tape" ? tape : new MemoryStream() });
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

    /// <summary>A runner that is made when its first agent is asked for.</summary>
    private sealed class LazyRunner(string scheme, Func<IAgentRunner> make) : IAgentRunner
    {
        private IAgentRunner? _runner;

        public string Scheme => scheme;

        public AgentRecipe Prepare(AgentSpecification specification) => (_runner ??= make()).Prepare(specification);
    }

    private static (string? Name, string Agent) Named(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !text[..equals].Contains(':', StringComparison.Ordinal)
            ? (text[..equals], text[(equals + 1)..])
            : (null, text);
    }
}
