using System.Threading.Channels;

namespace FbaBench;

/// <summary>One subscriber of a session's events.</summary>
public sealed class EventSubscription : IAsyncDisposable
{
    /// <summary>The subscription whose handler this code runs in.</summary>
    private static readonly AsyncLocal<EventSubscription?> Handling = new();

    private readonly Channel<DayBatch> _channel;
    private readonly Func<DayBatch, CancellationToken, ValueTask> _handler;
    private readonly EventBus _bus;
    private readonly SubscriptionOptions _options;
    private readonly EventFilter _filter;
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private DayBatch? _waiting;

    /// <summary>The batch that last had to wait for the channel; one publisher, so one at a time.</summary>
    private DayBatch? _unwritten;
    private long _dropped;

    internal EventSubscription(EventBus bus, Func<DayBatch, CancellationToken, ValueTask> handler, SubscriptionOptions options)
    {
        _bus = bus;
        _handler = handler;
        _options = options;
        _filter = new EventFilter(options.Kinds);
        var bounded = new BoundedChannelOptions(options.WhenSlow == SlowPolicy.Coalesce ? 1 : options.Capacity)
        {
            SingleReader = true,
            SingleWriter = true,
            FullMode = options.WhenSlow == SlowPolicy.DropOldest ? BoundedChannelFullMode.DropOldest : BoundedChannelFullMode.Wait,
        };
        _channel = Channel.CreateBounded<DayBatch>(bounded, Drop);
        Completion = Task.Run(ReadAsync);
    }

    /// <summary>Days dropped because the subscriber was slow.</summary>
    public long DroppedDays => Interlocked.Read(ref _dropped);

    /// <summary>What the handler threw; its subscription ended with it, the run did not.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Completes when the subscription has ended and its last batch is handled. Never faults; see <see cref="Error"/>.</summary>
    public Task Completion { get; }

    /// <summary>
    /// Ends the subscription after the batch in hand, whose token is cancelled; waits for its handler unless called from it.
    /// Calling it twice is harmless.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _bus.Remove(this);
        Complete();
        await _ended.CancelAsync().ConfigureAwait(false);
        if (Handling.Value != this)
        {
            await Completion.ConfigureAwait(false);
        }
    }

    /// <summary>No more days will come; those that wait are still handed over.</summary>
    internal void Complete() => _channel.Writer.TryComplete();

    /// <summary>
    /// Hands a day over by the policy. The shared batch is used as it is when every event is wanted. What is returned is the
    /// channel's own, which allocates nothing, and fails when the subscription ends while it waits: then call <see cref="GiveUp"/>.
    /// </summary>
    internal ValueTask PublishAsync(DayBatch shared)
    {
        if (_channel.Reader.Completion.IsCompleted || !_filter.TakesAny(shared.Events))
        {
            return ValueTask.CompletedTask;
        }

        if (_options.WhenSlow == SlowPolicy.Coalesce)
        {
            Coalesce(shared);
            return ValueTask.CompletedTask;
        }

        var batch = Own(shared);
        if (_channel.Writer.TryWrite(batch))
        {
            return ValueTask.CompletedTask;
        }

        if (_options.WhenSlow != SlowPolicy.Wait)
        {
            batch.Release();
            return ValueTask.CompletedTask;
        }

        _unwritten = batch;
        return _channel.Writer.WriteAsync(batch);
    }

    /// <summary>Releases the batch that the channel did not take.</summary>
    internal void GiveUp() => _unwritten?.Release();

    private DayBatch Own(DayBatch shared)
    {
        if (_filter.TakesAll)
        {
            shared.Hold();
            return shared;
        }

        var batch = _bus.Rent(shared.FirstDay);
        batch.Append(shared.Events, _filter);
        return batch;
    }

    private void Coalesce(DayBatch shared)
    {
        lock (_lock)
        {
            if (_waiting is { } full && full.Days >= _options.Capacity)
            {
                Drop(full);
                _waiting = null;
            }

            if (_waiting is { } waiting)
            {
                waiting.Extend(shared.LastDay, shared.Events, _filter);
            }
            else
            {
                _waiting = _bus.Rent(shared.FirstDay);
                _waiting.Append(shared.Events, _filter);
            }
        }

        FlushWaiting();
    }

    private void FlushWaiting()
    {
        lock (_lock)
        {
            if (_waiting is { } waiting && _channel.Writer.TryWrite(waiting))
            {
                _waiting = null;
            }
        }
    }

    private DayBatch? TakeWaiting()
    {
        lock (_lock)
        {
            var waiting = _waiting;
            _waiting = null;
            return waiting;
        }
    }

    private async ValueTask HandleAsync(DayBatch batch)
    {
        try
        {
            if (!_ended.IsCancellationRequested)
            {
                await _handler(batch, _ended.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            batch.Release();
        }
    }

    private void Drop(DayBatch batch)
    {
        Interlocked.Add(ref _dropped, batch.Days);
        batch.Release();
    }

    private async Task ReadAsync()
    {
        Handling.Value = this;
        try
        {
            while (await _channel.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (_channel.Reader.TryRead(out var batch))
                {
                    FlushWaiting();
                    await HandleAsync(batch).ConfigureAwait(false);
                }
            }

            if (TakeWaiting() is { } last)
            {
                await HandleAsync(last).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (!(error is OperationCanceledException && _ended.IsCancellationRequested))
        {
            Error = error;
        }
        catch (OperationCanceledException)
        {
            // The subscriber itself ended the subscription while its handler ran.
        }
        finally
        {
            _bus.Remove(this);
            _channel.Writer.TryComplete();
            while (_channel.Reader.TryRead(out var left))
            {
                left.Release();
            }
        }
    }
}
