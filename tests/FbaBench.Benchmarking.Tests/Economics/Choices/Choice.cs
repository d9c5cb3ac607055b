namespace FbaBench.Tests.Economics;

/// <summary>What a base-stock seller does its own way; everything that is not said it does as the shipped rule.</summary>
internal sealed record Choice
{
    /// <summary>The way of all goods; they come from the supplier that offers it. Null: as the supplier quotes.</summary>
    public FreightMode? Freight { get; init; }

    /// <summary>Place among a product's suppliers; null: the cheapest today that somebody has checked.</summary>
    public int? Supplier { get; init; }

    /// <summary>Days of demand that an order brings, 0 for the supplier's minimum; null: up to the base level.</summary>
    public int? OrderDays { get; init; }

    public CreditUse Credit { get; init; }

    /// <summary>Where unsellable units go once they fill a carton; null: nowhere before the run-off.</summary>
    public DisposalPath? Disposal { get; init; }
}
