namespace FbaBench;

/// <summary>The kinds of businesses whose worlds a <see cref="GeneratedScenario"/> draws.</summary>
public enum WorldFamily
{
    /// <summary>A new brand with listings of its own, made by factories abroad; usually twelve products, two fifths of them in stock.</summary>
    PrivateLabel,

    /// <summary>An account of two years that sells brands of others on shared listings, bought of wholesalers in small lots at thin margins; usually 24 products, all in stock.</summary>
    Reseller,

    /// <summary>A gift, garden or summer seller: few products (usually six) whose year is a few weeks, made by factories abroad with long lead times.</summary>
    Seasonal,
}
