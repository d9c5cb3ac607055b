using System.Net.Sockets;

namespace FbaBench.Agents.OpenAI;

/// <summary>Sends a request as the options say, and makes a failure of what is no answer before anybody above reads its text.</summary>
internal sealed class ServiceHandler(OpenAIProviderOptions options, bool hasKey, string keyVariable, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string EventStream = "text/event-stream";

    private static readonly AsyncLocal<Progress?> Current = new();

    /// <summary>Follows the call that this flow makes from here on.</summary>
    public static void Follow(Progress progress) => Current.Value = progress;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!hasKey)
        {
            // The official client cannot do without a key and was given a placeholder.
            request.Headers.Authorization = null;
        }

        foreach (var (name, value) in options.Headers)
        {
            RequestHeaders.TryAdd(request.Headers, name, value);
        }

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw Failures.Disconnected(options.Name, exception.InnerException is SocketException socket ? socket.SocketErrorCode.ToString() : exception.HttpRequestError.ToString());
        }

        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                throw await Failures.OfAsync(response, options.Name, keyVariable, options.Time, cancellationToken).ConfigureAwait(false);
            }
        }

        if (response.Content.Headers.ContentLength > options.MaxAnswerBytes)
        {
            response.Dispose();
            throw Failures.TooLarge(options.Name, options.MaxAnswerBytes);
        }

        if (Current.Value is { } progress)
        {
            progress.IsAnswered = true;
        }

        response.Content = await BodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return response;
    }

    /// <summary>The body within its limit: a stream as it comes, anything else whole and looked at.</summary>
    private async Task<HttpContent> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream body = new BoundedStream(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), options.MaxAnswerBytes, options.Name);
        if (content.Headers.ContentType?.MediaType != EventStream)
        {
            using var whole = new MemoryStream();
            await using (body.ConfigureAwait(false))
            {
                await body.CopyToAsync(whole, cancellationToken).ConfigureAwait(false);
            }

            WholeAnswer.Check(whole.GetBuffer().AsMemory(0, (int)whole.Length), options.Name);
            body = new MemoryStream(whole.GetBuffer(), 0, (int)whole.Length, writable: false);
        }

        var bounded = new StreamContent(body);
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            bounded.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }

        return bounded;
    }

    /// <summary>How far a call has come.</summary>
    internal sealed class Progress
    {
        /// <summary>An answer has begun: what goes wrong from now on is in the answer, not in the question.</summary>
        public bool IsAnswered { get; set; }
    }
}
