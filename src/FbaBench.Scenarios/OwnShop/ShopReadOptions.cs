namespace FbaBench;

/// <summary>How a sales file is read. What is not given is found in the file, or asked for by one clear error.</summary>
public sealed record ShopReadOptions
{
    /// <summary>Columns that the header does not name in a usual way.</summary>
    public ShopColumns Columns { get; init; } = new();

    /// <summary>Whether 3/4/2025 is 3 April or 4 March. Default: decided over the whole file.</summary>
    public DateOrder DateOrder { get; init; } = DateOrder.Decide;

    /// <summary>'.' or ',' as the decimal mark. Default (null): decided over the whole file.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Product codes that are not products (postage, bank charges); kept out and listed. Default none: nothing is left out by guessing.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>A second file with category, size, weight and cost of products, or null.</summary>
    public string? ProductsFile { get; init; }
}

/// <summary>The order of day and month in dates that do not begin with the year.</summary>
public enum DateOrder
{
    /// <summary>Found in the file: some day above 12 shows it. Dates with dots are day first.</summary>
    Decide,

    /// <summary>Day, month, year.</summary>
    DayFirst,

    /// <summary>Month, day, year.</summary>
    MonthFirst,
}
