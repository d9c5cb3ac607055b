using FbaBench;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the core, and of agents and scenarios by name.</summary>
public static class FbaBenchServiceCollectionExtensions
{
    /// <summary>Adds the catalogue of agents and scenarios, the runners of agents, and a store in memory unless one is registered. Calling it twice is harmless.</summary>
    public static IFbaBenchBuilder AddFbaBenchCore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IRunStore, MemoryRunStore>();
        services.TryAddSingleton(provider => new AgentRunners(provider.GetServices<IAgentRunner>()));
        services.TryAddSingleton(provider => new FbaBenchCatalog(provider, provider.GetServices<NamedRegistration>()));
        return new FbaBenchBuilder(services);
    }

    /// <summary>Adds an agent under a name; every episode gets an instance of its own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">Its name, see <see cref="EntityName"/>.</param>
    /// <param name="factory">Makes an instance.</param>
    /// <exception cref="ArgumentException">The name is not one, or an agent has it.</exception>
    public static IFbaBenchBuilder AddAgent(this IFbaBenchBuilder builder, string name, Func<IServiceProvider, IAgent> factory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        Register(builder.Services, typeof(IAgent), name, "an agent");
        builder.Services.AddKeyedSingleton(name, factory);
        return builder;
    }

    /// <summary>Adds a runner: <see cref="AgentRunners"/> makes the agents of its scheme from then on.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="factory">Makes the runner, once.</param>
    public static IFbaBenchBuilder AddAgentRunner<TRunner>(this IFbaBenchBuilder builder, Func<IServiceProvider, TRunner> factory)
        where TRunner : class, IAgentRunner
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAgentRunner, TRunner>(factory));
        return builder;
    }

    /// <summary>Adds a scenario under its own name.</summary>
    /// <exception cref="ArgumentException">The name is not one, or a scenario has it.</exception>
    public static IFbaBenchBuilder AddScenario(this IFbaBenchBuilder builder, IScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(scenario);
        Register(builder.Services, typeof(IScenario), scenario.Name, "a scenario");
        builder.Services.AddKeyedSingleton(scenario.Name, scenario);
        return builder;
    }

    /// <summary>Adds a scenario with a constructor without arguments.</summary>
    /// <inheritdoc cref="AddScenario(IFbaBenchBuilder, IScenario)"/>
    public static IFbaBenchBuilder AddScenario<TScenario>(this IFbaBenchBuilder builder)
        where TScenario : IScenario, new() => builder.AddScenario(new TScenario());

    private static void Register(IServiceCollection services, Type kind, string name, string what)
    {
        if (!EntityName.IsValid(name))
        {
            throw new ArgumentException($"'{name}' cannot name {what}; use {EntityName.Rule}.", nameof(name));
        }

        var entry = new NamedRegistration(kind, name);
        if (services.Any(service => entry.Equals(service.ImplementationInstance)))
        {
            throw new ArgumentException($"The name '{name}' is taken by {what} already; names must be unique.", nameof(name));
        }

        services.AddSingleton(entry);
    }
}
