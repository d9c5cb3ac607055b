namespace FbaBench.Scenarios;

/// <summary>Sales added up by product, day and price.</summary>
internal sealed class SalesSums
{
    /// <summary>Cells of product, day and price that are kept: about two gigabytes.</summary>
    private const int MostCells = 25_000_000;

    private readonly Dictionary<string, ProductSums> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProductSums>.AlternateLookup<ReadOnlySpan<char>> _bySku;
    private int _cells;

    public SalesSums() => _bySku = _products.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyCollection<ProductSums> Products => _products.Values;

    public long ReturnLines { get; private set; }

    public void Sale(ReadOnlySpan<char> sku, int day, decimal price, int units, OrderOfLine order, DelimitedFile file)
    {
        if (Of(sku).Add(day, price, units, order) && ++_cells > MostCells)
        {
            throw file.Error(null, null, $"it has more than {MostCells:#,0} combinations of product, day and price; split the file by products.");
        }
    }

    public void Return(ReadOnlySpan<char> sku)
    {
        ReturnLines++;
        Of(sku).ReturnLines++;
    }

    private ProductSums Of(ReadOnlySpan<char> sku)
    {
        if (!_bySku.TryGetValue(sku, out var product))
        {
            var name = sku.ToString();
            _products.Add(name, product = new ProductSums(name));
        }

        return product;
    }
}

/// <summary>A product's sales by day and price, its orders by size and its returns.</summary>
internal sealed class ProductSums(string sku)
{
    private readonly Dictionary<(int Day, decimal Price), (int Orders, int Units)> _cells = [];

    public string Sku { get; } = sku;

    private ulong _lastOrder;
    private (int Month, int Size) _lastSize;

    /// <summary>Orders by month (year × 12 + month) and units.</summary>
    public Dictionary<(int Month, int Size), int> OrdersBySize { get; } = [];

    public long ReturnLines { get; set; }

    public IEnumerable<DaySale> Sales => _cells.Select(cell => new DaySale(cell.Key.Day, cell.Key.Price, cell.Value.Orders, cell.Value.Units));

    /// <summary>Adds a line; true when it begins a new cell.</summary>
    public bool Add(int day, decimal price, int units, OrderOfLine order)
    {
        ref var cell = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_cells, (day, price), out var known);
        cell = (cell.Orders + (order.IsNew ? 1 : 0), cell.Units + units);
        Size(Timeline.MonthNumber(day), units, order);
        return !known;
    }

    /// <summary>
    /// An order's lines are one order of their units together. They stand together in any export; where another order of the product
    /// came between them, the later line is an order's size of its own.
    /// </summary>
    private void Size(int month, int units, OrderOfLine order)
    {
        var size = (Month: month, Size: units);
        if (!order.IsNew && order.Id == _lastOrder)
        {
            OrdersBySize[_lastSize]--;
            size = _lastSize with { Size = _lastSize.Size + units };
        }

        OrdersBySize[size] = OrdersBySize.GetValueOrDefault(size) + 1;
        (_lastOrder, _lastSize) = (order.Id, size);
    }
}

/// <summary>The order that a line belongs to.</summary>
/// <param name="Id">A hash of order and product; 0 where the file has no orders.</param>
/// <param name="IsNew">Whether the line is the order's first of the product.</param>
internal readonly record struct OrderOfLine(ulong Id, bool IsNew)
{
    /// <summary>A line of a file without orders: each is one.</summary>
    public static OrderOfLine Alone => new(0, true);
}

/// <summary>Sales of a product on a day at a price.</summary>
/// <param name="Day">Day number of the date.</param>
/// <param name="Price">Price of a unit, above zero.</param>
/// <param name="Orders">Orders.</param>
/// <param name="Units">Units.</param>
internal readonly record struct DaySale(int Day, decimal Price, int Orders, int Units);
