namespace FbaBench;

/// <summary>What happens to a day when a subscriber has not finished those before.</summary>
public enum SlowPolicy
{
    /// <summary>The simulation waits for the subscriber.</summary>
    Wait,

    /// <summary>The oldest waiting day is dropped and counted.</summary>
    DropOldest,

    /// <summary>Waiting days are handed over together as one batch; beyond the capacity they are dropped and counted.</summary>
    Coalesce,
}

/// <summary>How a subscription is served. Read once, when the subscription is made.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>Days that may wait, 1 to 65,536; default 64.</summary>
    public int Capacity { get; init; } = 64;

    /// <summary>What happens when more would wait; default <see cref="SlowPolicy.Wait"/>.</summary>
    public SlowPolicy WhenSlow { get; init; } = SlowPolicy.Wait;

    /// <summary>The kinds of events wanted; empty for all. Days without such an event are skipped.</summary>
    public IReadOnlyList<EventKind> Kinds { get; init; } = [];
}

/// <summary>A set of event kinds.</summary>
internal readonly struct EventFilter
{
    private readonly ulong _kinds;

    public EventFilter(IReadOnlyList<EventKind> kinds)
    {
        foreach (var kind in kinds)
        {
            _kinds |= 1UL << (int)kind;
        }
    }

    public bool TakesAll => _kinds == 0;

    public bool Takes(EventKind kind) => _kinds == 0 || (_kinds & (1UL << (int)kind)) != 0;

    public bool TakesAny(ReadOnlySpan<SimEvent> events)
    {
        foreach (ref readonly var item in events)
        {
            if (Takes(item.Kind))
            {
                return true;
            }
        }

        return _kinds == 0;
    }
}
