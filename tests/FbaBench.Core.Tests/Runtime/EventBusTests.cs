namespace FbaBench.Tests.Runtime;

public sealed class EventBusTests
{
    private const int Days = 30;

    [Fact]
    public async Task A_subscriber_sees_every_day_in_order_and_the_events_of_the_kernel()
    {
        var seen = new List<SimEvent>();
        await PlayAsync(session => session.Events.Subscribe(batch => seen.AddRange(batch.Events)));
        var simulation = TestWorlds.Start(TestWorlds.Mugs(Days));
        var expected = new List<SimEvent>();
        while (!simulation.IsOver)
        {
            TestWorlds.Play(simulation, 1);
            expected.AddRange(simulation.Events);
        }

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task Four_subscribers_see_the_same_batches_as_one()
    {
        var one = await BatchesAsync(1);
        var four = await BatchesAsync(4);
        Assert.All(four, batches => Assert.Equal(one[0], batches));
        Assert.Equal(Days + 105, one[0].Count);

        static async Task<List<string>[]> BatchesAsync(int count)
        {
            var seen = Enumerable.Range(0, count).Select(_ => new List<string>()).ToArray();
            await PlayAsync([.. seen.Select(list => (Action<SimulationSession>)(session => session.Events.Subscribe(batch => list.Add(Describe(batch)))))]);
            return seen;
        }
    }

    [Theory]
    [InlineData(SlowPolicy.Wait)]
    [InlineData(SlowPolicy.DropOldest)]
    [InlineData(SlowPolicy.Coalesce)]
    public async Task A_slow_subscriber_changes_no_hash_and_what_it_misses_is_counted(SlowPolicy policy)
    {
        using var gate = new SemaphoreSlim(0);
        var days = 0;
        EventSubscription? subscription = null;
        await using var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader());
        subscription = session.Events.Subscribe(
            async (batch, token) =>
            {
                await gate.WaitAsync(token);
                days += batch.LastDay - batch.FirstDay + 1;
            },
            new SubscriptionOptions { Capacity = 3, WhenSlow = policy });
        if (policy == SlowPolicy.Wait)
        {
            gate.Release(1_000);
        }

        await session.PlayAsync();
        gate.Release(1_000);
        var hash = session.Hash;
        await session.DisposeAsync();
        Assert.Equal(Days + 105, days + subscription.DroppedDays);
        Assert.Equal(policy == SlowPolicy.Wait, subscription.DroppedDays == 0);
        Assert.Null(subscription.Error);
        Assert.Equal(await QuietHashAsync(), hash);
    }

