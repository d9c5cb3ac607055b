namespace FbaBench;

/// <summary>The previews of <see cref="FeePreview"/> that go by stock, of an offer at a place: given, or worked out when they are read.</summary>
internal abstract class StockFees
{
    public abstract LowInventoryPreview LowInventory(int at);

    public abstract AgedInventoryPreview AgedInventory(int at);

    public abstract ReturnsPreview Returns(int at);
}

/// <summary>Previews as somebody gave them.</summary>
internal sealed class GivenStockFees(LowInventoryPreview lowInventory, AgedInventoryPreview aged, ReturnsPreview returns) : StockFees
{
    public override LowInventoryPreview LowInventory(int at) => lowInventory;

    public override AgedInventoryPreview AgedInventory(int at) => aged;

    public override ReturnsPreview Returns(int at) => returns;
}
