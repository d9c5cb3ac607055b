using FbaBench.Primitives;

namespace FbaBench.World;

/// <summary>A seat's offer of a product.</summary>
internal sealed class OwnOffer(int row, int index, int niche, int seat, string nicheName, ProductDefinition product)
{
    private OfferInfo? _info;

    public int Row { get; } = row;

    /// <summary>Position in the own columns.</summary>
    public int Index { get; } = index;

    public int Niche { get; } = niche;

    public int Seat { get; } = seat;

    public string NicheName { get; } = nicheName;

    public ProductDefinition Product { get; } = product;

    /// <summary>Niche and product; the same for every seat.</summary>
    public string ProductPath { get; } = nicheName + "/" + product.Name;

    public string Path => NicheName + "/" + PublicName;

    /// <summary>Identity in draws: product × seat.</summary>
    public ulong Key { get; } = EntityKey.Combine(EntityKey.Of(nicheName + "/" + product.Name), (ulong)seat);

    /// <summary>Identity of the product, shared by all seats.</summary>
    public ulong ProductKey { get; } = EntityKey.Of(nicheName + "/" + product.Name);

    /// <summary>Identity of a supplier's lead times for the product: shared by all seats.</summary>
    public ulong[] SupplierKeys { get; } =
        [.. product.Suppliers.Select(s => EntityKey.Of(nicheName + "/" + product.Name + "/" + s.Name))];

    /// <summary>How other sellers see the offer.</summary>
    public string PublicName { get; } = product.Name + "@" + seat.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What never changes about the offer, as its seller sees it.</summary>
    public OfferInfo Info => _info ??= new()
    {
        Id = new(Row),
        Name = ProductPath,
        Niche = NicheName,
        Category = Product.Category,
        Size = Product.Size,
        WeightPounds = Product.WeightPounds,
        ReferencePrice = Product.ReferencePrice,
        Quotes = Array.AsReadOnly(Quotes),
        BestQuote = Quotes.MinBy(q => q.LandedCostAtMinimum.Cents)!,
    };

    /// <summary>The suppliers' quotes as sellers see them.</summary>
    public Quote[] Quotes { get; } =
        [.. product.Suppliers.Select((s, i) => new Quote(
            new SupplierId(i),
            s.Name,
            s.Ladder[0].Units,
            Array.AsReadOnly([.. s.Ladder]),
            s.InboundPerUnit,
            s.DepositShare,
            Typical(s.Production) + Typical(s.Transit) + Typical(s.Receiving),
            s.Production.MaximumDays + s.Transit.MaximumDays + s.Receiving.MaximumDays))];

    /// <summary>The median in whole days, held within the range.</summary>
    public static int Typical(LeadTime time) => Math.Clamp((int)Math.Floor(time.MedianDays + 0.5), time.MinimumDays, time.MaximumDays);
}
