using Microsoft.Extensions.DependencyInjection;

namespace FbaBench;

/// <summary>The agents and scenarios that an application registered, by name.</summary>
public sealed class FbaBenchCatalog
{
    private readonly IServiceProvider _services;

    internal FbaBenchCatalog(IServiceProvider services, IEnumerable<NamedRegistration> registrations)
    {
        _services = services;
        var all = registrations.ToArray();
        Agents = Names(all, typeof(IAgent));
        Scenarios = Names(all, typeof(IScenario));
    }

    /// <summary>Names of the agents, in ordinal order.</summary>
    public IReadOnlyList<string> Agents { get; }

    /// <summary>Names of the scenarios, in ordinal order.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>A fresh instance of an agent, which the caller owns.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="services">The scope whose services its factory gets, for example one an episode; null for the application's.</param>
    /// <exception cref="ArgumentException">No agent of that name is registered; the message says which are.</exception>
    public IAgent CreateAgent(string name, IServiceProvider? services = null) =>
        Find<Func<IServiceProvider, IAgent>>(name, Agents, "agent", "AddAgent")(services ?? _services);

    /// <summary>A scenario.</summary>
    /// <exception cref="ArgumentException">No scenario of that name is registered; the message says which are.</exception>
    public IScenario Scenario(string name) => Find<IScenario>(name, Scenarios, "scenario", "AddScenario");

    private static string[] Names(NamedRegistration[] all, Type kind) =>
        [.. all.Where(entry => entry.Kind == kind).Select(entry => entry.Name).Distinct().Order(StringComparer.Ordinal)];

    private T Find<T>(string name, IReadOnlyList<string> known, string what, string add)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(name);
        return known.Contains(name)
            ? _services.GetRequiredKeyedService<T>(name)
            : throw new ArgumentException($"No {what} '{name}' is registered; registered are: {(known.Count == 0 ? "none" : string.Join(", ", known))}. Add it with {add}(\"{name}\", …).", nameof(name));
    }
}

/// <summary>What was registered under a name.</summary>
internal sealed record NamedRegistration(Type Kind, string Name);
