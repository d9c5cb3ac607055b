using System.Collections.ObjectModel;

namespace FbaBench;

/// <summary>A list that never changes, whose items the engine itself reads in place.</summary>
internal sealed class FrozenList<T>(T[] items) : ReadOnlyCollection<T>(items)
{
    /// <summary>The items, not copied.</summary>
    public ReadOnlySpan<T> Span => items;
}
