using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>Best-seller ranks: per category by decayed sales, ties to the page that stands first. Derived when somebody looks, never stored.</summary>
internal sealed class BestSellers(WorldModel model)
{
    private const int Few = 64;
    private readonly int[][] _categories = [.. Enumerable.Range(0, model.Pages.Length).GroupBy(page => model.Pages[page].Category, StringComparer.Ordinal).Select(pages => pages.ToArray())];

    /// <summary>Rank by page, from 1; 0 for pages that never sold.</summary>
    public int[] Ranks(WorldState state)
    {
        var ranks = new int[state.Model.Pages.Length];
        Span<(double Sales, int Page)> sold = stackalloc (double, int)[Few];
        foreach (var pages in _categories)
        {
            if (pages.Length > Few)
            {
                sold = new (double, int)[pages.Length];
            }

            Rank(state, pages, sold, ranks);
        }

        return ranks;
    }

    private static void Rank(WorldState state, int[] pages, Span<(double Sales, int Page)> sold, int[] ranks)
    {
        var count = 0;
        foreach (var page in pages)
        {
            var sales = state.RankSales[state.Model.Pages[page].Row];
            if (sales > 0)
            {
                sold[count++] = (sales, page);
            }
        }

        Sort(sold[..count]);
        for (var i = 0; i < count; i++)
        {
            ranks[sold[i].Page] = i + 1;
        }
    }

    /// <summary>Most sales first; equal ones, which come in the order of pages, stay where they are. A category mostly has a dozen pages, for which insertion is the fastest.</summary>
    private static void Sort(Span<(double Sales, int Page)> sold)
    {
        if (sold.Length > Few)
        {
            sold.ToArray().OrderByDescending(one => one.Sales).ToArray().CopyTo(sold);
            return;
        }

        for (var i = 1; i < sold.Length; i++)
        {
            var one = sold[i];
            var at = i;
            for (; at > 0 && sold[at - 1].Sales < one.Sales; at--)
            {
                sold[at] = sold[at - 1];
            }

            sold[at] = one;
        }
    }
}
