namespace FbaBench.Agents.OpenAI;

/// <summary>Names of providers, and what is known of some.</summary>
internal static class ProviderNames
{
    /// <summary>Providers that need no address, in ordinal order.</summary>
    public static readonly (string Name, Uri Endpoint)[] Known =
    [
        ("openai", new("https://api.openai.com/v1")),
        ("openrouter", new("https://openrouter.ai/api/v1")),
    ];

    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= 50 } && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static Uri? EndpointOf(string name) => Known.FirstOrDefault(known => known.Name == name).Endpoint;

    public static string KeyVariableOf(string name) => $"{name.ToUpperInvariant().Replace('-', '_')}_API_KEY";
}
