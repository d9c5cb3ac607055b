namespace FbaBench.Scenarios;

/// <summary>
/// Units an order, as they were seen: a product's own sizes, and with the weight of twenty orders those of the shop's fitted
/// products. Nothing is assumed of their shape, so that wholesale orders keep their tail.
/// </summary>
internal sealed class OrderSizes
{
    /// <summary>Orders above which a sum of sizes is drawn by its mean and variance.</summary>
    private const int Many = 400;

    private readonly int[] _own;
    private readonly int[] _shop;
    private readonly double _ownShare;

    public OrderSizes(int[] own, int[] shop)
    {
        (_own, _shop) = (own, shop);
        _ownShare = own.Length / (own.Length + ShopPrior.SizeOrders);
        Mean = (_ownShare * (own.Length > 0 ? own.Average() : 0)) + ((1 - _ownShare) * shop.Average());
        var square = (_ownShare * (own.Length > 0 ? own.Average(size => (double)size * size) : 0)) + ((1 - _ownShare) * shop.Average(size => (double)size * size));
        Sd = Math.Sqrt(Math.Max(0, square - (Mean * Mean)));
    }

    /// <summary>Share of the product's own orders in the distribution.</summary>
    public double OwnShare => _ownShare;

    public double Mean { get; }

    public double Sd { get; }

    /// <summary>Chance of an order of at least so many units.</summary>
    public double AtLeast(int units) =>
        (_ownShare * (_own.Length > 0 ? _own.Count(size => size >= units) / (double)_own.Length : 0)) + ((1 - _ownShare) * _shop.Count(size => size >= units) / _shop.Length);

    public long Sum(int orders, ShopDraws draws)
    {
        if (orders > Many)
        {
            return (long)Math.Max(orders, Math.Round((orders * Mean) + (Math.Sqrt(orders) * Sd * draws.Normal())));
        }

        long units = 0;
        for (var i = 0; i < orders; i++)
        {
            var from = _own.Length > 0 && draws.Uniform() < _ownShare ? _own : _shop;
            units += from[(int)(draws.Uniform() * from.Length)];
        }

        return units;
    }

    /// <summary>The sizes of all orders of a range of months, in ascending order.</summary>
    public static int[] Of(IReadOnlyDictionary<(int Month, int Size), int> orders, int firstMonth, int lastMonth) =>
        [.. orders.Where(one => one.Key.Month >= firstMonth && one.Key.Month <= lastMonth).OrderBy(one => one.Key.Size).SelectMany(one => Enumerable.Repeat(one.Key.Size, one.Value))];
}
