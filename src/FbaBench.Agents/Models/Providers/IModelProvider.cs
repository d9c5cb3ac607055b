using Microsoft.Extensions.AI;

namespace FbaBench;

/// <summary>Opens models by name. Safe for concurrent use.</summary>
public interface IModelProvider
{
    /// <summary>The first part of the names of its models, for example <c>openai</c> of <c>openai/gpt-5-mini</c>.</summary>
    string Name { get; }

    /// <summary>Opens a model. All agents of a process may share what is returned.</summary>
    /// <param name="model">The model's name with the provider, for example <c>openai/gpt-5-mini</c>.</param>
    /// <exception cref="ArgumentException">The model or the provider's settings are not right; the message says what would be.</exception>
    ModelSource Open(string model);
}

/// <summary>A model that can be asked.</summary>
/// <param name="Name">Its name with the provider.</param>
/// <param name="Client">
/// Asks it, once: no retries of its own. What is no fault of the agent is a <see cref="ModelCallException"/>. Limits of concurrency and rate are kept inside.
/// </param>
public sealed record ModelSource(string Name, IChatClient Client)
{
    /// <summary>What it costs; null where the price table says it.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>How often and how soon it is asked again.</summary>
    public ModelRetry Retry { get; init; } = new();
}

/// <summary>How often and how soon a model is asked again after a failure that can pass.</summary>
public sealed record ModelRetry
{
    /// <summary>Calls in all, 1 to 20; default 5.</summary>
    public int Attempts { get; init => field = value is >= 1 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(Attempts), $"{value} attempts; allowed is 1 to 20."); } = 5;

    /// <summary>The wait after the first failure, doubled after each further one; above zero, default 1 s. What the service asks for (Retry-After) goes first.</summary>
    public TimeSpan FirstWait { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(FirstWait), $"A first wait of {value}; allowed is above zero."); } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that is waited for, above zero; default 60 s. A service that asks for more is not asked again.</summary>
    public TimeSpan LongestWait { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(LongestWait), $"A longest wait of {value}; allowed is above zero."); } = TimeSpan.FromSeconds(60);
}

/// <summary>The registered providers.</summary>
public sealed class ModelProviders
{
    private readonly SortedDictionary<string, IModelProvider> _providers = new(StringComparer.Ordinal);

    /// <param name="providers">Providers of different names.</param>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public ModelProviders(IEnumerable<IModelProvider> providers)
    {
        ArgumentNullException.ThrowIfNull(providers);
        foreach (var provider in providers)
        {
            if (!_providers.TryAdd(provider.Name, provider))
            {
                throw new ArgumentException($"Two providers are named '{provider.Name}'; name one of them otherwise.", nameof(providers));
            }
        }
    }

    /// <summary>Their names, in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _providers.Keys;

    /// <summary>Opens a model.</summary>
    /// <param name="model"><c>PROVIDER/MODEL</c>; the model's own name may hold slashes.</param>
    /// <exception cref="ArgumentException">There is no such provider, or it refuses the model.</exception>
    public ModelSource Open(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == model.Length - 1)
        {
            throw new ArgumentException($"'{model}' names no model; write PROVIDER/MODEL, for example openai/gpt-5-mini.", nameof(model));
        }

        return _providers.TryGetValue(model[..slash], out var provider)
            ? provider.Open(model)
            : throw new ArgumentException($"No provider '{model[..slash]}' is registered, asked for by '{model}'; registered are: {(_providers.Count == 0 ? "none" : string.Join(", ", _providers.Keys))}. {(_providers.Count == 0 ? "Add the package FbaBench.Agents.OpenAI and call AddOpenAIModels()." : "Add it to the settings, FbaBench:Models.")}", nameof(model));
    }
}
