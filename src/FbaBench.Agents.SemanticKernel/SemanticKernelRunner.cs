namespace FbaBench;

/// <summary>Runs the registered kernels: <c>semantic-kernel:NAME</c>.</summary>
internal sealed class SemanticKernelRunner(IEnumerable<SemanticKernelName> agents, FbaBenchCatalog catalog)
    : NamedAgentRunner("semantic-kernel", "AddSemanticKernelAgent", agents.Select(agent => agent.Name), name => catalog.CreateAgent(name));

/// <summary>The name of a registered kernel.</summary>
internal sealed record SemanticKernelName(string Name);
