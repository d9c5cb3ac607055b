namespace FbaBench;

/// <summary>
/// Lot sizes for known demand: f(t) = min over j ≤ t of f(j − 1) + K + h · Σ (i − j) · d(i), i = j … t (Wagner and Whitin, "Dynamic
/// version of the economic lot size model", Management Science 5 (1958)).
/// </summary>
internal static class WagnerWhitinTheory
{
    /// <summary>Least total cost and lots that have it; of lots that cost the same, the later orders.</summary>
    public static (double Cost, double[] Lots) Solve(InventoryCosts costs, double[] demand)
    {
        var best = new double[demand.Length + 1];
        var from = new int[demand.Length];
        for (var last = 0; last < demand.Length; last++)
        {
            var (holding, units) = (0.0, 0.0);
            best[last + 1] = double.PositiveInfinity;
            for (var first = last; first >= 0; first--)
            {
                // Everything after this period is carried through it.
                holding += costs.Overage * units;
                units += demand[first];
                var cost = best[first] + (units > 0 ? costs.Order : 0) + holding;
                if (cost < best[last + 1])
                {
                    (best[last + 1], from[last]) = (cost, first);
                }
            }
        }

        var lots = new double[demand.Length];
        for (var last = demand.Length - 1; last >= 0; last = from[last] - 1)
        {
            lots[from[last]] = demand[from[last]..(last + 1)].Sum();
        }

        return (best[^1], lots);
    }

    /// <summary>Total cost of lots; null where they do not cover demand.</summary>
    public static double? Cost(InventoryCosts costs, double[] demand, double[] lots)
    {
        var (stock, cost) = (0.0, 0.0);
        for (var period = 0; period < demand.Length; period++)
        {
            stock += lots[period] - demand[period];
            if (stock < -1e-9)
            {
                return null;
            }

            cost += (lots[period] > 0 ? costs.Order : 0) + (costs.Overage * stock);
        }

        return cost;
    }
}
