using FbaBench;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the runners of this package.</summary>
public static class AgentRunnersBuilderExtensions
{
    /// <summary>Adds the runners of <c>rule:</c>, <c>http:</c>, <c>https:</c> and <c>process:</c>. Calling it twice is harmless.</summary>
    public static IFbaBenchBuilder AddAgentRunners(this IFbaBenchBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddAgentRunner(_ => new RuleRunner())
            .AddAgentRunner(_ => new HttpRunner())
            .AddAgentRunner(_ => new HttpsRunner())
            .AddAgentRunner(_ => new ProcessRunner());
    }
}
