namespace FbaBench;

/// <summary>
/// The events of a day, or of several when a subscription coalesces. The memory is pooled: it belongs to the handler only
/// until it returns; copy what is to last.
/// </summary>
public sealed class DayBatch
{
    private readonly EventBus _bus;
    private SimEvent[] _events = new SimEvent[256];
    private int _count;
    private int _holders;

    internal DayBatch(EventBus bus) => _bus = bus;

    /// <summary>First day of the events, from 0.</summary>
    public int FirstDay { get; private set; }

    /// <summary>Last day of the events; the same as <see cref="FirstDay"/> unless days were coalesced.</summary>
    public int LastDay { get; private set; }

    /// <summary>The events in the order in which they happened.</summary>
    public ReadOnlySpan<SimEvent> Events => _events.AsSpan(0, _count);

    /// <summary>Days that were put in; fewer than from first to last where a filter left days out.</summary>
    internal int Days { get; private set; }

    /// <param name="day">The day.</param>
    /// <param name="capacity">Events to make room for at once.</param>
    internal void Begin(int day, int capacity)
    {
        Reserve(capacity);
        FirstDay = day;
        LastDay = day;
        Days = 1;
        _count = 0;
        _holders = 1;
    }

    internal void Append(ReadOnlySpan<SimEvent> events, EventFilter filter)
    {
        Reserve(_count + events.Length);
        if (filter.TakesAll)
        {
            events.CopyTo(_events.AsSpan(_count));
            _count += events.Length;
            return;
        }

        foreach (ref readonly var item in events)
        {
            if (filter.Takes(item.Kind))
            {
                _events[_count++] = item;
            }
        }
    }

    internal void Extend(int day, ReadOnlySpan<SimEvent> events, EventFilter filter)
    {
        LastDay = day;
        Days++;
        Append(events, filter);
    }

    internal void Hold() => Interlocked.Increment(ref _holders);

    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _bus.Return(this);
        }
    }

    private void Reserve(int capacity)
    {
        if (capacity > _events.Length)
        {
            Array.Resize(ref _events, Math.Max(capacity, _events.Length * 2));
        }
    }
}
