namespace FbaBench;

/// <summary>Runs agents that an application registered by name: <c>SCHEME:NAME</c>, with the option <c>version</c>. For packages that bring agents of a framework.</summary>
public abstract class NamedAgentRunner : IAgentRunner
{
    private readonly string _call;
    private readonly SortedDictionary<string, Func<IAgent>> _agents = new(StringComparer.Ordinal);

    /// <param name="scheme">The scheme.</param>
    /// <param name="call">The method that registers an agent, for messages.</param>
    /// <param name="names">The registered names.</param>
    /// <param name="make">Makes a fresh instance of one.</param>
    protected NamedAgentRunner(string scheme, string call, IEnumerable<string> names, Func<string, IAgent> make)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(make);
        (Scheme, _call) = (scheme, call);
        foreach (var name in names)
        {
            _agents[name] = () => make(name);
        }
    }

    /// <inheritdoc/>
    public string Scheme { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No agent of that name is registered; the message says which are.</exception>
    public AgentRecipe Prepare(AgentSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        specification.AllowOptions("version");
        return _agents.TryGetValue(specification.Address, out var make)
            ? new(specification, RemoteVersion.Of(specification, []), _ => make())
            : throw new ArgumentException($"No agent '{specification.Address}' is registered for {Scheme}:; registered are: {string.Join(", ", _agents.Keys)}. Add it with {_call}(\"{specification.Address}\", …).", nameof(specification));
    }
}
