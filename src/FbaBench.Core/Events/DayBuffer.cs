namespace FbaBench.Events;

/// <summary>The items of one day; grows until warm, then never allocates.</summary>
internal sealed class DayBuffer<T>
{
    private T[] _items = new T[64];
    private int _count;

    public ReadOnlySpan<T> Items => _items.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(in T item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = item;
    }
}
