using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using ChatClient = OpenAI.Chat.ChatClient;

namespace FbaBench.Agents.Tests.Loopback;

/// <summary>The server is understood by the official client, and hurts it where it should.</summary>
public sealed class LoopbackServerTests
{
    private static readonly AIFunctionDeclaration Tool = AIFunctionFactory.CreateDeclaration("place_order", null, System.Text.Json.JsonElement.Parse("""{"type":"object","properties":{"units":{"type":"integer"}}}"""));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_text_comes_with_its_usage_whole_and_as_a_stream(bool streams)
    {
        var answer = LoopbackAnswer.Text("Buy forty mugs, and none of the vases.") with { Usage = new(1_000, 50) { Cached = 400, Reasoning = 30 } };
        await using var server = await LoopbackServer.StartAsync(answer);
        var response = await AskAsync(server, streams, "What now?");
        Assert.Equal("Buy forty mugs, and none of the vases.", response.Text);
        Assert.Equal((1_000L, 50L, 400L, 30L), (response.Usage!.InputTokenCount!.Value, response.Usage.OutputTokenCount!.Value, response.Usage.CachedInputTokenCount!.Value, response.Usage.ReasoningTokenCount!.Value));
        var asked = Assert.Single(server.Requests);
        Assert.Equal(("tiny", streams, "Bearer key-of-test"), (asked.Model, asked.IsStreaming, asked.Headers["authorization"]));
        Assert.Equal([new("system", "Sell.", [], null), new LoopbackMessage("user", "What now?", [], null)], asked.Messages, SameMessage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parallel_calls_come_with_ids_and_the_conversation_shows_their_answers(bool streams)
    {
        await using var server = await LoopbackServer.StartAsync(request => request.Messages[^1].Role == "tool"
            ? LoopbackAnswer.Text($"done {string.Join(' ', request.Messages.Where(message => message.Role == "tool").Select(message => $"{message.CallId}={message.Text}"))}")
            : LoopbackAnswer.Calls(LoopbackCall.With("place_order", new { units = 40 }), LoopbackCall.With("place_order", new { units = 1_234_567_890 })));
        var first = await AskAsync(server, streams, "What now?");
        var calls = first.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToArray();
        Assert.Equal([("call_2_0", "40"), ("call_2_1", "1234567890")], calls.Select(call => (call.CallId, call.Arguments!["units"]!.ToString())));
        Assert.Equal(ChatFinishReason.ToolCalls, first.FinishReason);

        ChatMessage[] answered = [.. first.Messages, new(ChatRole.Tool, [.. calls.Select((call, index) => new FunctionResultContent(call.CallId, $"ok{index}"))])];
        Assert.Equal("done call_2_0=ok0 call_2_1=ok1", (await AskAsync(server, streams, "What now?", answered)).Text);
        Assert.Equal(["place_order"], server.Requests[0].Tools);
        Assert.Equal(["place_order", "place_order"], server.Requests[1].Messages[2].Calls.Select(call => call.Tool));
    }

    [Fact]
    public async Task Structured_output_shows_its_schema()
    {
        await using var server = await LoopbackServer.StartAsync(request => LoopbackAnswer.Structured(request.ResponseSchema!.Value.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, _ => 7)));
        var schema = System.Text.Json.JsonElement.Parse("""{"type":"object","properties":{"price":{"type":"integer"}}}""");
        var response = await Client(server).GetResponseAsync("A price?", new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "price") });
        Assert.Equal("""{"price":7}""", response.Text);
    }

    [Fact]
    public async Task Answers_come_in_order_and_the_last_one_stays()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("one"), LoopbackAnswer.Text("two"));
        var texts = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            texts.Add((await AskAsync(server, false, "?")).Text);
        }

        Assert.Equal(["one", "two", "two"], texts);
        Assert.Equal([1, 2, 3], server.Requests.Select(request => request.Number));
    }

    [Fact]
    public async Task Failures_reach_the_client_as_what_they_are()
    {
        await using var server = await LoopbackServer.StartAsync(
            LoopbackAnswer.RateLimited("7"),
            LoopbackAnswer.Status(500),
            LoopbackAnswer.Text("never") with { DropsAfter = -1 },
            LoopbackAnswer.Text("never") with { DropsAfter = 20 },
            LoopbackAnswer.Raw("{\"id\":"),
            LoopbackAnswer.Text("never") with { StallsAfter = 20 });
        var limited = await Assert.ThrowsAsync<ClientResultException>(() => AskAsync(server, false, "?"));
        Assert.True(limited.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var wait));
        Assert.Equal((429, "7"), (limited.Status, wait));
        Assert.Equal(500, (await Assert.ThrowsAsync<ClientResultException>(() => AskAsync(server, false, "?"))).Status);
        Assert.Equal(0, (await Assert.ThrowsAsync<ClientResultException>(() => AskAsync(server, false, "?"))).Status);
        Assert.NotNull(await Record.ExceptionAsync(() => AskAsync(server, false, "?")));
        Assert.NotNull(await Record.ExceptionAsync(() => AskAsync(server, false, "?")));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(server).GetResponseAsync("?", cancellationToken: soon.Token));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_large_answer_is_as_large_as_it_says()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Large(10_000_000));
        Assert.Equal(10_000_000, (await AskAsync(server, false, "?")).Text.Length);
        Assert.InRange(server.BytesSent, 10_000_000, 10_001_000);
    }

    [Fact]
    public async Task Two_hundred_wait_side_by_side()
    {
        var all = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async request =>
        {
            if (request.Number == 200)
            {
                all.SetResult();
            }

            await all.Task;
            return LoopbackAnswer.Text("late") with { Latency = TimeSpan.FromMilliseconds(20) };
        });
        var client = Client(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetResponseAsync("?")));
        Assert.All(answers, answer => Assert.Equal("late", answer.Text));
        Assert.Equal(200, server.MostAtOnce);
    }

    [Fact]
    public async Task A_script_that_throws_fails_whoever_disposes_the_server()
    {
        var server = await LoopbackServer.StartAsync(request => request.Number > 1 ? LoopbackAnswer.Text("?") : throw new InvalidDataException("no such case"));
        Assert.NotNull(await Record.ExceptionAsync(() => AskAsync(server, false, "?")));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await server.DisposeAsync());
        Assert.Contains("no such case", failure.Message, StringComparison.Ordinal);
    }

    private static bool SameMessage(LoopbackMessage? one, LoopbackMessage? other) => (one!.Role, one.Text, one.CallId) == (other!.Role, other.Text, other.CallId) && one.Calls.SequenceEqual(other.Calls);

    private static async Task<ChatResponse> AskAsync(LoopbackServer server, bool streams, string question, params ChatMessage[] further)
    {
        ChatMessage[] messages = [new(ChatRole.System, "Sell."), new(ChatRole.User, question), .. further];
        var options = new ChatOptions { Tools = [Tool] };
        return streams
            ? await Client(server).GetStreamingResponseAsync(messages, options).ToChatResponseAsync()
            : await Client(server).GetResponseAsync(messages, options);
    }

    private static IChatClient Client(LoopbackServer server) =>
        new ChatClient("tiny", new ApiKeyCredential("key-of-test"), new() { Endpoint = server.Endpoint, RetryPolicy = new ClientRetryPolicy(0) }).AsIChatClient();
}
