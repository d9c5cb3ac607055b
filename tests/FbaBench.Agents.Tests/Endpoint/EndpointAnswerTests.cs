using System.Globalization;
using FbaBench.Agents.Tests.Loopback;

namespace FbaBench.Agents.Tests.Endpoint;

/// <summary>
/// Answers of every kind: the calls as the ledger has them (micro-dollars, or why there was no answer, held where it may have been billed), and the day's commands and charge. After the answer of the row the model does what it does
/// when it is well: one price, 360 micro-dollars.
/// </summary>
public sealed class EndpointAnswerTests
{
    private const string Half = "\\ud83d";

    public static TheoryData<string, string> ByTools => new()
    {
        { "a call", "360, 360; 2 SetPrice, charged 720" },
        { "parallel calls", "360; 2 SetPrice, charged 360" },
        { "cached and reasoning", "1800; 1 SetPrice, charged 1800" },
        { "cost said", "1235; 1 SetPrice, charged 1235" },
        { "late", "360, 360; 2 SetPrice, charged 720" },
        { "unknown tool", "360, 360; 1 SetPrice, charged 720" },
        { "tool of no name", "360, 360; 1 SetPrice, charged 720" },
        { "tool of a strange name", "360, 360; 1 SetPrice, charged 720" },
        { "arguments that are no JSON", "360, 360; 1 SetPrice, charged 720" },
        { "arguments that are no object", "360, 360; 1 SetPrice, charged 720" },
        { "arguments of the end that are no JSON", "360, 360; 2 SetPrice, charged 720" },
        { "cut in a call", "360, 360; 2 SetPrice, charged 720" },
        { "filtered", "360, 360; 1 SetPrice, charged 720" },
        { "null text", "360, 360; 1 SetPrice, charged 720" },
        { "no text", "360, 360; 1 SetPrice, charged 720" },
        { "call without an id", "Malformed held, 360; 1 SetPrice, charged 360" },
        { "null as an id", "Malformed held, 360; 1 SetPrice, charged 360" },
        { "empty id", "360, 360; 2 SetPrice, charged 720" },
        { "same id twice", "360, 360; 2 SetPrice, charged 720" },
        { "unicode", "360; nothing, charged 360" },
        { "half a character in a text", "Malformed held, 360; 1 SetPrice, charged 360" },
        { "half a character in the name of a tool", "Malformed held, 360; 1 SetPrice, charged 360" },
        { "half a character in arguments", "360, 360; 1 SetPrice, charged 720" },
        { "half a character in a field", "360, 360; 1 SetPrice, charged 720" },
        { "half a character in a note", "360, 360; 2 SetPrice, charged 720" },
        { "nested 20", "360, 360; 1 SetPrice, charged 720" },
        { "nested 60", "360, 360; 1 SetPrice, charged 720" },
        { "nested 20000", "360, 360; 1 SetPrice, charged 720" },
        { "numbers out of range", "360, 360; 1 SetPrice, charged 720" },
        { "a field twice", "360, 360; 2 SetPrice, charged 720" },
        { "five hundred calls", "360, limit StepsPerDay; 100 SetPrice, charged 360" },
        { "five hundred calls and the end", "360; 100 SetPrice, charged 360" },
        { "a text of ten megabytes", "360, 360; 1 SetPrice, charged 720" },
        { "arguments of ten megabytes", "360, 360; 1 SetPrice, charged 720" },
        { "name of ten megabytes", "360, 360; 1 SetPrice, charged 720" },
        { "id of ten megabytes", "360, 360; 2 SetPrice, charged 720" },
    };

    public static TheoryData<string, string> Structured => new()
    {
        { "text", "360, 360; 1 SetPrice, charged 720" },
        { "empty text", "360, 360; 1 SetPrice, charged 720" },
        { "no commands", "360, 360; 1 SetPrice, charged 720" },
        { "commands of another type", "360, 360; 1 SetPrice, charged 720" },
        { "cut", "360, 360; 1 SetPrice, charged 720" },
        { "half a character", "360, 360; 1 SetPrice, charged 720" },
        { "nested", "360, 360; 1 SetPrice, charged 720" },
        { "a thousand wrong commands", "360, 360; 1 SetPrice, charged 720" },
        { "own charge", "360, 360; 1 SetPrice, charged 720" },
        { "ten megabytes", "360, 360; 1 SetPrice, charged 720" },
    };

    [Theory]
    [MemberData(nameof(ByTools))]
    public async Task A_strange_answer_by_tools_costs_what_it_says_and_decides_nothing_that_it_does_not_say(string which, string expected)
    {
        foreach (var streams in new[] { false, true })
        {
            var first = Answer(which, streams);
            await using var server = await LoopbackServer.StartAsync(request => request.Number == 1 ? first : EndpointRun.Well);
            Assert.Equal((streams, expected), (streams, await EndpointRun.DayAsync(server, streams: streams)));
        }
    }

