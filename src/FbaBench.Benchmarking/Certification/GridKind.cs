namespace FbaBench;

/// <summary>calvano_grid: the pure equilibria of two sellers on a grid of prices, from the profits of all pairs.</summary>
internal static class GridKind
{
    private const int UsualPrices = 15;
    private const int MostPrices = 200;

    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var market = LogitKinds.Calvano(fields, 2);
        var (first, step) = (fields.Within("first", 1e-9, 1e6), fields.Within("step", 1e-9, 1e6));
        var count = UsualPrices;
        if (fields.Has("last"))
        {
            var last = fields.Within("last", first, 1e6);
            count = 1 + (int)Math.Round(Math.Min(MostPrices, (last - first) / step));
            entry.Exact("last", "solver", last, first + ((count - 1) * step), unit: "money", note: FormattableString.Invariant($"{count} prices"));
        }

        var listed = fields.WholeLists("pure_nash_indices");
        fields.RefuseUnread();
        if (count is < 2 or > MostPrices || listed.Any(pair => pair.Length != 2 || pair.Any(index => index < 0 || index >= count)))
        {
            throw new ExampleException(FormattableString.Invariant($"The grid has {count} prices (2 to {MostPrices} are played), and pure_nash_indices are pairs of positions in it, from 0."));
        }

        double[] prices = [.. Enumerable.Range(0, count).Select(i => first + (i * step))];
        Compare(entry, "solver", listed, (i, j) => market.Shares([prices[i], prices[j]])[0] * (prices[i] - market.Cost[0]), count, noise: 1e-12);

        var middle = (prices[0] + prices[^1]) / 2;
        var laboratory = new LogitLaboratory(market, [middle, middle]);
        var cents = laboratory.Cents(prices);
        var profits = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                profits[i, j] = laboratory.At([cents[i], cents[j]]).Profits[0];
            }
        }

        var noise = prices.Max(price => laboratory.ProfitRounding(1, price - market.Cost[0]));
        Compare(entry, "world", listed, (i, j) => profits[i, j], count, noise);
    }

    /// <summary>Every listed pair is an equilibrium, and every equilibrium at equal prices is listed.</summary>
    private static void Compare(CertifyEntry entry, string by, int[][] listed, Func<int, int, double> profit, int count, double noise)
    {
        var best = new int[count];
        var margin = double.PositiveInfinity;
        for (var other = 0; other < count; other++)
        {
            var order = Enumerable.Range(0, count).OrderByDescending(own => profit(own, other)).ToArray();
            best[other] = order[0];
            margin = Math.Min(margin, profit(order[0], other) - profit(order[1], other));
        }

        var symmetric = Enumerable.Range(0, count).Where(i => best[i] == i).ToArray();
        var others = Enumerable.Range(0, count).Where(i => best[i] != i && best[best[i]] == i).Select(i => (i, best[i])).ToArray();
        var pass = margin > 2 * noise
            && listed.All(pair => best[pair[0]] == pair[1] && best[pair[1]] == pair[0])
            && symmetric.All(i => listed.Any(pair => pair[0] == i && pair[1] == i));
        var note = $"equilibria at equal prices {Text(symmetric.Select(i => (i, i)))}; at unequal prices {Text(others)}; listed {Text(listed.Select(pair => (pair[0], pair[1])))}; "
            + FormattableString.Invariant($"least gain of a best price over the next {margin:0.###E+0}, rounding of a profit {noise:0.#E+0}");
        entry.Holds("pure_nash_indices", by, pass, note);
    }

    private static string Text(IEnumerable<(int First, int Second)> pairs)
    {
        var text = string.Join(" ", pairs.Select(pair => FormattableString.Invariant($"({pair.First},{pair.Second})")));
        return text.Length == 0 ? "none" : text;
    }
}
