namespace FbaBench.Tests.Runtime;

/// <summary>A subscription may end while the publisher waits for it.</summary>
public sealed class EndedSubscriptionTests
{
    [Fact]
    public async Task Publisher_goes_on_when_the_subscriber_it_waits_for_throws()
    {
        var bus = new EventBus();
        var mayThrow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = bus.Subscribe(
            async (_, _) =>
            {
                began.TrySetResult();
                await mayThrow.Task;
                throw new NotSupportedException("not today");
            },
            new SubscriptionOptions { Capacity = 1 });
        var seen = new List<int>();
        var other = bus.Subscribe(batch => seen.Add(batch.FirstDay));

        await bus.PublishAsync(0, []);
        await began.Task;
        await bus.PublishAsync(1, []);
        var waiting = bus.PublishAsync(2, []).AsTask();
        Assert.False(waiting.IsCompleted);
        mayThrow.SetResult();
        await waiting;
        await bus.PublishAsync(3, []);
        await bus.CompleteAsync();

        Assert.IsType<NotSupportedException>(slow.Error);
        Assert.Null(other.Error);
        Assert.Equal([0, 1, 2, 3], seen);
    }
}
