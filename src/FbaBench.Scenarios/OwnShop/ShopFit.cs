using FbaBench.Scenarios;

namespace FbaBench;

/// <summary>
/// A fitted shop: what its products sell, how sure that is, and where each figure comes from. Immutable; saved as JSON
/// (<c>fbabench-shop/1</c>).
/// </summary>
public sealed record ShopFit
{
    /// <summary>Identity of the file's form.</summary>
    public const string Schema = "fbabench-shop/1";

    /// <summary>What was read.</summary>
    public required ShopReading Reading { get; init; }

    /// <summary>First day that was fitted.</summary>
    public required SimDate First { get; init; }

    /// <summary>Last day that was fitted.</summary>
    public required SimDate Last { get; init; }

    /// <summary>Currency of the shop's prices.</summary>
    public required string Currency { get; init; }

    /// <summary>Dollars for one unit of it.</summary>
    public required decimal UsdRate { get; init; }

    /// <summary>Days added to a date of the shop to get to the world's, a multiple of seven.</summary>
    public required int ShiftDays { get; init; }

    /// <summary>Weekdays on which the shop never sells, Monday 0.</summary>
    public required IReadOnlyList<int> ClosedWeekdays { get; init; }

    /// <summary>Other days that count as closed.</summary>
    public required int ClosedDays { get; init; }

    /// <summary>Share of the shop's revenue that the products of the world make.</summary>
    public required double RevenueShare { get; init; }

    /// <summary>Products with a sale in the file.</summary>
    public required int ProductsInFile { get; init; }

    /// <summary>Opening cash in dollars.</summary>
    public required decimal OpeningCash { get; init; }

    /// <summary>Days of sales in stock at the start.</summary>
    public required int OpeningDays { get; init; }

    /// <summary>The products of the world, by revenue.</summary>
    public required IReadOnlyList<FittedProduct> Products { get; init; }

    /// <summary>The check against held-back months over all fitted products, or null when none were held back.</summary>
    public HeldBackCheck? HeldBack { get; init; }

    /// <summary>Assumptions in words, as they are shown beside results.</summary>
    public required string Sources { get; init; }

    /// <summary>The scenario of this shop.</summary>
    /// <param name="name">Its name, see <see cref="EntityName"/>.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    public IScenario ToScenario(string name = "own-shop")
    {
        ArgumentNullException.ThrowIfNull(name);
        return EntityName.IsValid(name)
            ? new OwnShopScenario(name, this)
            : throw new ArgumentException($"'{name}' cannot name a scenario; use {EntityName.Rule}.", nameof(name));
    }

    /// <summary>Writes the fit; a file of that name is replaced as a whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var part = path + ".part";
        try
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(ShopFitJson.Write(this));
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be written: {error.Message}", error);
        }
    }

    /// <summary>Reads a fit that was saved.</summary>
    /// <exception cref="ShopDataException">There is no such file, or it is not one of a fitted shop.</exception>
    public static ShopFit Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return ShopFitJson.Load(path);
    }
}

/// <summary>A figure with its uncertainty and origin.</summary>
/// <param name="Value">Median.</param>
/// <param name="Low">5 % quantile.</param>
/// <param name="High">95 % quantile.</param>
/// <param name="DataShare">How much of it is the product's own data, 0 (prior or shop alone) to 1.</param>
public sealed record Estimated(double Value, double Low, double High, double DataShare);

/// <summary>A product of a fitted shop.</summary>
/// <param name="Sku">Product code of the shop.</param>
/// <param name="Name">Its name in the world, see <see cref="EntityName"/>.</param>
public sealed record FittedProduct(string Sku, string Name)
{
    /// <summary>Orders that were fitted.</summary>
    public required int Orders { get; init; }

    /// <summary>Share of the shop's revenue.</summary>
    public required double RevenueShare { get; init; }

    /// <summary>Most usual posted price of the last year, in the shop's currency.</summary>
    public required decimal ReferencePrice { get; init; }

    /// <summary>Orders a day on which the shop is open, at the reference price in a mean month at the end of the history.</summary>
    public required Estimated Level { get; init; }

    /// <summary>Sales by month of the year against their geometric mean, January first.</summary>
    public required IReadOnlyList<Estimated> Months { get; init; }

    /// <summary>Orders by weekday against the mean of open ones, Monday first; 0 where the shop is closed.</summary>
    public required IReadOnlyList<double> Weekdays { get; init; }

    /// <summary>Share of the product's own orders in its weekdays.</summary>
    public required double WeekdayShare { get; init; }

    /// <summary>Growth a year in logs, the shop's included.</summary>
    public required Estimated Growth { get; init; }

    /// <summary>Own-price elasticity.</summary>
    public required Estimated Elasticity { get; init; }

    /// <summary>The data's own estimate of the elasticity; null when the price never changed.</summary>
    public double? ElasticityOfData { get; init; }

    /// <summary>Its standard error.</summary>
    public double? ElasticityError { get; init; }

    /// <summary>Weeks in which it could be bought.</summary>
    public required int Weeks { get; init; }

    /// <summary>Posted prices in these weeks.</summary>
    public required int PricePoints { get; init; }

    /// <summary>Relative variance of a week's mean beyond chance of counts, and of a month's.</summary>
    public required Estimated Dispersion { get; init; }

    /// <summary>Relative variance of a month beyond season and weeks.</summary>
    public required double MonthNoise { get; init; }

    /// <summary>Units an order.</summary>
    public required double UnitsPerOrder { get; init; }

    /// <summary>Chances of orders of one, two, and three or more units.</summary>
    public required IReadOnlyList<double> OrderSizes { get; init; }

    /// <summary>Share of the product's own orders in the order sizes.</summary>
    public required double OrderSizeShare { get; init; }

    /// <summary>Share of orders that come back.</summary>
    public required double ReturnRate { get; init; }

    /// <summary>Share of the product's own orders in the return rate; −1 when the file shows no returns and the prior stands.</summary>
    public required double ReturnShare { get; init; }

    /// <summary>Open days on which it counts as out of stock or not listed.</summary>
    public required int DaysOut { get; init; }

    /// <summary>Category, size, cost and so on, filled from the second file or by assumption.</summary>
    public required ProductFacts Facts { get; init; }

    /// <summary>The facts that are assumptions.</summary>
    public required IReadOnlyList<string> Assumed { get; init; }

    /// <summary>Weekly orders, as sold and as fitted.</summary>
    public required IReadOnlyList<FittedWeek> History { get; init; }
}

/// <summary>A week of a product.</summary>
/// <param name="Start">Its Monday.</param>
/// <param name="Orders">Orders.</param>
/// <param name="Mean">Fitted mean of orders.</param>
/// <param name="Low">5 % quantile.</param>
/// <param name="High">95 % quantile.</param>
/// <param name="Price">Posted price.</param>
public sealed record FittedWeek(SimDate Start, int Orders, double Mean, double Low, double High, decimal Price);
