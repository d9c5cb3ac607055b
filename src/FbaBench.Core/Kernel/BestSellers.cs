using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>Best-seller ranks: per category by decayed sales, ties to the page that stands first. Derived when somebody looks, never stored.</summary>
internal static class BestSellers
{
    /// <summary>Rank by page, from 1; null for pages that never sold.</summary>
    public static int?[] Ranks(WorldState state)
    {
        var pages = state.Model.Pages;
        var sales = new double[pages.Length];
        for (var page = 0; page < pages.Length; page++)
        {
            sales[page] = state.RankSales[pages[page].Row];
        }

        var ranks = new int?[pages.Length];
        var byCategory = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in Enumerable.Range(0, pages.Length).Where(page => sales[page] > 0).OrderByDescending(page => sales[page]))
        {
            byCategory.TryGetValue(pages[page].Category, out var better);
            ranks[page] = byCategory[pages[page].Category] = better + 1;
        }

        return ranks;
    }
}
