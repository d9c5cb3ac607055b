namespace FbaBench;

/// <summary>Runs the shipped agents: <c>rule:NAME</c>, for example <c>rule:base-stock</c>; those that obey one take a persona, <c>rule:base-stock?persona=bold</c>.</summary>
public sealed class RuleRunner : IAgentRunner
{
    private static readonly SortedDictionary<string, Func<Persona, IAgent>> WithPersona = new(StringComparer.Ordinal)
    {
        ["base-stock"] = persona => new BaseStock(persona),
        ["tuned-seller"] = persona => new TunedSeller(persona),
    };

    /// <inheritdoc/>
    public string Scheme => "rule";

    /// <inheritdoc/>
    public AgentRecipe Prepare(AgentSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        specification.AllowOptions("persona");
        var make = ShippedAgents.Factory(specification.Address);
        if (!specification.Options.TryGetValue("persona", out var name))
        {
            return new(specification, Version: null, _ => make());
        }

        _ = Persona.Find(name);

        // The name is captured, not the persona: what tells two agents apart are the plain values that a factory captured.
        return WithPersona.TryGetValue(specification.Address, out var obeys)
            ? new(specification, Version: null, _ => obeys(Persona.Find(name)))
            : throw new ArgumentException($"'{specification.Text}': {specification.Address} obeys no persona; {string.Join(" and ", WithPersona.Keys)} do.", nameof(specification));
    }
}
