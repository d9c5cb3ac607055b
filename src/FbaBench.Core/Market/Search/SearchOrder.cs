namespace FbaBench.Market;

/// <summary>Sorts a niche's pages by score, ties by their keys of the day.</summary>
internal static class SearchOrder
{
    private const int PageBits = 12;
    private const int TieBits = 20;
    private const int ScoreOffset = 1 << 20;

    // Gaps of M. Ciura (2001): insertion sort for small niches, near linear for large ones.
    private static readonly int[] Gaps = [1750, 701, 301, 132, 57, 23, 10, 4, 1];

    /// <summary>Key of a page: a higher score is a smaller key; equal scores go by tie, equal ties by page.</summary>
    /// <param name="score">Between −1,048,576 and 1,048,575.</param>
    /// <param name="tie">A draw.</param>
    /// <param name="page">Position in the niche, below 4,096.</param>
    public static ulong Key(int score, uint tie, int page) =>
        ((ulong)(uint)(ScoreOffset - score) << (TieBits + PageBits)) | ((ulong)(tie >> (32 - TieBits)) << PageBits) | (uint)page;

    /// <summary>Pages in the order of their keys. No two keys are equal, as the page is part of them: any way of sorting gives the same.</summary>
    public static void Sort(Span<ulong> keys, Span<int> pages)
    {
        foreach (var gap in Gaps)
        {
            for (var i = gap; i < keys.Length; i++)
            {
                var key = keys[i];
                var at = i;
                for (; at >= gap && keys[at - gap] > key; at -= gap)
                {
                    keys[at] = keys[at - gap];
                }

                keys[at] = key;
            }
        }

        for (var i = 0; i < keys.Length; i++)
        {
            pages[i] = (int)(keys[i] & ((1 << PageBits) - 1));
        }
    }
}
