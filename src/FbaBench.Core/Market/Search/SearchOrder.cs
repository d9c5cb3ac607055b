namespace FbaBench.Market;

/// <summary>Sorts a niche's pages by score, ties by their keys of the day.</summary>
internal static class SearchOrder
{
    private const int PageBits = 12;
    private const int TieBits = 20;
    private const int ScoreOffset = 1 << 20;

    /// <summary>Key of a page: a higher score is a smaller key; equal scores go by tie, equal ties by page.</summary>
    /// <param name="score">Between −1,048,576 and 1,048,575.</param>
    /// <param name="tie">A draw.</param>
    /// <param name="page">Position in the niche, below 4,096.</param>
    public static ulong Key(int score, uint tie, int page) =>
        ((ulong)(uint)(ScoreOffset - score) << (TieBits + PageBits)) | ((ulong)(tie >> (32 - TieBits)) << PageBits) | (uint)page;

    /// <summary>Pages in the order of their keys.</summary>
    public static void Sort(Span<ulong> keys, Span<int> pages)
    {
        // No two keys are equal: the page is part of them.
#pragma warning disable RS0030
        keys.Sort();
#pragma warning restore RS0030
        for (var i = 0; i < keys.Length; i++)
        {
            pages[i] = (int)(keys[i] & ((1 << PageBits) - 1));
        }
    }
}
