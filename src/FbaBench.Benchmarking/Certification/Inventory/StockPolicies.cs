namespace FbaBench;

/// <summary>Policies that the theory knows.</summary>
internal static class StockPolicies
{
    /// <summary>Up to a stock, what is under way counted.</summary>
    public static StockPolicy BaseStock(int upTo) => (_, _, net, due) => Math.Max(0, upTo - Position(net, due));

    /// <summary>
    /// Where the position is at most s, up to S. The shelves' first orders end at positions between the two, so that the shelves do not
    /// all order on the same days.
    /// </summary>
    public static StockPolicy ReorderAt(int reorder, int upTo) => (shelf, day, net, due) =>
    {
        var first = upTo - (shelf * (upTo - reorder) / InventoryLaboratory.Shelves);
        var position = Position(net, due);
        return position > reorder ? 0 : Math.Max(0, (day == 0 ? first : upTo) - position);
    };

    private static int Position(int net, ReadOnlySpan<int> due)
    {
        foreach (var units in due)
        {
            net += units;
        }

        return net;
    }
}