    [Fact]
    public async Task Wait_holds_the_simulation_until_there_is_room_and_changes_no_hash()
    {
        using var gate = new SemaphoreSlim(0);
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader());
        session.Events.Subscribe(
            async (_, token) =>
            {
                began.TrySetResult();
                await gate.WaitAsync(token);
            },
            new SubscriptionOptions { Capacity = 1 });
        await session.PlayDayAsync();
        await began.Task;
        await session.PlayDayAsync(); // one day in hand, one waiting: the channel is full
        var third = session.PlayDayAsync();
        Assert.False(third.IsCompleted);
        Assert.Equal(3, session.Day);
        gate.Release(1_000);
        await third;
        await session.PlayAsync();
        Assert.Equal(await QuietHashAsync(), session.Hash);
    }

    [Fact]
    public async Task A_handler_can_end_its_own_subscription_and_disposing_twice_is_harmless()
    {
        var count = 0;
        EventSubscription? subscription = null;
        var session = Sessions.Mugs(Days);
        subscription = session.Events.Subscribe(async (_, _) =>
        {
            count++;
            await subscription!.DisposeAsync();
        });
        await session.PlayAsync(5);
        await session.DisposeAsync();
        await subscription.DisposeAsync();
        await subscription.DisposeAsync();
        Assert.Equal(1, count);
        Assert.Null(subscription.Error);
    }

    [Fact]
    public async Task Dropped_days_of_a_filtered_subscriber_count_only_days_it_wanted()
    {
        using var gate = new SemaphoreSlim(0);
        var wanted = 0;
        await PlayAsync(session => session.Events.Subscribe(_ => wanted++, new SubscriptionOptions { Kinds = [EventKind.Returned] }));
        var seen = 0;
        EventSubscription? subscription = null;
        await using (var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader()))
        {
            subscription = session.Events.Subscribe(
                async (batch, token) =>
                {
                    await gate.WaitAsync(token);
                    seen += batch.Events.ToArray().Select(item => item.Day).Distinct().Count();
                },
                new SubscriptionOptions { Capacity = 2, WhenSlow = SlowPolicy.Coalesce, Kinds = [EventKind.Returned] });
            await session.PlayAsync();
            gate.Release(1_000);
        }

        Assert.True(wanted > 5);
        Assert.Equal(wanted, seen + subscription.DroppedDays);
    }

    [Fact]
    public async Task Coalesced_days_come_as_one_batch_with_all_their_events()
    {
        var batches = new List<(int First, int Last)>();
        var events = new List<SimEvent>();
        using var gate = new SemaphoreSlim(0);
        await using (var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader()))
        {
            session.Events.Subscribe(
                async (batch, token) =>
                {
                    await gate.WaitAsync(token);
                    batches.Add((batch.FirstDay, batch.LastDay));
                    events.AddRange(batch.Events);
                },
                new SubscriptionOptions { Capacity = 1000, WhenSlow = SlowPolicy.Coalesce });
            await session.PlayAsync();
            gate.Release(1_000);
        }

        Assert.InRange(batches.Count, 2, 4);
        Assert.Equal(0, batches[0].First);
        Assert.Equal(Days + 104, batches[^1].Last);
        for (var i = 1; i < batches.Count; i++)
        {
            Assert.Equal(batches[i - 1].Last + 1, batches[i].First);
        }

        var all = new List<SimEvent>();
        await PlayAsync(session => session.Events.Subscribe(batch => all.AddRange(batch.Events)));
        Assert.Equal(all, events);
    }

    [Fact]
    public async Task A_handler_that_throws_ends_its_subscription_and_nothing_else()
    {
        var others = 0;
        EventSubscription? broken = null;
        await using var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader());
        broken = session.Events.Subscribe(batch => throw new InvalidOperationException("handler"), new SubscriptionOptions { Capacity = 1 });
        session.Events.Subscribe(_ => others++);
        await session.PlayAsync();
        var hash = session.Hash;
        await session.DisposeAsync();
        Assert.Equal("handler", broken.Error!.Message);
        Assert.True(broken.Completion.IsCompletedSuccessfully);
        Assert.Equal(Days + 105, others);
        Assert.Equal(await QuietHashAsync(), hash);
    }

    [Fact]
    public async Task A_filter_hands_over_only_the_kinds_asked_for()
    {
        var seen = new List<SimEvent>();
        await PlayAsync(session => session.Events.Subscribe(batch => seen.AddRange(batch.Events), new SubscriptionOptions { Kinds = [EventKind.Payout, EventKind.Storage] }));
        Assert.NotEmpty(seen);
        Assert.Equal([EventKind.Storage, EventKind.Payout], seen.Select(item => item.Kind).Distinct().Order());
    }

    [Fact]
    public async Task A_disposed_subscription_gets_no_more_days()
    {
        var count = 0;
        await using var session = Sessions.Mugs(Days);
        var subscription = session.Events.Subscribe(_ => count++);
        await session.PlayAsync(5);
        await subscription.DisposeAsync();
        var before = count;
        await session.PlayAsync(5);
        Assert.Equal(before, count);
        Assert.True(subscription.Completion.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wrong_use_says_what_to_do()
    {
        var session = Sessions.Mugs(Days);
        Assert.Contains("1 to 65,536", Assert.Throws<ArgumentOutOfRangeException>(() => session.Events.Subscribe(_ => { }, new SubscriptionOptions { Capacity = 0 })).Message, StringComparison.Ordinal);
        await session.DisposeAsync();
        Assert.Throws<InvalidOperationException>(() => session.Events.Subscribe(_ => { }));
    }

    private static async Task PlayAsync(params Action<SimulationSession>[] subscribe)
    {
        await using var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader());
        foreach (var one in subscribe)
        {
            one(session);
        }

        await session.PlayAsync();
    }

    private static async Task<StateHash> QuietHashAsync()
    {
        await using var session = Sessions.Mugs(Days).Seat(new(0), Sessions.Trader());
        await session.PlayAsync();
        return session.Hash;
    }

    private static string Describe(DayBatch batch) => $"{batch.FirstDay}-{batch.LastDay}: {string.Join(' ', batch.Events.ToArray())}";
}
