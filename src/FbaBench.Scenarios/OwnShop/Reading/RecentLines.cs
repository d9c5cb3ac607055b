namespace FbaBench.Scenarios;

/// <summary>
/// Remembers the last four million lines by a 64-bit hash, so that a repeated one is found in constant memory. Two different
/// lines are taken for one with a chance of 1 : 10¹² a line.
/// </summary>
internal sealed class RecentLines
{
    public const int Most = 1 << 22;
    private readonly HashSet<ulong> _known = [];
    private readonly Queue<ulong> _order = new();

    /// <summary>Whether a text is new; it is remembered.</summary>
    public bool Add(ulong hash)
    {
        if (!_known.Add(hash))
        {
            return false;
        }

        _order.Enqueue(hash);
        if (_order.Count > Most)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }

    /// <summary>FNV-1a over code units, continued from a start.</summary>
    public static ulong Hash(ReadOnlySpan<char> text, ulong start = 0xCBF29CE484222325UL)
    {
        var hash = start;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 0x100000001B3UL);
        }

        return hash;
    }
}
