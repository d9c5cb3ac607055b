using System.Globalization;

namespace FbaBench;

/// <summary>
/// lost_sales_(poisson|geometric)…_h…: best average costs by p and lead time. The solver finds them, the world plays the best policy, and
/// its best base-stock policy is not cheaper.
/// </summary>
internal static class LostSalesKind
{
    private const string Start = "lost_sales_";

    /// <summary>Days before costs are counted: what lost sales forget soon.</summary>
    private const int WarmUp = 24;

    /// <summary>Worlds that look for the best base stock.</summary>
    private const int Pilots = 2;
    private const int LongestLead = 8;

    /// <summary>The file's figures have six decimals or more.</summary>
    private const double FileRounding = 5e-7;

    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var source = entry.Kind.StartsWith(Start + "geometric", StringComparison.Ordinal) ? DemandSource.Geometric : DemandSource.Poisson;
        var numbers = SectionName.Numbers(entry.Kind, Start, [source == DemandSource.Geometric ? "geometric" : "poisson", "h"], "lost_sales_poisson5_h1 or lost_sales_geometric5_h1");
        var law = new DemandLaw(source, SectionName.Within("the mean", numbers[0], 0.1, 1_000));
        var overage = SectionName.Within("h", numbers[1], 1e-6, 1e6);
        var seed = 0UL;
        foreach (var name in fields.Names.Where(name => !name.EndsWith("_note", StringComparison.Ordinal)).ToArray())
        {
            var costs = new InventoryCosts(overage, Underage(name));
            var expected = fields.List(name, 0, 1e12);
            for (var lead = 1; lead <= expected.Length; lead++)
            {
                Lead(entry, string.Create(CultureInfo.InvariantCulture, $"{name}[{lead - 1}]"), law, costs, lead, expected[lead - 1], seed++);
            }
        }

        if (entry.Lines.Count == 0)
        {
            throw new ExampleException("The section has no costs.");
        }
    }

    private static void Lead(CertifyEntry entry, string at, DemandLaw law, InventoryCosts costs, int lead, double expected, ulong seed)
    {
        if (lead > LongestLead)
        {
            throw new ExampleException($"{at} has a lead time of {lead}; allowed is 1 to {LongestLead}.");
        }

        var theory = new LostSalesTheory(law, costs, lead);
        var (cost, rounding) = theory.Solve();
        entry.Exact(at + ".cost", "solver", expected, cost, rounding + FileRounding, "money a period", $"lead time {lead}");

        var highest = law.Quantile(lead + 1, costs.Underage / (costs.Underage + costs.Overage));
        var laboratory = new InventoryLaboratory(law, costs, lead, ShortageRule.Lost, WarmUp, InventoryFields.Lots(highest, lead, law.Mean));
        var upTo = BestBaseStock(laboratory, highest, entry.Seed + seed);
        var worlds = InventoryFields.Play(entry, laboratory, [Best(theory), StockPolicies.BaseStock(upTo)], cost, seed);
        InventoryFields.Drawn(entry, at + ".cost", expected, worlds[0], laboratory);
        var beside = ControlVariates.Adjust(worlds[1]).Select(other => other - expected).ToArray();
        entry.NotBelowZero(at + ".base_stock", MeanInterval.Of(beside), "money a period", $"cost of the best base stock, {upTo}, less the expected cost, which is a lower bound");
    }

    private static StockPolicy Best(LostSalesTheory theory) => (_, _, net, due) => theory.Order(net + due[0], due[1..]);

    /// <summary>The base stock that costs least in a few worlds; costs are convex in it (Janakiraman and Roundy, Operations Research 52 (2004)).</summary>
    private static int BestBaseStock(InventoryLaboratory laboratory, int highest, ulong seed)
    {
        var best = Cost(highest);
        while (highest > 0 && Cost(highest - 1) is var other && other < best)
        {
            (best, highest) = (other, highest - 1);
        }

        return highest;

        double Cost(int upTo) => Enumerable.Range(0, Pilots).Average(world => laboratory.Play(StockPolicies.BaseStock(upTo), WorldSeed.OfExperiment(seed, world)).Value);
    }

    private static double Underage(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? SectionName.Within("p", value, 1e-6, 1e6)
            : throw new ExampleException($"p is '{text}'; allowed is a number of 1E-06 to 1000000.");
}
