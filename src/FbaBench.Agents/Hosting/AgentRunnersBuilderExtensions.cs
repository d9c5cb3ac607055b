using FbaBench;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the runners of this package.</summary>
public static class AgentRunnersBuilderExtensions
{
    /// <summary>
    /// Adds the runners of <c>rule:</c>, <c>http:</c>, <c>https:</c>, <c>process:</c> and <c>chat:</c>, the last over the registered providers of models. Calling it twice is harmless.
    /// </summary>
    public static IFbaBenchBuilder AddAgentRunners(this IFbaBenchBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddAgentRunner(_ => new RuleRunner())
            .AddAgentRunner(_ => new HttpRunner())
            .AddAgentRunner(_ => new HttpsRunner())
            .AddAgentRunner(_ => new ProcessRunner())
            .AddAgentRunner(services => new ChatRunner(new ModelProviders(services.GetServices<IModelProvider>())));
    }
}
