using FbaBench;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the shipped agents.</summary>
public static class ShippedAgentsBuilderExtensions
{
    /// <summary>Adds every shipped agent under its name.</summary>
    public static IFbaBenchBuilder AddShippedAgents(this IFbaBenchBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var name in ShippedAgents.Names)
        {
            var factory = ShippedAgents.Factory(name);
            builder.AddAgent(name, _ => factory());
        }

        return builder;
    }
}
