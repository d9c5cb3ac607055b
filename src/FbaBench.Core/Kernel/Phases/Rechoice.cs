using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// Whoever met an empty shelf chooses once more: another offer of the same page, or, when the page is empty, where the market without the empty pages
/// would have sent such shoppers. Whoever meets a second empty shelf leaves.
/// </summary>
internal static class Rechoice
{
    public static void Run(DayContext day, int n, double odds)
    {
        var niche = day.Model.Niches[n];
        var rows = niche.FirstRow..(niche.FirstRow + niche.Count);
        var pages = niche.EndPage - niche.FirstPage;
        var empty = day.Market.Empty(pages);
        for (var page = 0; page < pages; page++)
        {
            empty[page] = !HasStock(day, day.Model.Pages[niche.FirstPage + page]);
        }

        var diverted = day.Market.Divert(n, odds, out var leave);
        var weights = day.Weights.AsSpan(rows);
        var sum = RowWeights(day, niche, diverted, weights);
        var keys = day.Model.KeyOfRow.AsSpan(rows);
        foreach (var i in day.KeyedOrder(Mechanism.RechoiceOrder, keys))
        {
            var row = niche.FirstRow + i;
            if (day.Model.OwnOfRow[row] is not (>= 0 and var own) || day.Unmet[row].Orders == 0)
            {
                continue;
            }

            day.State.Lost[own] = day.Unmet[row].Units;
            day.State.LostEver[day.Model.Own[own].Seat] += day.Unmet[row].Units;
            if (empty[day.Model.PageOfRow[row] - niche.FirstPage])
            {
                Divert(day, niche, row, weights, keys, sum, leave);
            }
            else
            {
                var siblings = day.SiblingWeights.AsSpan(rows);
                Divert(day, niche, row, siblings, keys, Siblings(day, niche, row, siblings), leave: 0);
            }
        }
    }

    private static bool HasStock(DayContext day, ListingPage page)
    {
        foreach (var row in page.Rows)
        {
            if (day.Prices[row] > 0 && day.Remaining[row] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each page's weight over its offers in stock.</summary>
    private static long RowWeights(DayContext day, NicheModel niche, ReadOnlySpan<long> pages, Span<long> weights)
    {
        weights.Clear();
        long sum = 0;
        for (var page = 0; page < pages.Length; page++)
        {
            var rows = day.Model.Pages[niche.FirstPage + page].Rows;
            var inStock = 0.0;
            foreach (var row in rows)
            {
                inStock += Split(day, row);
            }

            foreach (var row in rows)
            {
                ref var weight = ref weights[row - niche.FirstRow];
                weight = inStock == 0 ? 0 : (long)(pages[page] * (Split(day, row) / inStock));
                sum += weight;
            }
        }

        return sum;
    }

    /// <summary>Weights of the other offers in stock on an offer's page.</summary>
    private static long Siblings(DayContext day, NicheModel niche, int offer, Span<long> weights)
    {
        weights.Clear();
        long sum = 0;
        foreach (var row in day.Model.PageOf(offer).Rows)
        {
            ref var weight = ref weights[row - niche.FirstRow];
            weight = row == offer ? 0 : (long)(Split(day, row) * NestedLogit.Scale);
            sum += weight;
        }

        return sum;
    }

    private static double Split(DayContext day, int row) => day.Prices[row] > 0 && day.Remaining[row] > 0 ? day.Market.RowSplit[row] : 0;

    private static void Divert(DayContext day, NicheModel niche, int row, ReadOnlySpan<long> weights, ReadOnlySpan<ulong> keys, long sum, double leave)
    {
        if (sum == 0)
        {
            return;
        }

        var served = day.Served[row];
        var unmet = day.Unmet[row];
        var demand = new Demand(served.Singles + unmet.Singles, served.Doubles + unmet.Doubles, served.Triples + unmet.Triples);
        for (var ordinal = 0; ordinal < demand.Orders; ordinal++)
        {
            if (demand.WasServed(ordinal, served))
            {
                continue;
            }

            // A shopper is known by order size and rank among orders of that size: more singles re-key no double.
            var size = demand.SizeOf(ordinal);
            var shopper = (demand.RankOf(ordinal) * Demand.LargestOrder) + size - 1;
            var winner = DiversionRace.Winner(day.Draws, keys[row - niche.FirstRow], day.Day, shopper, weights, keys, sum, leave);
            if (winner < 0)
            {
                continue;
            }

            // Whoever meets a second empty shelf leaves.
            var target = niche.FirstRow + winner;
            if (day.Remaining[target] < size)
            {
                continue;
            }

            day.State.Orders[target]++;
            day.State.Units[target] += size;
            day.State.Sessions[target]++;
            if (day.Model.OwnOfRow[target] >= 0)
            {
                day.Remaining[target] -= size;
            }
        }
    }
}
