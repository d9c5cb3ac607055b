namespace FbaBench;

/// <summary>
/// zheng_federgruen_K…_h…_p…_L…: fixed cost K of an order, Poisson demand, shoppers wait. S and cost are compared; s by what it costs,
/// because several can be best.
/// </summary>
internal static class FixedCostKind
{
    /// <summary>Days before costs are counted: several cycles.</summary>
    private const int WarmUp = 24;
    private const int CountedDays = 60;

    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var numbers = SectionName.Numbers(entry.Kind, "zheng_federgruen_", ["K", "h", "p", "L"], "zheng_federgruen_K64_h1_p9_L0");
        var costs = new InventoryCosts(Cost("h", numbers[1]), Cost("p", numbers[2]), Cost("K", numbers[0]));
        var lead = numbers[3] == Math.Floor(numbers[3]) ? (int)SectionName.Within("L", numbers[3], 0, 60) : throw new ExampleException($"'{entry.Kind}' has a lead time that is no whole number.");
        var law = new DemandLaw(DemandSource.Poisson, fields.Within("mu", 0.1, 2_000));
        var (expectedReorder, expectedUpTo, expectedCost) = (fields.Whole("s", -100_000, 1_000_000), fields.Whole("S", -100_000, 1_000_000), fields.Double("cost"));
        var published = fields.Has("published") ? fields.List("published", -100_000, 1_000_000) : null;
        var isPublishedBest = !fields.Has("local_argmin_matches") || fields.Flag("local_argmin_matches");
        fields.RefuseUnread();

        var theory = new FixedCostTheory(law, costs, lead);
        var (reorder, upTo, cost) = theory.Solve();
        entry.Exact("S", "solver", expectedUpTo, upTo, unit: "units");
        entry.Exact("cost", "solver", expectedCost, cost, unit: "money a period");
        AsCheap(entry, theory, "s", expectedReorder, expectedUpTo, (reorder, upTo, cost));
        if (published is { Length: 2 } && isPublishedBest)
        {
            AsCheap(entry, theory, "published", (int)published[0], (int)published[1], (reorder, upTo, cost));
        }

        var laboratory = new InventoryLaboratory(law, costs, lead, ShortageRule.Backlog, WarmUp, InventoryFields.Lots(upTo, lead, law.Mean), CountedDays);
        var worlds = InventoryFields.Play(entry, laboratory, [StockPolicies.ReorderAt(reorder, upTo)], cost);
        InventoryFields.Drawn(entry, "cost", expectedCost, worlds[0], laboratory);
    }

    /// <summary>Whether a pair costs what the best costs.</summary>
    private static void AsCheap(CertifyEntry entry, FixedCostTheory theory, string quantity, int reorder, int upTo, (int Reorder, int UpTo, double Cost) best)
    {
        var given = upTo > reorder ? theory.Cost(reorder, upTo) : double.PositiveInfinity;
        entry.Holds(quantity, "solver", given <= best.Cost + (1e-9 * Math.Max(1, best.Cost)), FormattableString.Invariant($"({reorder}, {upTo}) costs {given:0.#########} a period, the best ({best.Reorder}, {best.UpTo}) {best.Cost:0.#########}"));
    }

    private static double Cost(string name, double value) => SectionName.Within(name, value, 1e-6, 1e6);
}
