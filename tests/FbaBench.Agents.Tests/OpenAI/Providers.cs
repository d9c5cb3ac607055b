using FbaBench.Agents.OpenAI;
using FbaBench.Agents.Tests.Loopback;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.OpenAI;

/// <summary>Providers before a loopback server, without the environment of the machine.</summary>
internal static class Providers
{
    public const string Key = "sk-planted-0123456789";

    private static readonly string EmptyFolder = Directory.CreateTempSubdirectory("fbabench-models").FullName;

    public static Surroundings Around(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal), EmptyFolder);

    public static OpenAIProvider At(LoopbackServer server, OpenAIProviderOptions? options = null, params (string Name, string Value)[] variables) => new(
        new()
        {
            Name = options?.Name ?? "local",
            Endpoint = server.Endpoint,
            ApiKey = options is null ? Key : options.ApiKey,
            Timeout = options?.Timeout ?? TimeSpan.FromSeconds(30),
            MaxConcurrency = options?.MaxConcurrency ?? new OpenAIProviderOptions().MaxConcurrency,
            RequestsPerMinute = options?.RequestsPerMinute,
            TokensPerMinute = options?.TokensPerMinute,
            MaxAnswerBytes = options?.MaxAnswerBytes ?? new OpenAIProviderOptions().MaxAnswerBytes,
            Headers = options?.Headers ?? new OpenAIProviderOptions().Headers,
            Prices = options?.Prices ?? new OpenAIProviderOptions().Prices,
            Retry = options?.Retry ?? new(),
            Time = options?.Time ?? TimeProvider.System,
        },
        Around(variables));

    public static Task<ChatResponse> AskAsync(this OpenAIProvider provider, bool streams, string question = "What now?", ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var client = provider.Open($"{provider.Name}/small").Client;
        return streams
            ? client.GetStreamingResponseAsync(question, options, cancellationToken).ToChatResponseAsync(cancellationToken)
            : client.GetResponseAsync(question, options, cancellationToken);
    }
}
