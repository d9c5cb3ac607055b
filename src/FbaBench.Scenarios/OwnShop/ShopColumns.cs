namespace FbaBench;

/// <summary>
/// Which column of a sales file holds what, by the header's text (case does not matter). What is left null is found by a list
/// of usual names; see <c>docs/own-shop.md</c>.
/// </summary>
public sealed record ShopColumns
{
    /// <summary>Day of the sale, with or without a time.</summary>
    public string? Date { get; init; }

    /// <summary>Product code.</summary>
    public string? Sku { get; init; }

    /// <summary>Units sold; negative for returns.</summary>
    public string? Units { get; init; }

    /// <summary>Price of one unit.</summary>
    public string? Price { get; init; }

    /// <summary>Order or invoice number. May be missing.</summary>
    public string? Order { get; init; }

    /// <summary>Currency code. May be missing.</summary>
    public string? Currency { get; init; }
}
