using FbaBench;
using Microsoft.SemanticKernel;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of kernels of Semantic Kernel.</summary>
public static class SemanticKernelBuilderExtensions
{
    /// <summary>Adds a kernel under a name: for <see cref="FbaBenchCatalog"/>, and as <c>semantic-kernel:NAME</c> for <see cref="AgentRunners"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">Its name, see <see cref="EntityName"/>.</param>
    /// <param name="factory">Gives the kernel, once an episode, on any thread; it may be the same one each time where its functions can be shared.</param>
    /// <param name="settings">Settings of every call; null for the service's own.</param>
    /// <param name="options">How mornings are told; null for text.</param>
    /// <exception cref="ArgumentException">The name is not one, or an agent has it.</exception>
    public static IFbaBenchBuilder AddSemanticKernelAgent(this IFbaBenchBuilder builder, string name, Func<IServiceProvider, Kernel> factory, PromptExecutionSettings? settings = null, ConversationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        builder.AddAgent(name, services => new SemanticKernelAgent(factory(services), settings, options));
        builder.Services.AddSingleton(new SemanticKernelName(name));
        return builder.AddAgentRunner(services => new SemanticKernelRunner(services.GetServices<SemanticKernelName>(), services.GetRequiredService<FbaBenchCatalog>()));
    }
}
