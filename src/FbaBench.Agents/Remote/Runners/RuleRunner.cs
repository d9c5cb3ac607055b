namespace FbaBench;

/// <summary>Runs the shipped agents: <c>rule:NAME</c>, for example <c>rule:base-stock</c>. It knows no options.</summary>
public sealed class RuleRunner : IAgentRunner
{
    /// <inheritdoc/>
    public string Scheme => "rule";

    /// <inheritdoc/>
    public AgentRecipe Prepare(AgentSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        specification.AllowOptions();
        var make = ShippedAgents.Factory(specification.Address);
        return new(specification, Version: null, _ => make());
    }
}
