namespace FbaBench;

/// <summary>How a provider is reached and what it may be asked. Cannot be changed once made.</summary>
public sealed class OpenAIProviderOptions
{
    /// <summary>Its name, the first part of the names of its models: lower-case letters, digits and hyphens; default <c>openai</c>.</summary>
    /// <exception cref="ArgumentException">It is another text.</exception>
    public string Name
    {
        get;
        init => field = Agents.OpenAI.ProviderNames.IsValid(value) ? value : throw new ArgumentException($"'{value}' cannot name a provider; use lower-case letters, digits and hyphens, a letter first.", nameof(Name));
    } = "openai";

    /// <summary>Its address up to the version, for example <c>http://127.0.0.1:8000/v1</c>; null for the known ones, <c>openai</c> and <c>openrouter</c>.</summary>
    /// <exception cref="ArgumentException">It is no address of http or https, or has a user, a query or a fragment.</exception>
    public Uri? Endpoint
    {
        get;
        init => field = value is null || (value.IsAbsoluteUri && value.Scheme is "http" or "https" && value.UserInfo.Length == 0 && value.Query.Length == 0 && value.Fragment.Length == 0)
            ? value
            : throw new ArgumentException("Endpoint is an address such as https://example.org/v1, without a user, query or fragment.", nameof(Endpoint));
    }

    /// <summary>
    /// The key; null takes it from the environment variable <see cref="ApiKeyVariable"/>, then from the file <c>.env</c> of the working folder. An endpoint on this
    /// machine needs none.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>Environment variable with the key; null is the provider's name in capitals with <c>_API_KEY</c>, for example <c>OPENROUTER_API_KEY</c>.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>Time for a whole answer, above zero to an hour; default five minutes, which is a choice. Waiting for a place or a rate does not count.</summary>
    public TimeSpan Timeout { get; init => field = Within(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1), nameof(Timeout)); } = TimeSpan.FromMinutes(5);

    /// <summary>Calls at the same time, over all models and agents, 1 to 100,000; default 256, which is a choice. Further ones wait in order.</summary>
    public int MaxConcurrency { get; init => field = Within(value, 1, 100_000, nameof(MaxConcurrency)); } = 256;

    /// <summary>Calls in any 60 seconds, from 1 up; null, the default, without a limit.</summary>
    public int? RequestsPerMinute { get; init => field = value is null ? null : Within(value.Value, 1, int.MaxValue, nameof(RequestsPerMinute)); }

    /// <summary>
    /// Tokens in any 60 seconds, from 1 up; null, the default, without a limit. Before a call it counts as a token for four characters of the messages and the most
    /// output tokens that were asked for, afterwards as what the answer says.
    /// </summary>
    public long? TokensPerMinute { get; init => field = value is null ? null : Within(value.Value, 1, long.MaxValue, nameof(TokensPerMinute)); }

    /// <summary>The longest answer that is read, in bytes, 1 KB to 1 GB; default 8 MB, which is a choice. What is longer is <see cref="ModelFailureKind.TooLarge"/> and is not read on.</summary>
    public int MaxAnswerBytes { get; init => field = Within(value, 1 << 10, 1 << 30, nameof(MaxAnswerBytes)); } = 8 << 20;

    /// <summary>How often and how soon a call is repeated by whoever asks; the provider itself never repeats one.</summary>
    public ModelRetry Retry { get; init; } = new();

    /// <summary>Further headers of every request, by name; never the authorization.</summary>
    /// <exception cref="ArgumentException">A name or value cannot be one of a header.</exception>
    public IReadOnlyDictionary<string, string> Headers { get; init => field = Agents.OpenAI.RequestHeaders.Checked(value); } = Agents.OpenAI.RequestHeaders.None;

    /// <summary>Prices by the model's name without the provider; they go before the price table.</summary>
    public IReadOnlyDictionary<string, ModelPrice> Prices { get; init => field = new Dictionary<string, ModelPrice>(value ?? throw new ArgumentNullException(nameof(Prices)), StringComparer.Ordinal); } = new Dictionary<string, ModelPrice>();

    /// <summary>The clock of timeouts and rates.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    private static T Within<T>(T value, T low, T high, string what)
        where T : IComparable<T> => value.CompareTo(low) >= 0 && value.CompareTo(high) <= 0
        ? value
        : throw new ArgumentOutOfRangeException(what, FormattableString.Invariant($"{what} is {value}; allowed is {low} to {high}."));
}
