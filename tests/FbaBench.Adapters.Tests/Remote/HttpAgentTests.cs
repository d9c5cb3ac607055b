using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FbaBench.Tests.Remote;

/// <summary>What an agent behind HTTP makes of a service that answers, fails, asks to wait, forgets or talks rubbish.</summary>
public sealed class HttpAgentTests
{
    private static readonly Uri Address = new("http://127.0.0.1:8000/agent?key=hidden");

    [Fact]
    public async Task A_failure_that_passes_is_asked_again_with_waits_that_double_and_the_answer_counts()
    {
        var service = new Service([.. Enumerable.Repeat(Status(503), 3), Answer("[]")]);
        var clock = new Clock();
        await DecideAsync(service, clock);
        Assert.Equal(4, service.Bodies.Count);
        Assert.Single(service.Bodies.Distinct());
        Assert.Equal([1.0, 2, 4], clock.Waits);
    }

    [Fact]
    public async Task What_the_service_asks_to_wait_goes_first()
    {
        var later = Status(429);
        later.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(17));
        var clock = new Clock();
        await DecideAsync(new Service(later, Answer("[]")), clock);
        Assert.Equal([17.0], clock.Waits);

        later = Status(429);
        later.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(1));
        var error = await Assert.ThrowsAsync<AgentServiceException>(() => DecideAsync(new Service(later, Answer("[]")), clock));
        Assert.Contains("429 (TooManyRequests)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, 5)]
    [InlineData(503, 5)]
    [InlineData(408, 5)]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(404, 1)]
    [InlineData(302, 1)]
    [InlineData(204, 1)]
    public async Task A_service_that_stays_down_is_unavailable_and_what_cannot_pass_is_asked_once(int status, int requests)
    {
        var service = new Service([.. Enumerable.Range(0, 9).Select(_ => Status(status))]);
        var error = await Assert.ThrowsAsync<AgentServiceException>(() => DecideAsync(service, new Clock()));
        Assert.Equal(requests, service.Bodies.Count);
        Assert.Contains($"answered {status} ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_and_an_answer_that_does_not_come_are_unavailable()
    {
        var broken = new Service { Fails = () => throw new HttpRequestException("Connection refused") };
        Assert.Contains("Connection refused", (await Assert.ThrowsAsync<AgentServiceException>(() => DecideAsync(broken, new Clock()))).Message, StringComparison.Ordinal);
        var silent = new Service { Fails = () => throw new TaskCanceledException() };
        Assert.Contains("no whole answer within 60 s", (await Assert.ThrowsAsync<AgentServiceException>(() => DecideAsync(silent, new Clock()))).Message, StringComparison.Ordinal);
        Assert.Equal(5, silent.Bodies.Count);
    }

    [Fact]
    public async Task A_run_that_stops_is_no_failure_of_the_service()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var (today, context) = await Episode.MorningAsync();
        await using var agent = Agent(new Service(Answer("[]")), new Clock());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => agent.DecideAsync(today, context, stop.Token).AsTask());
    }

    [Fact]
    public async Task An_answer_that_is_no_decision_or_too_long_is_a_recorded_day_and_not_asked_again()
    {
        var service = new Service(Answer("wait"), Answer("[" + new string(' ', 2_000) + "]"), Answer("[]"));
        var played = await Episode.DaysAsync(Agent(service, new Clock(), most: 1_024), 3);
        Assert.Equal([(0, FaultKind.Threw), (1, FaultKind.Threw)], played.Faults.Select(fault => (fault.Day, fault.Kind)));
        Assert.Contains("no JSON", service.Bodies[1], StringComparison.Ordinal);
        Assert.Contains("larger than 1024 bytes", service.Bodies[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_forgot_the_episode_is_told_everything_again()
    {
        var service = new Service(Answer("[]"), Status(410), Answer("[]"));
        Assert.Empty((await Episode.DaysAsync(Agent(service, new Clock()), 2)).Faults);
        Assert.Equal([true, false, true], service.Bodies.Take(3).Select(body => body.Contains("\"first\":true", StringComparison.Ordinal)));
        Assert.Contains("\"restarted\":true", service.Bodies[2], StringComparison.Ordinal);
        var lost = new Service(Status(410), Status(410));
        Assert.Contains("first = true", (await Assert.ThrowsAsync<AgentServiceException>(() => DecideAsync(lost, new Clock()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_is_told_once_and_one_that_is_not_heard_harms_nothing()
    {
        var service = new Service(Answer("[]"), Status(500));
        var agent = Agent(service, new Clock());
        await Episode.DaysAsync(agent, 1);
        await agent.DisposeAsync();
        Assert.Equal(2, service.Bodies.Count);
        Assert.EndsWith("\"end\":true}", service.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_comes_from_the_environment_and_stands_in_the_header_alone()
    {
        const string variable = "FBABENCH_TEST_TOKEN_1";
        Environment.SetEnvironmentVariable(variable, "s3cret");
        var service = new Service(Status(401));
        var options = new HttpAgentOptions { Address = Address, TokenVariable = variable };
        await using var agent = new HttpAgent(AgentSetting.Alone("mine"), options, new HttpClient(service));
        var (today, context) = await Episode.MorningAsync();
        var error = await Assert.ThrowsAsync<AgentServiceException>(() => agent.DecideAsync(today, context, default).AsTask());
        Assert.Equal("Bearer s3cret", service.Authorization);
        Assert.DoesNotContain("s3cret", error.ToString() + options + service.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("in the clear", Assert.Throws<ArgumentException>(() => (options with { Address = new("http://example.org/") }).Token()).Message, StringComparison.Ordinal);
        Assert.Contains("is not set", Assert.Throws<ArgumentException>(() => (options with { TokenVariable = "FBABENCH_TEST_TOKEN_NONE" }).Token()).Message, StringComparison.Ordinal);
    }

    private static HttpAgent Agent(Service service, Clock clock, int most = 1 << 20) =>
        new(AgentSetting.Alone("mine"), new() { Address = Address, Time = clock, MostAnswerBytes = most }, new HttpClient(service));

    private static async Task DecideAsync(Service service, Clock clock)
    {
        var (today, context) = await Episode.MorningAsync();
        await Agent(service, clock).DecideAsync(today, context, default);
    }

    private static HttpResponseMessage Status(int status) => new((HttpStatusCode)status);

    private static HttpResponseMessage Answer(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class Service(params HttpResponseMessage[] replies) : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        public string? Authorization { get; private set; }

        public Action Fails { get; init; } = () => { };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Authorization = request.Headers.Authorization?.ToString();
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            Fails();
            return Bodies.Count <= replies.Length ? replies[Bodies.Count - 1] : Answer("[]");
        }
    }

    /// <summary>Waits of a second and more are over at once and noted; timeouts of requests never come.</summary>
    private sealed class Clock : TimeProvider
    {
        private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(60);

        public List<double> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == RequestTimeout || dueTime == TimeSpan.FromSeconds(5))
            {
                return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
            }

            Waits.Add(dueTime.TotalSeconds);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
