namespace FbaBench;

/// <summary>The previews of <see cref="FeePreview"/> that go by stock: given, or worked out when they are read. Equal where they show the same.</summary>
internal abstract class StockFees
{
    public abstract LowInventoryPreview LowInventory { get; }

    public abstract AgedInventoryPreview AgedInventory { get; }

    public abstract ReturnsPreview Returns { get; }

    public override bool Equals(object? obj) =>
        obj is StockFees other && (ReferenceEquals(this, other) || (LowInventory == other.LowInventory && AgedInventory == other.AgedInventory && Returns == other.Returns));

    public override int GetHashCode() => LowInventory.GetHashCode();
}

/// <summary>Previews as somebody gave them.</summary>
internal sealed class GivenStockFees(LowInventoryPreview lowInventory, AgedInventoryPreview aged, ReturnsPreview returns) : StockFees
{
    public override LowInventoryPreview LowInventory => lowInventory;

    public override AgedInventoryPreview AgedInventory => aged;

    public override ReturnsPreview Returns => returns;
}
