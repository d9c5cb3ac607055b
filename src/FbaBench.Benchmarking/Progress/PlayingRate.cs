namespace FbaBench;

/// <summary>Episodes a second over the last ones: a rate that follows the agents and the machine, and knows nothing of reloaded episodes.</summary>
/// <param name="window">How many episodes count, at least 1.</param>
internal sealed class PlayingRate(int window)
{
    private readonly Queue<TimeSpan> _ends = new();

    /// <summary>The window's beginning: when playing began, or the end of the episode before the window's first.</summary>
    private TimeSpan _begin;

    /// <summary>Playing begins.</summary>
    public void Begin(TimeSpan now) => _begin = now;

    /// <summary>An episode has ended.</summary>
    /// <returns>Episodes a second.</returns>
    public double Add(TimeSpan now)
    {
        if (_ends.Count == window)
        {
            _begin = _ends.Dequeue();
        }

        _ends.Enqueue(now);
        return now > _begin ? _ends.Count / (now - _begin).TotalSeconds : 0;
    }
}
