namespace FbaBench;

/// <summary>Runs the registered agents of the framework: <c>agent-framework:NAME</c>.</summary>
internal sealed class AgentFrameworkRunner(IEnumerable<AgentFrameworkName> agents, FbaBenchCatalog catalog)
    : NamedAgentRunner("agent-framework", "AddAgentFrameworkAgent", agents.Select(agent => agent.Name), name => catalog.CreateAgent(name));

/// <summary>The name of a registered agent of the framework.</summary>
internal sealed record AgentFrameworkName(string Name);
