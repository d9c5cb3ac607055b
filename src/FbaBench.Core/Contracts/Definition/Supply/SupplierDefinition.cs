namespace FbaBench;

/// <summary>A supplier's standing offer for a product.</summary>
/// <param name="Name">Supplier name: path segment, unique for the product.</param>
/// <param name="Ladder">Price ladder in ascending units; the first step's units are the minimum quantity.</param>
public sealed record SupplierDefinition(string Name, IReadOnlyList<PriceStep> Ladder)
{
    /// <summary>Freight, insurance and duty of a unit, owed with the balance; with <see cref="Routes"/> what comes beside freight and duty.</summary>
    public required Money InboundPerUnit { get; init; }

    /// <summary>Ways among which the buyer chooses at the order, each mode once; default none: the supplier delivers, in <see cref="Transit"/>.</summary>
    public IReadOnlyList<FreightRoute> Routes { get; init; } = [];

    /// <summary>Where the goods come from, for tariffs: a name, or empty.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Duty on the goods' price, paid on arrival, 0 to 1; only with <see cref="Routes"/>. Default 0.</summary>
    public double DutyShare { get; init; }

    /// <summary>
    /// How the shipments are split over the marketplace's warehouses: <see cref="InboundPerUnit"/> is the freight for it, and the
    /// inbound placement fee follows from it. Default: one destination.
    /// </summary>
    public InboundPlacement Placement { get; init; } = InboundPlacement.Minimal;

    /// <summary>Share paid at the order, 0 to 1; default 0.3 (usual 30/70 terms). The balance is owed before shipment.</summary>
    public double DepositShare { get; init; } = 0.3;

    /// <summary>Days from order to goods ready.</summary>
    public LeadTime Production { get; init; } = new(25, 0.3, 15, 45);

    /// <summary>Days from shipment to the warehouse door, where there are no <see cref="Routes"/>.</summary>
    public LeadTime Transit { get; init; } = new(40, 0.15, 33, 60);

    /// <summary>Days from the door to sellable stock.</summary>
    public LeadTime Receiving { get; init; } = new(6, 0.6, 2, 30);

    /// <summary>
    /// Units of the product that the supplier makes a day for one buyer, 0 to 10,000,000; default 0: as many as are ordered. An order waits
    /// for what the buyer ordered before it, and the orders of a day are ready together.
    /// </summary>
    public int UnitsPerDay { get; init; }

    /// <summary>Share of defective units, 0 to 0.06; default 0, usual 0.015 (market-parameters.json, supply_chain/defect_rate).</summary>
    public double DefectRate { get; init; }

    /// <summary>Chance that what is ordered on a day becomes a bad lot, 0 to 0.5; default 0.</summary>
    public double BadLotChance { get; init; }

    /// <summary>Share of defective units in a bad lot, 0 to 0.5; default 0.12, a modelling assumption.</summary>
    public double BadLotDefectRate { get; init; } = 0.12;

    /// <summary>
    /// The most by which the supplier gives way in a negotiation, as a share of its price, 0 to 0.3; default 0: its prices are fixed. How much of
    /// it a buyer can get is drawn once for each product, and grows with the orders that were shipped before.
    /// </summary>
    public double Bargain { get; init; }

    /// <summary>Whether the marketplace has checked who the supplier is; default true. Sellers see it.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>
    /// Chance that the supplier cheats on this product, 0 to 1; only where it is not verified. Drawn once: it takes deposits and never ships,
    /// ships four fifths, ships poor goods, or takes twice as long. An inspection tells. Default 0.
    /// </summary>
    public double DishonestChance { get; init; }
}

/// <summary>What an inspection of a supplier found.</summary>
public enum SupplierFinding
{
    /// <summary>No inspection yet.</summary>
    None,

    /// <summary>A factory that does what it says.</summary>
    Sound,

    /// <summary>There is no factory: deposits are lost.</summary>
    NoFactory,

    /// <summary>It packs four units where five are paid.</summary>
    ShortCounts,

    /// <summary>A quarter of its units are defective.</summary>
    PoorGoods,

    /// <summary>It has taken more orders than it can make and needs twice the time.</summary>
    Overbooked,
}

/// <summary>How inbound shipments are split over warehouses.</summary>
public enum InboundPlacement
{
    /// <summary>One destination: the marketplace distributes the units for the full placement fee.</summary>
    Minimal,

    /// <summary>A few destinations, for a lower placement fee.</summary>
    Partial,

    /// <summary>As many destinations as the marketplace asks for (usually five or more), without a placement fee.</summary>
    Optimised,
}

/// <summary>One step of a price ladder.</summary>
/// <param name="Units">Order size from which the price holds.</param>
/// <param name="UnitPrice">Supplier's price of a unit, freight and duty apart.</param>
public readonly record struct PriceStep(int Units, Money UnitPrice);

/// <summary>A lognormal duration rounded to whole days and held within its published range.</summary>
/// <param name="MedianDays">Median in days, at least 0; 0 with sigma 0 means at once.</param>
/// <param name="Sigma">Standard deviation of the logarithm, 0 to 1.</param>
/// <param name="MinimumDays">Shortest duration.</param>
/// <param name="MaximumDays">Longest duration.</param>
public readonly record struct LeadTime(double MedianDays, double Sigma, int MinimumDays, int MaximumDays);
