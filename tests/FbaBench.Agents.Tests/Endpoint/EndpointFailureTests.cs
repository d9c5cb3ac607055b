using FbaBench.Agents.Tests.Loopback;
using FbaBench.Agents.Tests.OpenAI;

namespace FbaBench.Agents.Tests.Endpoint;

/// <summary>A service that fails: what passes is asked again and charged to nobody; what does not pass leaves the day unplayed, and an episode without a score that goes on from its tape.</summary>
public sealed class EndpointFailureTests
{
    public static TheoryData<string, string, string> Days => new()
    {
        { "429", "RateLimited, 360; 1 SetPrice, charged 360", "RateLimited, RateLimited, RateLimited; not played: RateLimited" },
        { "429 for an hour", "RateLimited; not played: RateLimited", "RateLimited; not played: RateLimited" },
        { "500", "ServerError, 360; 1 SetPrice, charged 360", "ServerError, ServerError, ServerError; not played: ServerError" },
        { "400", "Rejected; not played: Rejected", "Rejected; not played: Rejected" },
        { "401", "Unauthorised; not played: Unauthorised", "Unauthorised; not played: Unauthorised" },
        { "too slow", "TimedOut held, 360; 1 SetPrice, charged 360", "TimedOut held, TimedOut held, TimedOut held; not played: TimedOut" },
        { "dropped before", "Disconnected held, 360; 1 SetPrice, charged 360", "Disconnected held, Disconnected held, Disconnected held; not played: Disconnected" },
        { "dropped in the middle", "Disconnected held, 360; 1 SetPrice, charged 360", "Disconnected held, Disconnected held, Disconnected held; not played: Disconnected" },
        { "no JSON", "Malformed held, 360; 1 SetPrice, charged 360", "Malformed held, Malformed held, Malformed held; not played: Malformed" },
        { "wrong types", "Malformed held, 360; 1 SetPrice, charged 360", "Malformed held, Malformed held, Malformed held; not played: Malformed" },
        { "too large", "TooLarge held, 360; 1 SetPrice, charged 360", "TooLarge held, TooLarge held, TooLarge held; not played: TooLarge" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_failure_that_passes_is_asked_again_and_one_that_stays_leaves_the_day_unplayed(string which, string once, string always)
    {
        var options = new OpenAIProviderOptions
        {
            Name = "local",
            ApiKey = Providers.Key,
            Prices = EndpointRun.Options.Prices,
            Retry = EndpointRun.Options.Retry,
            Timeout = which == "too slow" ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(30),
            MaxAnswerBytes = 1 << 20,
        };
        foreach (var streams in new[] { false, true })
        {
            await using var passing = await LoopbackServer.StartAsync(Answer(which), EndpointRun.Well);
            Assert.Equal((streams, once), (streams, await EndpointRun.DayAsync(passing, options, streams: streams)));
            await using var staying = await LoopbackServer.StartAsync(Answer(which));
            Assert.Equal((streams, always), (streams, await EndpointRun.DayAsync(staying, options, streams: streams)));
        }
    }

    [Theory]
    [InlineData("""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""")]
    [InlineData("")]
    public async Task An_answer_without_a_choice_is_asked_for_again(string body)
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Raw(body), EndpointRun.Well);
        Assert.Equal("Malformed held, 360; 1 SetPrice, charged 360", await EndpointRun.DayAsync(server, EndpointRun.Options));
    }

    private static LoopbackAnswer Answer(string which) => which switch
    {
        "429" => LoopbackAnswer.RateLimited("0.01"),
        "429 for an hour" => LoopbackAnswer.RateLimited("3600"),
        "500" => LoopbackAnswer.Status(500),
        "400" => LoopbackAnswer.Status(400),
        "401" => LoopbackAnswer.Status(401),
        "too slow" => EndpointRun.Well with { StallsAfter = 100 },
        "dropped before" => EndpointRun.Well with { DropsAfter = -1 },
        "dropped in the middle" => EndpointRun.Well with { DropsAfter = 200 },
        "no JSON" => LoopbackAnswer.Raw("data: <html>\n\n"),
        "wrong types" => LoopbackAnswer.Raw("""data: {"id":7,"choices":"none"}""" + "\n\n"),
        _ => LoopbackAnswer.Large(2_000_000),
    };
}
