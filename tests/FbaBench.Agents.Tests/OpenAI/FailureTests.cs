using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FbaBench.Agents.Tests.Loopback;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.OpenAI;

/// <summary>Every failure of a service is a <see cref="ModelCallException"/> that tells its kind and no secret, as a whole answer and as a stream.</summary>
public sealed class FailureTests
{
    private const string Content = "planted-content-of-a-private-conversation";
    private const string Header = "planted-header-value";

    public static TheoryData<string, ModelFailureKind, int?> Failures => new()
    {
        { "429", ModelFailureKind.RateLimited, 429 },
        { "429 unpaid", ModelFailureKind.Unauthorised, 429 },
        { "500", ModelFailureKind.ServerError, 500 },
        { "529", ModelFailureKind.ServerError, 529 },
        { "400", ModelFailureKind.Rejected, 400 },
        { "401", ModelFailureKind.Unauthorised, 401 },
        { "402", ModelFailureKind.Unauthorised, 402 },
        { "403", ModelFailureKind.Unauthorised, 403 },
        { "404", ModelFailureKind.Rejected, 404 },
        { "408", ModelFailureKind.TimedOut, 408 },
        { "redirect", ModelFailureKind.Rejected, 302 },
        { "error that is no JSON", ModelFailureKind.ServerError, 502 },
        { "error that never ends", ModelFailureKind.ServerError, 503 },
        { "dropped before", ModelFailureKind.Disconnected, null },
        { "dropped at once", ModelFailureKind.Disconnected, null },
        { "dropped in the middle", ModelFailureKind.Disconnected, null },
        { "dropped in the middle of a known length", ModelFailureKind.Disconnected, null },
        { "no JSON", ModelFailureKind.Malformed, null },
        { "half JSON", ModelFailureKind.Malformed, null },
        { "no object", ModelFailureKind.Malformed, null },
        { "choices of another type", ModelFailureKind.Malformed, null },
        { "message of another type", ModelFailureKind.Malformed, null },
        { "reason nobody knows", ModelFailureKind.Malformed, null },
        { "too large", ModelFailureKind.TooLarge, null },
        { "too large and says so", ModelFailureKind.TooLarge, null },
        { "endless", ModelFailureKind.TooLarge, null },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_has_its_kind_and_no_secret(string which, ModelFailureKind kind, int? status)
    {
        foreach (var streams in new[] { false, true })
        {
            await using var server = await LoopbackServer.StartAsync(Answer(which, streams));
            using var provider = Providers.At(server, new() { Name = "local", ApiKey = Providers.Key, MaxAnswerBytes = 100_000, Headers = new Dictionary<string, string> { ["X-Secret"] = Header } });
            var failure = await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(streams, $"Keep this: {Content}"));
            Assert.Equal((kind, status), (failure.Kind, failure.Status));
            Assert.Contains("'local'", failure.Message, StringComparison.Ordinal);
            Assert.Single(server.Requests);
            Assert.Null(failure.InnerException);
            foreach (var secret in new[] { Content, Header, Providers.Key, "planted" })
            {
                Assert.DoesNotContain(secret, failure.ToString(), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""")]
    [InlineData("""{"error":{"message":"planted","code":502}}""")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"choices":[{"message":{"content":7},"finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"message":{"content":{"text":"planted"} },"finish_reason":"stop"}]}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task An_answer_without_a_choice_or_with_a_text_that_is_none_is_malformed(string body)
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Raw(body));
        using var provider = Providers.At(server);
        Assert.Equal(ModelFailureKind.Malformed, (await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(false))).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Buy"},"finish_reason":null}]}""" + "\n\n")]
    [InlineData("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Buy"},"finish_reason":null}]}""" + "\n\ndata: [DONE]\n\n")]
    public async Task A_stream_that_ends_before_the_model_had_finished_is_no_answer(string body)
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Raw(body));
        using var provider = Providers.At(server);
        var failure = await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(true));
        Assert.Equal(ModelFailureKind.Disconnected, failure.Kind);
        Assert.Contains("before the model had finished", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 7_000)]
    [InlineData("0.25", 250)]
    [InlineData("Fri, 27 Nov 2026 10:00:30 GMT", 30_000)]
    [InlineData("Fri, 27 Nov 2026 09:00:00 GMT", 0)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999", null)]
    public async Task The_wait_that_a_service_asks_for_is_seconds_or_a_date_by_its_own_clock(string? header, int? milliseconds)
    {
        var answer = LoopbackAnswer.RateLimited(header);
        await using var server = await LoopbackServer.StartAsync(answer with { Headers = [.. answer.Headers, ("Date", "Fri, 27 Nov 2026 10:00:00 GMT")] });
        using var provider = Providers.At(server);
        foreach (var streams in new[] { false, true })
        {
            Assert.Equal(milliseconds, (await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(streams))).RetryAfter?.TotalMilliseconds);
        }
    }

    [Fact]
    public async Task A_failure_repeats_the_codes_that_help()
    {
        await using var server = await LoopbackServer.StartAsync(request => Error(400, request.Number == 1 ? "context_length_exceeded" : "planted_code"));
        using var provider = Providers.At(server);
        Assert.Equal("'local' does not take the request (HTTP 400, context_length_exceeded).", (await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(false))).Message);
        Assert.Equal("'local' does not take the request (HTTP 400).", (await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(false))).Message);
    }

    [Fact]
    public async Task Refused_credentials_name_the_variable_to_set()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Status(401));
        using var provider = Providers.At(server, new() { Name = "my-cloud" });
        Assert.Contains("set MY_CLOUD_API_KEY", (await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(false))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 30)]
    [InlineData(true, 30)]
    public async Task What_does_not_come_whole_in_time_has_timed_out(bool streams, int after)
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("late") with { StallsAfter = after });
        using var provider = Providers.At(server, new() { Name = "local", Timeout = TimeSpan.FromMilliseconds(300) });
        var failure = await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(streams));
        Assert.Equal((ModelFailureKind.TimedOut, true), (failure.Kind, failure.IsTransient));
        Assert.Contains("no whole answer in 0.3 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_gives_up_has_cancelled_and_nothing_has_failed(bool streams)
    {
        using var giveUp = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(async _ =>
        {
            await giveUp.CancelAsync();
            return LoopbackAnswer.Text("late") with { StallsAfter = 10 };
        });
        using var provider = Providers.At(server);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.AskAsync(streams, cancellationToken: giveUp.Token));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_on()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Endless());
        using var provider = Providers.At(server);
        var failure = await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(false));
        Assert.Equal(ModelFailureKind.TooLarge, failure.Kind);
        Assert.True(server.BytesSent > 8 << 20);
    }

    [Fact]
    public async Task A_body_is_read_up_to_its_limit_and_not_further()
    {
        using var source = new Zeros();
        using var body = new FbaBench.Agents.OpenAI.BoundedStream(source, 1_000, "local");
        var buffer = new byte[300];
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(300, await body.ReadAsync(buffer));
        }

        Assert.Equal(100, body.Read(buffer, 0, 100));
        Assert.Equal(ModelFailureKind.TooLarge, (await Assert.ThrowsAsync<ModelCallException>(async () => await body.ReadExactlyAsync(buffer.AsMemory(0, 1)))).Kind);
        Assert.Equal(1_001, source.Given);
    }

    [Fact]
    public async Task Ten_megabytes_are_read_by_who_allows_them()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Large(10_000_000));
        using var narrow = Providers.At(server);
        Assert.Equal(ModelFailureKind.TooLarge, (await Assert.ThrowsAsync<ModelCallException>(() => narrow.AskAsync(false))).Kind);
        using var wide = Providers.At(server, new() { Name = "local", MaxAnswerBytes = 11_000_000 });
        Assert.Equal(10_000_000, (await wide.AskAsync(false)).Text.Length);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_broken_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var provider = new OpenAIProvider(new() { Name = "local", Endpoint = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/v1")) }, Providers.Around());
        var failure = await Assert.ThrowsAsync<ModelCallException>(() => provider.AskAsync(false));
        Assert.Equal(ModelFailureKind.Disconnected, failure.Kind);
        Assert.Contains("ConnectionRefused", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_of_the_caller_is_no_failure_of_the_service()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("?"));
        using var provider = Providers.At(server);
        var client = provider.Open("local/small").Client;
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetResponseAsync((IEnumerable<ChatMessage>)null!));
        var options = new ChatOptions { RawRepresentationFactory = _ => throw new InvalidOperationException("mine") };
        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetResponseAsync("?", options))).Message);
        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetStreamingResponseAsync("?", options).ToChatResponseAsync())).Message);
        Assert.Empty(server.Requests);
    }

    private static LoopbackAnswer Answer(string which, bool streams)
    {
        return which switch
        {
            "429 unpaid" => Error(429, "insufficient_quota"),
            "redirect" => Secret(302) with { Headers = [("Location", "http://127.0.0.1:9/planted")] },
            "error that is no JSON" => LoopbackAnswer.Raw(Content).WithCode(502),
            "error that never ends" => LoopbackAnswer.Endless().WithCode(503),
            "dropped before" => LoopbackAnswer.Text(Content) with { DropsAfter = -1 },
            "dropped at once" => LoopbackAnswer.Text(Content) with { DropsAfter = 0 },
            "dropped in the middle" => LoopbackAnswer.Text(Content) with { DropsAfter = 150 },
            "dropped in the middle of a known length" => LoopbackAnswer.Text(Content) with { DropsAfter = 150, ShowsLength = true },
            "no JSON" => Body($"<html>{Content}</html>"),
            "half JSON" => Body($$$"""{"id":"1","choices":[{"message":{"content":"{{{Content}}}"""),
            "no object" => Body($"[\"{Content}\"]"),
            "choices of another type" => Body($$$"""{"id":"1","choices":"{{{Content}}}"}"""),
            "message of another type" => Body($$$"""{"id":"1","object":"x","created":1,"model":"m","choices":[{"index":0,"message":"{{{Content}}}","delta":"{{{Content}}}","finish_reason":"stop"}]}"""),
            "reason nobody knows" => LoopbackAnswer.Text(Content) with { FinishReason = "error" },
            "too large" => LoopbackAnswer.Large(200_000),
            "too large and says so" => LoopbackAnswer.Large(200_000) with { ShowsLength = true },
            "endless" => LoopbackAnswer.Endless(),
            _ => Secret(int.Parse(which, CultureInfo.InvariantCulture)),
        };

        LoopbackAnswer Body(string json) => LoopbackAnswer.Raw(streams ? $"data: {json}\n\n" : json);

        static LoopbackAnswer Secret(int code) => LoopbackAnswer.Status(code, $"You sent {Content} with {Providers.Key} and {Header}.");
    }

    private static LoopbackAnswer Error(int status, string code) => LoopbackAnswer.Raw($$$"""{"error":{"message":"{{{Content}}}","type":"{{{Content}}}","code":"{{{code}}}"}}""").WithCode(status);

    /// <summary>Never ends.</summary>
    private sealed class Zeros : MemoryStream
    {
        public int Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
