using System.Globalization;

namespace FbaBench;

/// <summary>What the inventory kinds have in common: fields, lots, drawn figures.</summary>
internal static class InventoryFields
{
    /// <summary>Standard error aimed at, as a share of the cost: an error of 2 % in a file is seven of it.</summary>
    private const double AimedError = 0.0029;

    public static InventoryCosts Costs(ExampleFields fields) => new(fields.Within("h", 1e-9, 1e9), fields.Within("p", 1e-9, 1e9));

    /// <summary>
    /// Lots on the shelf: twice the days that the stock beyond the lead time's demand lasts, and some. An order that found no
    /// place would be refused, and a refusal ends the certification.
    /// </summary>
    public static int Lots(int upTo, int lead, double mean) => (int)Math.Min(upTo + 4, 10 + (2 * Math.Max(0, upTo - (lead * mean)) / mean));

    public static WorldFigure[][] Play(CertifyEntry entry, InventoryLaboratory laboratory, StockPolicy[] policies, double cost, ulong seedOffset = 0) => DrawnWorlds.Play(
        entry.Seed + seedOffset,
        policies.Length,
        (policy, seed) => laboratory.Play(policies[policy], seed),
        AimedError * cost,
        entry.CancellationToken);

    public static void Drawn(CertifyEntry entry, string quantity, double expected, WorldFigure[] worlds, InventoryLaboratory laboratory) => entry.Drawn(
        quantity,
        expected,
        MeanInterval.Of(ControlVariates.Adjust(worlds)),
        laboratory.RelativeRounding * Math.Abs(expected),
        "money a period",
        string.Create(CultureInfo.InvariantCulture, $"{worlds.Length} worlds of {laboratory.Periods} periods, less what they owe to the luck of demand"));
}
