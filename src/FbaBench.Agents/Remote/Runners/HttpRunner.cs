namespace FbaBench;

/// <summary>
/// Runs agents behind HTTP, see <see cref="HttpAgent"/>: <c>http://HOST:PORT/PATH</c> with the options <c>timeoutSeconds</c>, <c>attempts</c>, <c>tokenVariable</c> and
/// <c>version</c>. An address with a query ends with a question mark of its own.
/// </summary>
public sealed class HttpRunner : IAgentRunner
{
    private readonly HttpClient _client;

    /// <param name="client">Sends the requests of all agents; null for one that all such runners share.</param>
    public HttpRunner(HttpClient? client = null) => _client = client ?? HttpRecipes.Shared;

    /// <inheritdoc/>
    public string Scheme => "http";

    /// <inheritdoc/>
    public AgentRecipe Prepare(AgentSpecification specification) => HttpRecipes.Of(specification, _client);
}

/// <summary>As <see cref="HttpRunner"/>, over TLS: <c>https://HOST/PATH</c>.</summary>
public sealed class HttpsRunner : IAgentRunner
{
    private readonly HttpClient _client;

    /// <inheritdoc cref="HttpRunner(HttpClient?)"/>
    public HttpsRunner(HttpClient? client = null) => _client = client ?? HttpRecipes.Shared;

    /// <inheritdoc/>
    public string Scheme => "https";

    /// <inheritdoc/>
    public AgentRecipe Prepare(AgentSpecification specification) => HttpRecipes.Of(specification, _client);
}
