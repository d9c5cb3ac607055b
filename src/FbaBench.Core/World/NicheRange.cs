namespace FbaBench.World;

/// <summary>Niches that are worked on together.</summary>
/// <param name="First">The first.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct NicheRange(int First, int End)
{
    /// <summary>Pages of a block: some twenty columns of 8 bytes then take 80 KB.</summary>
    private const int PagesOfBlock = 512;

    public static NicheRange Of(int niche) => new(niche, niche + 1);

    /// <summary>All niches in blocks of about as many pages; a large niche is one by itself.</summary>
    public static IEnumerable<NicheRange> Blocks(NicheModel[] niches)
    {
        var first = 0;
        for (var n = 0; n < niches.Length; n++)
        {
            if (n == niches.Length - 1 || niches[n + 1].EndPage - niches[first].FirstPage > PagesOfBlock)
            {
                yield return new(first, n + 1);
                first = n + 1;
            }
        }
    }
}
