namespace FbaBench.Kernel.Bounds;

/// <summary>Faults that tests plant in a bound, to see that the check finds them; none in earnest.</summary>
internal sealed record BoundFaults
{
    /// <summary>Width of a price cell as a share of the price, or null for the usual one.</summary>
    public double? CellWidth { get; init; }

    /// <summary>Whether a cell earns its highest price; else its lowest, as if it were a point.</summary>
    public bool RoundsOutwards { get; init; } = true;

    /// <summary>Mean orders from which on a mean counts half: a quantile that falls where its mean rises.</summary>
    public double FallsFrom { get; init; } = double.PositiveInfinity;

    public double Mean(double orders) => orders >= FallsFrom ? orders / 2 : orders;
}
