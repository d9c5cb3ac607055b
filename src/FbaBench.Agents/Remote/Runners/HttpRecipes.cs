namespace FbaBench;

/// <summary>Makes agents behind HTTP of their specifications.</summary>
internal static class HttpRecipes
{
    private const int MostAttempts = 20;
    private const int SecondsOfADay = 86_400;

    /// <summary>
    /// One pool of connections for the whole process. A redirect is not followed: it would turn the POST into a GET, and carry a token elsewhere. Connections are opened
    /// anew now and then, so that a name that moved is noticed.
    /// </summary>
    public static HttpClient Shared => field ??= new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static AgentRecipe Of(AgentSpecification specification, HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(specification);
        specification.AllowOptions("timeoutSeconds", "attempts", "tokenVariable", "version");
        if (!Uri.TryCreate($"{specification.Scheme}:{specification.Address}", UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            throw new ArgumentException($"'{specification.Text}' is no address; write for example {specification.Scheme}://127.0.0.1:8000/agent.", nameof(specification));
        }

        var options = new HttpAgentOptions { Address = address, TokenVariable = specification.Options.GetValueOrDefault("tokenVariable") };
        if (specification.Whole("timeoutSeconds", 1, SecondsOfADay) is { } seconds)
        {
            options = options with { Timeout = TimeSpan.FromSeconds(seconds) };
        }

        if (specification.Whole("attempts", 1, MostAttempts) is { } attempts)
        {
            options = options with { Retry = options.Retry with { Attempts = (int)attempts } };
        }

        _ = options.Token();
        return new(specification, RemoteVersion.Of(specification, []), setting => new HttpAgent(setting, options, client));
    }
}
