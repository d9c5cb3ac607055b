using System.Reflection;

namespace FbaBench;

/// <summary>What a policy was trained on: enough to train it again.</summary>
public sealed record TrainingOrigin
{
    /// <summary>Digest of the world's definition, see <see cref="DefinitionDigest"/>.</summary>
    public required string Definition { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string Engine { get; init; }

    /// <summary>Seed of the training world.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How it learned.</summary>
    public required QLearningTerms Terms { get; init; }

    /// <summary>Periods played.</summary>
    public required int Periods { get; init; }

    /// <summary>Whether learning ended by itself.</summary>
    public required bool HasConverged { get; init; }

    internal static string ThisEngine { get; } =
        typeof(Simulation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
