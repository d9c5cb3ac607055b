using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace FbaBench;

/// <summary>
/// An agent behind HTTP by the protocol <c>fbabench-agent/1</c>: one POST a day, one decision back. A service that fails or cannot be reached is asked
/// again, and is then unavailable; an answer that is no decision is the agent's own failure, a recorded day without commands.
/// </summary>
public sealed class HttpAgent : IAgent, IAsyncDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly HttpAgentOptions _options;
    private readonly HttpClient _client;
    private readonly RemoteDialogue _dialogue;
    private readonly AuthenticationHeaderValue? _token;
    private bool _asked;

    /// <param name="setting">The episode.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="client">Sends the requests; shared by any number of agents, and not disposed. Its own timeout should be infinite, and redirects not followed.</param>
    /// <exception cref="ArgumentException">The options name a token that is not there.</exception>
    public HttpAgent(AgentSetting setting, HttpAgentOptions options, HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(client);
        (_options, _client, _dialogue) = (options, client, new(setting));
        _token = options.Token() is { } token ? new("Bearer", token) : null;
    }

    /// <inheritdoc/>
    /// <exception cref="AgentUnavailableException">The service could not be asked.</exception>
    /// <exception cref="FormatException">The answer is no decision, or larger than allowed.</exception>
    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(context);
        _asked = true;
        var reply = await AskAsync(_dialogue.Morning(today, context), cancellationToken).ConfigureAwait(false);
        if (reply.IsForgotten)
        {
            _dialogue.Restart();
            reply = await AskAsync(_dialogue.Morning(today, context), cancellationToken).ConfigureAwait(false);
        }

        if (reply.IsForgotten)
        {
            throw new AgentServiceException($"{_options.Where} does not know the episode (410) when it is told everything; answer a message with first = true.");
        }

        if (reply.Answer is { } answer)
        {
            return _dialogue.Read(answer, today);
        }

        var tooLarge = $"The answer is larger than {_options.MostAnswerBytes} bytes; answer with commands alone.";
        _dialogue.Refused(tooLarge);
        throw new FormatException(tooLarge);
    }

    /// <summary>Tells the service that the episode is over. A service that does not hear it loses nothing: the message is for its memory alone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_asked)
        {
            _asked = false;
            await OnceAsync(_dialogue.End(), TimeSpan.FromTicks(Math.Min(PatienceAtTheEnd.Ticks, _options.Timeout.Ticks)), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<Reply> AskAsync(byte[] message, CancellationToken cancellationToken)
    {
        var backOff = _options.Retry.FirstWait;
        for (var attempt = 1; ; attempt++, backOff *= 2)
        {
            var reply = await OnceAsync(message, _options.Timeout, cancellationToken).ConfigureAwait(false);
            if (reply.Problem is null)
            {
                return reply;
            }

            var wait = reply.RetryAfter ?? (backOff < _options.Retry.LongestWait ? backOff : _options.Retry.LongestWait);
            if (!reply.CanPass || attempt == _options.Retry.Attempts || wait > _options.Retry.LongestWait)
            {
                throw new AgentServiceException($"{_options.Where} could not be asked ({(attempt == 1 ? "once" : attempt + " times")}): {reply.Problem}", reply.Error);
            }

            await Task.Delay(wait, _options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Reply> OnceAsync(byte[] message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _options.Address) { Content = new ByteArrayContent(message) };
            request.Content.Headers.ContentType = Json;
            request.Headers.Authorization = _token;
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new() { Answer = await BodyAsync(response, either.Token).ConfigureAwait(false) },
                HttpStatusCode.Gone => new() { IsForgotten = true },
                var status => Refused(status, response.Headers.RetryAfter),
            };
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Problem = $"no whole answer within {timeout.TotalSeconds:0.###} s.", CanPass = true, Error = error };
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new() { Problem = $"{error.Message.TrimEnd('.')}. Is it running?", CanPass = true, Error = error };
        }
    }

    /// <summary>The answer, or null where it is larger than allowed.</summary>
    private async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[8_192];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.WrittenCount + read > _options.MostAnswerBytes)
                {
                    return null;
                }

                body.Write(buffer.AsSpan(0, read));
            }
        }

        return body.WrittenSpan.ToArray();
    }

    private Reply Refused(HttpStatusCode status, RetryConditionHeaderValue? asked)
    {
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - _options.Time.GetUtcNow() : null);
        return new()
        {
            Problem = FormattableString.Invariant($"it answered {(int)status} ({status}) where 200 was expected."),
            CanPass = (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests,
            RetryAfter = wait > TimeSpan.Zero ? wait : null,
        };
    }

    /// <summary>What came of one request. Without an answer, a problem or a lost episode the answer was too large.</summary>
    private readonly record struct Reply
    {
        public byte[]? Answer { get; init; }

        public bool IsForgotten { get; init; }

        public string? Problem { get; init; }

        public bool CanPass { get; init; }

        public TimeSpan? RetryAfter { get; init; }

        public Exception? Error { get; init; }
    }
}