    [Theory]
    [MemberData(nameof(Structured))]
    public async Task A_structured_answer_that_cannot_be_taken_is_asked_for_again_and_paid(string which, string expected)
    {
        await using var server = await LoopbackServer.StartAsync(request => request.Number == 1 ? LoopbackAnswer.Text(StructuredText(which)) : EndpointRun.WellStructured);
        Assert.Equal(expected, await EndpointRun.DayAsync(server, chat: new() { Mode = ChatMode.Structured }));
    }

    [Theory]
    [InlineData(ChatMode.Tools, "360, 360; NoDecision, charged 720")]
    [InlineData(ChatMode.Structured, "360, 360, 360; NoDecision, charged 1080")]
    public async Task A_model_that_never_gives_anything_of_use_has_paid_for_a_failed_day(ChatMode mode, string expected)
    {
        foreach (var answer in new[] { LoopbackAnswer.Text("I cannot help with that."), LoopbackAnswer.Text("") with { FinishReason = "content_filter" } })
        {
            await using var server = await LoopbackServer.StartAsync(answer);
            Assert.Equal(expected, await EndpointRun.DayAsync(server, chat: new() { Mode = mode }));
        }
    }

    [Fact]
    public async Task Tokens_that_are_not_said_are_charged_at_the_most_that_was_allowed()
    {
        await using var server = await LoopbackServer.StartAsync(EndpointRun.Well with { Usage = null });
        Assert.StartsWith("estimated; 1 SetPrice, charged ", await EndpointRun.DayAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_that_was_asked_for_again_reads_the_same_when_the_day_is_played_anew()
    {
        // The first answer, of 60,000 characters, is good but for one command; the day breaks at the repair and is played again by the same agent.
        var padding = new string('x', 60_000);
        var long1 = LoopbackAnswer.Structured(new { commands = new object[] { new { command = "setPrice", offer = EndpointRun.Offer, price = 20 }, new { command = "setPrice", offer = "no/such", price = 3 } }, note = padding });
        await using var server = await LoopbackServer.StartAsync(request => request.Number switch { 1 => long1, 2 => LoopbackAnswer.Status(401), _ => EndpointRun.WellStructured });
        using var provider = OpenAI.Providers.At(server, EndpointRun.Options);
        using var tape = new Models.Sessions.KeptStream();
        using var agent = EndpointRun.Agent(provider.Open("local/small"), tape, new() { Mode = ChatMode.Structured });
        await using var session = SimulationSession.Start(ShippedScenarios.Find("gift-shop"), new WorldSeed(3)).Seat(new(0), agent);
        await Assert.ThrowsAsync<ModelCallException>(() => session.PlayDayAsync());
        await session.PlayDayAsync();
        Assert.Equal((3, 720L, 0), (server.Requests.Count, session.Inference(new(0)).MicroDollars, session.Faults.Count));
    }

    private static LoopbackAnswer Answer(string which, bool streams)
    {
        var price = LoopbackCall.With("setPrice", new { offer = EndpointRun.Offer, price = 20.5 });
        var end = LoopbackCall.With("finish", new { note = "done" });
        var most = new string('x', 10_000_000);
        return which switch
        {
            "a call" => LoopbackAnswer.Calls(price),
            "parallel calls" => LoopbackAnswer.Calls(price, LoopbackCall.With("readHistory", new { days = 3 }), LoopbackCall.With("setPrice", new { offer = EndpointRun.Offer, price = 21 }), end),
            "cached and reasoning" => EndpointRun.Well with { Usage = new(1_000, 50) { Cached = 400, Reasoning = 30 } },
            "cost said" => EndpointRun.Well with { Usage = new(1_000, 50) { Cost = "0.0012341" } },
            "late" => LoopbackAnswer.Calls(price) with { Latency = TimeSpan.FromMilliseconds(100) },
            "unknown tool" => LoopbackAnswer.Calls(LoopbackCall.With("fly", new { })),
            "tool of no name" => Called("""{"id":"a","type":"function","function":{"arguments":"{}"}}""", streams),
            "tool of a strange name" => LoopbackAnswer.Calls(LoopbackCall.With("set price, please…", new { })),
            "arguments that are no JSON" => LoopbackAnswer.Calls(price with { Arguments = "cheap, please" }),
            "arguments that are no object" => LoopbackAnswer.Calls(price with { Arguments = "[1,2]" }),
            "arguments of the end that are no JSON" => LoopbackAnswer.Calls(price, end with { Arguments = "that is all" }),
            "cut in a call" => LoopbackAnswer.Calls(price, price with { Arguments = "{\"offer\":\"cake-sta" }) with { FinishReason = "length" },
            "filtered" => LoopbackAnswer.Text("") with { FinishReason = "content_filter" },
            "null text" => Message("""{"role":"assistant","content":null}""", streams),
            "no text" => Message("""{"role":"assistant"}""", streams),
            "call without an id" => Called("""{"type":"function","function":{"name":"finish","arguments":"{}"}}""", streams),
            "null as an id" => Called("""{"id":null,"type":"function","function":{"name":"finish","arguments":"{}"}}""", streams),
            "empty id" => LoopbackAnswer.Calls(price with { Id = "" }),
            "same id twice" => LoopbackAnswer.Calls(price with { Id = "one" }, LoopbackCall.With("readHistory", new { days = 3 }) with { Id = "one" }),
            "unicode" => LoopbackAnswer.Calls(LoopbackCall.With("finish", new { note = "naïve \u0000 \u202e \U0001F600 \ufeff" })),
            "half a character in a text" => Message($$"""{"role":"assistant","content":"x{{Half}}y"}""", streams),
            "half a character in the name of a tool" => Called($$$"""{"id":"a","type":"function","function":{"name":"fin{{{Half}}}ish","arguments":"{}"}}""", streams),
            "half a character in arguments" => LoopbackAnswer.Calls(price with { Arguments = $$"""{"offer":"x{{Half}}y","price":3}""" }),
            "half a character in a field" => LoopbackAnswer.Calls(price with { Arguments = $$"""{"of{{Half}}fer":"x","price":3}""" }),
            "half a character in a note" => LoopbackAnswer.Calls(price, end with { Arguments = $$"""{"note":"x{{Half}}y"}""" }),
            "numbers out of range" => LoopbackAnswer.Calls(
            [
                .. new[] { "1e400", "-1", "99999999999999999999999999999999", "0.000000000000000000000000001" }.Select(number => price with { Arguments = $$"""{"offer":"{{EndpointRun.Offer}}","price":{{number}}}""" }),
                new("placeOrder", $$"""{"offer":"{{EndpointRun.Offer}}","supplier":"wholesaler","units":9223372036854775808}"""),
                new("readHistory", """{"days":1e9}"""),
            ]),
            "a field twice" => LoopbackAnswer.Calls(price with { Arguments = $$"""{"offer":"{{EndpointRun.Offer}}","price":3,"price":4}""" }),
            "five hundred calls" => LoopbackAnswer.Calls([.. Enumerable.Repeat(price, 500)]),
            "five hundred calls and the end" => LoopbackAnswer.Calls([.. Enumerable.Repeat(price, 500), end]),
            "a text of ten megabytes" => Message($$"""{"role":"assistant","content":"{{most}}"}""", streams),
            "arguments of ten megabytes" => Called($$$"""{"id":"a","type":"function","function":{"name":"setPrice","arguments":"{\"offer\":\"{{{most}}}\"}"}}""", streams),
            "name of ten megabytes" => Called($$$"""{"id":"a","type":"function","function":{"name":"{{{most}}}","arguments":"{}"}}""", streams),
            "id of ten megabytes" => Called($$$"""{"id":"{{{most}}}","type":"function","function":{"name":"setPrice","arguments":"{\"offer\":\"{{{EndpointRun.Offer}}}\",\"price\":20.5}"}}""", streams),
            _ => LoopbackAnswer.Calls(price with { Arguments = $$"""{"offer":{{Nested(int.Parse(which["nested ".Length..], CultureInfo.InvariantCulture))}},"price":3}""" }),
        };
    }

    private static string StructuredText(string which)
    {
        var price = $$"""{"command":"setPrice","offer":"{{EndpointRun.Offer}}","price":3}""";
        return which switch
        {
            "text" => "Raise all prices.",
            "empty text" => "",
            "no commands" => """{"note":"x"}""",
            "commands of another type" => """{"commands":"setPrice","note":"x"}""",
            "cut" => $$"""{"commands":[{{price}},{"comm""",
            "half a character" => $$"""{"commands":[{{price}}],"note":"x{{Half}}y"}""",
            "nested" => $$"""{"commands":{{Nested(500)}},"note":"x"}""",
            "a thousand wrong commands" => $$"""{"commands":[{{string.Join(',', Enumerable.Repeat("""{"command":"fly"}""", 1_000))}}],"note":"x"}""",
            "own charge" => """{"commands":[{"command":"chargeInference","microDollars":0,"inputTokens":0,"outputTokens":0}],"note":"x"}""",
            _ => $$"""{"commands":[{{price}}],"note":"{{new string('x', 10_000_000)}}"}""",
        };
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static LoopbackAnswer Called(string call, bool streams) =>
        Message($$"""{"role":"assistant","content":null,"tool_calls":[{{(streams ? "{\"index\":0," + call[1..] : call)}}]}""", streams);

    /// <summary>A message as it is, whole or as the one piece of a stream.</summary>
    private static LoopbackAnswer Message(string message, bool streams)
    {
        var choice = $$"""{"index":0,"{{(streams ? "delta" : "message")}}":{{message}},"finish_reason":"stop"}""";
        var answer = $$$"""{"id":"1","object":"x","created":1,"model":"m","choices":[{{{choice}}}],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}""";
        return LoopbackAnswer.Raw(streams ? $"data: {answer}\n\ndata: [DONE]\n\n" : answer);
    }
}
