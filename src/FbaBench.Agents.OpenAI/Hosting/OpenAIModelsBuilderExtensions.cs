using FbaBench;
using FbaBench.Agents.OpenAI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of model providers.</summary>
public static class OpenAIModelsBuilderExtensions
{
    /// <summary>
    /// Adds every provider that the settings <c>FbaBench:Models</c> name, the known ones <c>openai</c> and <c>openrouter</c>, and <see cref="ModelProviders"/>. Settings come from the configuration,
    /// then from the environment (<c>FbaBench__Models__openai__Timeout</c>), then from the file <c>.env</c> of the working folder.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration; null for the environment and the file alone.</param>
    /// <exception cref="ArgumentException">A setting is unknown or not right, or a provider that it names is registered already; the message says where it stands and what would be right.</exception>
    /// <exception cref="InvalidDataException">The file <c>.env</c> of the working folder cannot be read.</exception>
    public static IFbaBenchBuilder AddOpenAIModels(this IFbaBenchBuilder builder, IConfiguration? configuration = null) => builder.AddOpenAIModels(configuration, Surroundings.OfProcess());

    /// <summary>Adds a provider with options from code, and <see cref="ModelProviders"/>. Options of a known provider take its place when they are added before <see cref="AddOpenAIModels(IFbaBenchBuilder, IConfiguration?)"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">How it is reached and what it may be asked.</param>
    /// <exception cref="ArgumentException">A provider of that name is registered already, or the options are not right.</exception>
    public static IFbaBenchBuilder AddOpenAIProvider(this IFbaBenchBuilder builder, OpenAIProviderOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        if (IsTaken(builder, options.Name))
        {
            throw new ArgumentException($"A provider '{options.Name}' is registered already; add it once, and before AddOpenAIModels().", nameof(options));
        }

        return builder.Add(options, Surroundings.OfProcess());
    }

    internal static IFbaBenchBuilder AddOpenAIModels(this IFbaBenchBuilder builder, IConfiguration? configuration, Surroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var (options, isNamed) in ProviderSettings.Read(configuration, surroundings))
        {
            if (!IsTaken(builder, options.Name))
            {
                builder.Add(options, surroundings);
            }
            else if (isNamed)
            {
                throw new ArgumentException($"The settings FbaBench:Models:{options.Name} are for a provider that is registered already; keep the settings or the registration.", nameof(configuration));
            }
        }

        return builder;
    }

    private static bool IsTaken(IFbaBenchBuilder builder, string name) => builder.Services.Any(service => service.ImplementationInstance is RegisteredProvider registered && registered.Name == name);

    private static IFbaBenchBuilder Add(this IFbaBenchBuilder builder, OpenAIProviderOptions options, Surroundings surroundings)
    {
        builder.Services.AddSingleton(new RegisteredProvider(options.Name));
        builder.Services.AddSingleton<IModelProvider>(_ => new OpenAIProvider(options, surroundings));
        builder.Services.TryAddSingleton(services => new ModelProviders(services.GetServices<IModelProvider>()));
        return builder;
    }

    /// <summary>A name that is taken.</summary>
    private sealed record RegisteredProvider(string Name);
}
