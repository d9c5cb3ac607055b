namespace FbaBench;

/// <summary>
/// base_stock_backorder: order before demand, lead time L, Poisson demand, shoppers wait. The stock on hand less the backlog at a period's
/// end is S less the demand of L + 1 periods, so that S and cost are the newsvendor's of those (Scarf, "The optimality of
/// (s, S) policies", 1960).
/// </summary>
internal static class BaseStockKind
{
    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var costs = InventoryFields.Costs(fields);
        var law = new DemandLaw(DemandSource.Poisson, fields.Within("mu", 1e-3, 1e4));
        var lead = fields.Whole("L", 0, 60);
        var (expectedStock, expectedCost) = (fields.Double("S"), fields.Double("cost"));
        fields.RefuseUnread();
        var (stock, cost) = new NewsvendorTheory(costs.Overage, costs.Underage, law.Mean * (lead + 1), null).Solve();
        entry.Exact("S", "solver", expectedStock, stock, unit: "units");
        entry.Exact("cost", "solver", expectedCost, cost, unit: "money a period");

        var best = (int)stock;
        var laboratory = new InventoryLaboratory(law, costs, lead, ShortageRule.Backlog, warmUp: 0, InventoryFields.Lots(best, lead, law.Mean));
        int[] stocks = best > 0 ? [best, best + 1, best - 1] : [best, best + 1];
        var policies = stocks.Select(StockPolicies.BaseStock).ToArray();
        var worlds = InventoryFields.Play(entry, laboratory, policies, cost);
        InventoryFields.Drawn(entry, "cost", expectedCost, worlds[0], laboratory);
        for (var other = 1; other < stocks.Length; other++)
        {
            var differences = worlds[other].Zip(worlds[0], (theirs, bests) => theirs.Value - bests.Value).ToArray();
            entry.NotBelowZero(stocks[other] > best ? "S+step" : "S-step", MeanInterval.Of(differences), "money a period", "cost there less cost at S, on the same draws");
        }
    }
}
