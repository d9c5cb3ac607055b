using Microsoft.Extensions.DependencyInjection;

namespace FbaBench;

/// <summary>Where packages add their services. Extension methods hang on it; it has no other members.</summary>
public interface IFbaBenchBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}

internal sealed record FbaBenchBuilder(IServiceCollection Services) : IFbaBenchBuilder;
