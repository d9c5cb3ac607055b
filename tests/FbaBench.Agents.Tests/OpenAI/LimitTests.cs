using CsCheck;
using FbaBench.Agents.OpenAI;
using FbaBench.Agents.Tests.Loopback;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace FbaBench.Agents.Tests.OpenAI;

/// <summary>Limits of a provider, over all its models.</summary>
public sealed class LimitTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_hundred_calls_wait_side_by_side_by_default()
    {
        var all = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async request =>
        {
            if (request.Number == 200)
            {
                all.SetResult();
            }

            await all.Task;
            return LoopbackAnswer.Text("together");
        });
        using var provider = Providers.At(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => provider.AskAsync(i % 2 == 0)));
        Assert.All(answers, answer => Assert.Equal("together", answer.Text));
        Assert.Equal(200, server.MostAtOnce);
    }

    [Fact]
    public async Task Models_share_the_places_and_who_waits_can_give_up()
    {
        var full = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async request =>
        {
            if (request.Number == 3)
            {
                full.SetResult();
            }

            await go.Task;
            return LoopbackAnswer.Text("one of three");
        });
        using var provider = Providers.At(server, new() { Name = "local", MaxConcurrency = 3 });
        var calls = Enumerable.Range(0, 12).Select(i => provider.Open($"local/m{i % 4}").Client.GetResponseAsync("?")).ToArray();
        await full.Task;
        using var giveUp = new CancellationTokenSource();
        var waiting = provider.AskAsync(true, cancellationToken: giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(3, server.Requests.Count);
        go.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal((12, 3), (server.Requests.Count, server.MostAtOnce));
    }

    [Fact]
    public async Task A_stream_that_is_left_gives_its_place_back()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text(new('x', 1_000)));
        using var provider = Providers.At(server, new() { Name = "local", MaxConcurrency = 1 });
        await foreach (var update in provider.Open("local/small").Client.GetStreamingResponseAsync("?"))
        {
            Assert.NotNull(update);
            break;
        }

        Assert.Equal(1_000, (await provider.AskAsync(false)).Text.Length);
    }

    [Fact]
    public async Task Requests_of_a_minute_are_counted_and_the_first_to_come_is_the_first_to_go()
    {
        var time = new FakeTimeProvider(Start);
        using var limits = new ProviderLimits(new() { RequestsPerMinute = 2, Time = time });
        (await limits.EnterAsync(0, default)).Dispose();
        time.Advance(TimeSpan.FromSeconds(20));
        (await limits.EnterAsync(0, default)).Dispose();
        var third = limits.EnterAsync(0, default).AsTask();
        using var giveUp = new CancellationTokenSource();
        var fourth = limits.EnterAsync(0, giveUp.Token).AsTask();
        var fifth = limits.EnterAsync(0, default).AsTask();
        time.Advance(TimeSpan.FromMilliseconds(39_999));
        Assert.False(third.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fourth);
        time.Advance(TimeSpan.FromMilliseconds(1));
        (await third).Dispose();
        Assert.False(fifth.IsCompleted);
        await UntilAsync(time, fifth, TimeSpan.FromSeconds(1));
        Assert.InRange(time.GetUtcNow() - Start, TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Tokens_of_a_minute_are_expected_first_and_settled_by_the_answer()
    {
        var time = new FakeTimeProvider(Start);
        using var limits = new ProviderLimits(new() { TokensPerMinute = 1_000, Time = time });
        using var first = await limits.EnterAsync(900, default);
        first.Settle(new(50, 0, 50, 0));
        using var second = await limits.EnterAsync(900, default);
        second.Settle(null);
        var third = limits.EnterAsync(1, default).AsTask();
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(1));
        (await third).Dispose();

        // What alone is above the limit goes through when nothing else is under way.
        var large = limits.EnterAsync(5_000, default).AsTask();
        Assert.False(large.IsCompleted);
        await UntilAsync(time, large, TimeSpan.FromSeconds(1));
        Assert.InRange(time.GetUtcNow() - Start, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(130));
    }

    [Fact]
    public async Task Waiting_for_a_rate_does_not_count_as_the_service_being_late()
    {
        var time = new FakeTimeProvider(Start);
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("?"));
        using var provider = Providers.At(server, new() { Name = "local", RequestsPerMinute = 1, Timeout = TimeSpan.FromSeconds(30), Time = time });
        await provider.AskAsync(false);
        var second = provider.AskAsync(false);
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("?", (await second).Text);
    }

    [Fact]
    [Trait("Category", "Property")]
    public void No_sixty_seconds_ever_hold_more_than_the_limit() => Gen.Select(Gen.Int[1, 50], Gen.Select(Gen.Int[0, 30_000], Gen.Int[0, 60]).Array[1, 60]).Sample((most, calls) =>
    {
        var time = new FakeTimeProvider(Start);
        var window = new MinuteWindow(most, time);
        var taken = new List<(DateTimeOffset At, long Amount)>();
        foreach (var (pause, amount) in calls)
        {
            time.Advance(TimeSpan.FromMilliseconds(pause));
            if (window.WaitFor(amount) is { Ticks: > 0 } wait)
            {
                Assert.True(wait <= TimeSpan.FromMinutes(1));
                Assert.True(taken.Where(call => time.GetUtcNow() - call.At < TimeSpan.FromMinutes(1)).Sum(call => call.Amount) + Math.Min(amount, most) > most);
                time.Advance(wait);
                Assert.Equal(TimeSpan.Zero, window.WaitFor(amount));
            }

            taken.Add((time.GetUtcNow(), window.Take(amount).Amount));
            Assert.True(taken.Where(call => time.GetUtcNow() - call.At < TimeSpan.FromMinutes(1)).Sum(call => call.Amount) <= most);
        }
    });

    /// <summary>Lets time go on in steps until a task is done.</summary>
    private static async Task UntilAsync(FakeTimeProvider time, Task task, TimeSpan step)
    {
        for (var i = 0; i < 300 && !task.IsCompleted; i++)
        {
            time.Advance(step);
            await Task.WhenAny(task, Task.Delay(20));
        }

        await task;
    }
}
