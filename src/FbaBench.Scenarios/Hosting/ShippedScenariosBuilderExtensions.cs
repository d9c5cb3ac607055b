using FbaBench;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the shipped scenarios.</summary>
public static class ShippedScenariosBuilderExtensions
{
    /// <summary>Adds every shipped scenario under its name.</summary>
    public static IFbaBenchBuilder AddShippedScenarios(this IFbaBenchBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var scenario in ShippedScenarios.All)
        {
            builder.AddScenario(scenario);
        }

        return builder;
    }
}
