using FbaBench;
using Microsoft.Agents.AI;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of agents of the Microsoft Agent Framework.</summary>
public static class AgentFrameworkBuilderExtensions
{
    /// <summary>Adds an agent under a name: for <see cref="FbaBenchCatalog"/>, and as <c>agent-framework:NAME</c> for <see cref="AgentRunners"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">Its name, see <see cref="EntityName"/>.</param>
    /// <param name="factory">Gives the agent, once an episode, on any thread; it may be the same one each time.</param>
    /// <param name="options">How mornings are told; null for text.</param>
    /// <exception cref="ArgumentException">The name is not one, or an agent has it.</exception>
    public static IFbaBenchBuilder AddAgentFrameworkAgent(this IFbaBenchBuilder builder, string name, Func<IServiceProvider, AIAgent> factory, ConversationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        builder.AddAgent(name, services => new AgentFrameworkAgent(factory(services), options));
        builder.Services.AddSingleton(new AgentFrameworkName(name));
        return builder.AddAgentRunner(services => new AgentFrameworkRunner(services.GetServices<AgentFrameworkName>(), services.GetRequiredService<FbaBenchCatalog>()));
    }
}
