namespace FbaBench;

/// <summary>What a second file says about a product; null where it says nothing. Money in the shop's currency.</summary>
/// <param name="Sku">Product code.</param>
public sealed record ProductFacts(string Sku)
{
    /// <summary>Fee category as the fee tables name it, for example <c>home_kitchen</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Longest side in inches, above 0.</summary>
    public double? LengthInches { get; init; }

    /// <summary>Second side in inches, above 0.</summary>
    public double? WidthInches { get; init; }

    /// <summary>Third side in inches, above 0.</summary>
    public double? HeightInches { get; init; }

    /// <summary>Weight of the packaged unit in pounds, above 0.</summary>
    public double? WeightPounds { get; init; }

    /// <summary>Supplier's price of a unit, above 0.</summary>
    public double? UnitCost { get; init; }

    /// <summary>Smallest order of the supplier in units, at least 1.</summary>
    public int? MinimumUnits { get; init; }

    /// <summary>Days from order to the warehouse door, 1 to 365.</summary>
    public int? LeadTimeDays { get; init; }
}
