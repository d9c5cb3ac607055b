using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FbaBench;

/// <summary>
/// Carries a session's events to its subscribers, a batch a day, each through a bounded channel of its own. Handlers get
/// copies of values and cannot reach the simulation; none can change a run, and a slow one delays it only if it chose
/// <see cref="SlowPolicy.Wait"/>.
/// </summary>
public sealed class EventBus
{
    private readonly Lock _lock = new();
    private readonly Stack<DayBatch> _pool = new();
    private EventSubscription[] _subscriptions = [];
    private int _largestDay;
    private bool _completed;

    internal EventBus()
    {
    }

    /// <summary>Subscribes from the next day on.</summary>
    /// <param name="handler">Called with one batch at a time, in order. What it throws ends this subscription alone.</param>
    /// <param name="options">How it is served; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside 1 to 65,536.</exception>
    /// <exception cref="InvalidOperationException">The session has ended.</exception>
    public EventSubscription Subscribe(Func<DayBatch, CancellationToken, ValueTask> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        options ??= new SubscriptionOptions();
        if (options.Capacity is < 1 or > 65_536)
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"Capacity is {options.Capacity}; allowed is 1 to 65,536 days.");
        }

        lock (_lock)
        {
            if (_completed)
            {
                throw new InvalidOperationException("The session has ended; subscribe before it is disposed.");
            }

            var subscription = new EventSubscription(this, handler, options);
            _subscriptions = [.. _subscriptions, subscription];
            return subscription;
        }
    }

    /// <summary>Subscribes with a handler that does not wait.</summary>
    public EventSubscription Subscribe(Action<DayBatch> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Subscribe(
            (batch, _) =>
            {
                handler(batch);
                return ValueTask.CompletedTask;
            },
            options);
    }

    /// <summary>Hands a day to all subscriptions. Completes at once unless one that is waited for is behind.</summary>
    internal ValueTask PublishAsync(int day, ReadOnlySpan<SimEvent> events)
    {
        var subscriptions = _subscriptions;
        if (subscriptions.Length == 0)
        {
            return ValueTask.CompletedTask;
        }

        // Every batch has room for the largest day so far, so that none has to grow long after the run is warm.
        _largestDay = Math.Max(_largestDay, events.Length);
        var batch = Rent(day);
        batch.Append(events, default);
        for (var i = 0; i < subscriptions.Length; i++)
        {
            var published = subscriptions[i].PublishAsync(batch);
            if (!published.IsCompletedSuccessfully)
            {
                return RestAsync(published, subscriptions, i, batch);
            }

            // A channel reuses its operation once the result was taken; this one is complete, so that nothing blocks.
#pragma warning disable CA1849
            published.GetAwaiter().GetResult();
#pragma warning restore CA1849
        }

        batch.Release();
        return ValueTask.CompletedTask;
    }

    internal async ValueTask CompleteAsync()
    {
        EventSubscription[] subscriptions;
        lock (_lock)
        {
            _completed = true;
            subscriptions = _subscriptions;
        }

        foreach (var subscription in subscriptions)
        {
            subscription.Complete();
        }

        foreach (var subscription in subscriptions)
        {
            await subscription.Completion.ConfigureAwait(false);
        }
    }

    internal void Remove(EventSubscription subscription)
    {
        lock (_lock)
        {
            _subscriptions = [.. _subscriptions.Where(other => other != subscription)];
        }
    }

    internal DayBatch Rent(int day)
    {
        DayBatch? batch;
        lock (_lock)
        {
            if (!_pool.TryPop(out batch))
            {
                batch = new DayBatch(this);
            }
        }

        batch.Begin(day, _largestDay);
        return batch;
    }

    internal void Return(DayBatch batch)
    {
        lock (_lock)
        {
            _pool.Push(batch);
        }
    }

    /// <summary>
    /// Taken from the first subscriber on that is waited for. Pooled, because a slow one is waited for every day.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask RestAsync(ValueTask published, EventSubscription[] subscriptions, int at, DayBatch batch)
    {
        while (true)
        {
            try
            {
                await published.ConfigureAwait(false);
            }
            catch (ChannelClosedException)
            {
                subscriptions[at].GiveUp();
            }

            if (++at == subscriptions.Length)
            {
                break;
            }

            published = subscriptions[at].PublishAsync(batch);
        }

        batch.Release();
    }
}
