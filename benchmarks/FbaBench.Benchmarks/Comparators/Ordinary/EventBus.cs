namespace FbaBench.Benchmarks.Ordinary;

/// <summary>An in-process bus: whoever publishes waits for all who listen.</summary>
internal sealed class EventBus
{
    private readonly Dictionary<Type, List<Delegate>> _handlers = [];

    public void Subscribe<TEvent>(Func<TEvent, Task> handler)
        where TEvent : class
    {
        if (!_handlers.TryGetValue(typeof(TEvent), out var handlers))
        {
            handlers = [];
            _handlers.Add(typeof(TEvent), handlers);
        }

        handlers.Add(handler);
    }

    public async Task PublishAsync<TEvent>(TEvent happened)
        where TEvent : class
    {
        if (!_handlers.TryGetValue(typeof(TEvent), out var handlers))
        {
            return;
        }

        foreach (var handler in handlers)
        {
            await ((Func<TEvent, Task>)handler)(happened).ConfigureAwait(false);
        }
    }
}
