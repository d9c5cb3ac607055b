using FbaBench.Scenarios;

namespace FbaBench;

/// <summary>A shop's sales by product, day and price, as they were read. Immutable.</summary>
public sealed class ShopHistory
{
    internal ShopHistory(ShopReading reading, SalesSums sums, IReadOnlyList<ProductFacts> facts)
    {
        Reading = reading;
        Facts = facts.ToDictionary(product => product.Sku, StringComparer.Ordinal);
        Sales = [.. sums.Products.Select(product => new ProductHistory(product)).Where(product => product.Days.Length > 0).OrderBy(product => product.Sku, StringComparer.Ordinal)];
        First = Day(Sales.Min(product => product.Days[0].Day));
        Last = Day(Sales.Max(product => product.Days[^1].Day));
    }

    /// <summary>What was found in the file and changed while reading it.</summary>
    public ShopReading Reading { get; }

    /// <summary>First day with a sale.</summary>
    public SimDate First { get; }

    /// <summary>Last day with a sale.</summary>
    public SimDate Last { get; }

    /// <summary>Number of products with a sale.</summary>
    public int Products => Sales.Count;

    /// <summary>Orders of all products: an order counts once for each product in it.</summary>
    public long Orders => Sales.Sum(product => (long)product.Orders);

    /// <summary>Units sold, returns not deducted.</summary>
    public long Units => Sales.Sum(product => product.Units);

    /// <summary>Units × price of all sales, in the shop's currency.</summary>
    public decimal Revenue => Sales.Sum(product => product.Revenue);

    internal IReadOnlyList<ProductHistory> Sales { get; }

    internal IReadOnlyDictionary<string, ProductFacts> Facts { get; }

    /// <summary>Fits the shop, and checks the fit against the last months, which it is not shown.</summary>
    /// <param name="options">How; default: twelve products, two months held back, prices in US dollars if the file says so.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the currency or its rate is missing.</exception>
    /// <exception cref="ShopDataException">The sales are too few or too short to be fitted; the message says what is needed.</exception>
    public ShopFit Fit(ShopFitOptions? options = null) => ShopFitBuilder.Build(this, options ?? new ShopFitOptions());

    internal static SimDate Day(int dayNumber) => default(SimDate).AddDays(dayNumber);
}

/// <summary>A product's sales, by day and price.</summary>
internal sealed class ProductHistory
{
    public ProductHistory(ProductSums sums)
    {
        Sku = sums.Sku;
        Days = [.. sums.Sales.OrderBy(sale => sale.Day).ThenBy(sale => sale.Price)];
        OrdersBySize = sums.OrdersBySize;
        ReturnLines = sums.ReturnLines;
        Orders = Days.Sum(sale => sale.Orders);
        Units = Days.Sum(sale => (long)sale.Units);
        Revenue = Days.Sum(sale => sale.Units * sale.Price);
    }

    public string Sku { get; }

    public DaySale[] Days { get; }

    public IReadOnlyDictionary<(int Month, int Size), int> OrdersBySize { get; }

    public long ReturnLines { get; }

    public int Orders { get; }

    public long Units { get; }

    public decimal Revenue { get; }

    public decimal RevenueUntil(int day) => Days.TakeWhile(sale => sale.Day <= day).Sum(sale => sale.Units * sale.Price);
}
