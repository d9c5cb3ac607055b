using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using FbaBench.Agents.OpenAI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using OpenAI;
using OpenAI.Chat;

namespace FbaBench;

/// <summary>
/// Models of OpenAI, OpenRouter and every other service with the same protocol, over the official client. It repeats no call and follows no redirect, writes no content to logs or traces, and keeps the limits of its
/// options over all models together. Safe for concurrent use.
/// </summary>
public sealed class OpenAIProvider : IModelProvider, IDisposable
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    private readonly OpenAIProviderOptions _options;
    private readonly Uri _endpoint;
    private readonly string _keyVariable;
    private readonly string? _key;
    private readonly ProviderLimits _limits;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, ModelSource> _sources = new(StringComparer.Ordinal);

    /// <param name="options">How it is reached and what it may be asked.</param>
    /// <exception cref="ArgumentException">It has no endpoint and is not a known one, or the key cannot be sent.</exception>
    /// <exception cref="InvalidDataException">The file <c>.env</c> of the working folder cannot be read.</exception>
    public OpenAIProvider(OpenAIProviderOptions options)
        : this(options, Surroundings.OfProcess())
    {
    }

    internal OpenAIProvider(OpenAIProviderOptions options, Surroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _endpoint = options.Endpoint ?? ProviderNames.EndpointOf(options.Name)
            ?? throw new ArgumentException($"The provider '{options.Name}' has no endpoint; set FbaBench:Models:{options.Name}:Endpoint to its address up to the version, for example http://127.0.0.1:8000/v1.", nameof(options));
        _keyVariable = options.ApiKeyVariable ?? ProviderNames.KeyVariableOf(options.Name);
        _key = string.IsNullOrEmpty(options.ApiKey) ? surroundings.Find(_keyVariable) : options.ApiKey;
        if (_key is not null && !_key.All(c => c is > ' ' and <= '~'))
        {
            throw new ArgumentException($"The key of the provider '{options.Name}' holds a space, a line end or another character that no key has; look at {_keyVariable} or the setting ApiKey.", nameof(options));
        }

        _limits = new(options);
        var connections = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !_endpoint.IsLoopback,
            ConnectTimeout = LongestConnect,
            PooledConnectionLifetime = ConnectionLife,
            MaxConnectionsPerServer = int.MaxValue,
            EnableMultipleHttp2Connections = true,
        };
        _http = new(new ServiceHandler(options, _key is not null, _keyVariable, connections)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <summary>Every provider that the settings name, and the known ones, by name in ordinal order: what <c>AddOpenAIModels</c> registers.</summary>
    /// <param name="configuration">Settings that go before the environment and the file <c>.env</c>; null for those alone.</param>
    /// <exception cref="ArgumentException">A setting is unknown or not right; the message says where it stands and what would be right.</exception>
    /// <exception cref="InvalidDataException">The file <c>.env</c> of the working folder cannot be read.</exception>
    public static IReadOnlyList<OpenAIProvider> FromSettings(IConfiguration? configuration = null)
    {
        var surroundings = Surroundings.OfProcess();
        return [.. ProviderSettings.Read(configuration, surroundings).Select(provider => new OpenAIProvider(provider.Options, surroundings))];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The model is not one of this provider's, or there is no key for it.</exception>
    public ModelSource Open(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.StartsWith(Name + "/", StringComparison.Ordinal) || model.Length == Name.Length + 1)
        {
            throw new ArgumentException($"'{model}' is no model of the provider '{Name}'; write {Name}/MODEL.", nameof(model));
        }

        if (_key is null && !_endpoint.IsLoopback)
        {
            throw new ArgumentException($"There is no key for '{model}'. Set the environment variable {_keyVariable}, or write {_keyVariable}=… into the file {DotEnv.FileName} of the working folder.", nameof(model));
        }

        return _sources.GetOrAdd(model, Make);
    }

    /// <summary>Closes the connections. Calls under way fail.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _limits.Dispose();
    }

    private ModelSource Make(string model)
    {
        var own = model[(Name.Length + 1)..];
        var options = new OpenAIClientOptions
        {
            Endpoint = _endpoint,
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = _options.Timeout,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new() { EnableLogging = false },
        };
        var client = new ChatClient(own, new ApiKeyCredential(_key ?? "none"), options).AsIChatClient();
        return new(model, new ProviderClient(client, _options, _limits)) { Price = _options.Prices.GetValueOrDefault(own), Retry = _options.Retry };
    }
}
