using System.Text.RegularExpressions;

namespace FbaBench;

/// <summary>
/// zheng_federgruen_K…_h…_p…_L…: fixed cost K of an order, Poisson demand, shoppers wait. S and cost are compared; s by what it costs,
/// because several can be best.
/// </summary>
internal static partial class FixedCostKind
{
    /// <summary>Days before costs are counted: several cycles.</summary>
    private const int WarmUp = 24;
    private const int CountedDays = 60;

    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var numbers = InventoryFields.Numbers(entry.Kind, Form(), "zheng_federgruen_K64_h1_p9_L0");
        var costs = new InventoryCosts(Legal("h", numbers[1]), Legal("p", numbers[2]), Legal("K", numbers[0]));
        var lead = numbers[3] <= 60 ? (int)numbers[3] : throw new ExampleException($"L is {numbers[3]}; allowed is 0 to 60.");
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

    private static double Legal(string name, double value) =>
        value is >= 1e-6 and <= 1e6 ? value : throw new ExampleException(FormattableString.Invariant($"{name} is {value:R}; allowed is 1E-06 to 1000000."));

    [GeneratedRegex(@"^zheng_federgruen_K(\d+(?:\.\d+)?)_h(\d+(?:\.\d+)?)_p(\d+(?:\.\d+)?)_L(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
