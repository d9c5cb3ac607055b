using FbaBench.Primitives;

namespace FbaBench.World;

/// <summary>A seat's offer of a product.</summary>
internal sealed class OwnOffer(int row, int index, int niche, int seat, string nicheName, ProductDefinition product)
{
    private OfferInfo? _info;

    public int Row { get; } = row;

    /// <summary>Position in the own columns.</summary>
    public int Index { get; } = index;

    /// <summary>Position among its seat's offers.</summary>
    public int Place { get; init; }

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

    /// <summary>Whether a supplier can send defective units.</summary>
    public bool CanBeDefective { get; } = product.Suppliers.Any(supplier => supplier.DefectRate > 0 || supplier.BadLotChance > 0 || supplier.DishonestChance > 0);

    /// <summary>How other sellers see the offer.</summary>
    public string PublicName { get; } = product.Name + "@" + seat.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What never changes about the offer, as its seller sees it.</summary>
    public OfferInfo Info => _info ??= new()
    {
        Id = new(Row),
        Place = Place,
        Name = ProductPath,
        Niche = NicheName,
        Category = Product.Category,
        Size = Product.Size,
        WeightPounds = Product.WeightPounds,
        ReferencePrice = Product.ReferencePrice,
        Quotes = Array.AsReadOnly(Quotes),
        BestQuote = Quotes.OrderBy(q => !q.IsVerified).ThenBy(q => q.LandedCostAtMinimum.Cents).First(),
    };

    /// <summary>The suppliers' quotes as sellers see them.</summary>
    public Quote[] Quotes { get; } = [.. product.Suppliers.Select((supplier, i) => QuoteOf(supplier, i, product))];

    /// <summary>The median in whole days, held within the range.</summary>
    public static int Typical(LeadTime time) => Math.Clamp((int)Math.Floor(time.MedianDays + 0.5), time.MinimumDays, time.MaximumDays);

    private static Quote QuoteOf(SupplierDefinition supplier, int index, ProductDefinition product)
    {
        RouteQuote[] routes = [.. supplier.Routes.Select(route => new RouteQuote(route.Mode, route.Rates, Lead(supplier, route.Transit), Longest(supplier, route.Transit)))];
        var transit = supplier.Routes.Count == 0 ? supplier.Transit : supplier.Routes[0].Transit;
        return new(new SupplierId(index), supplier.Name, supplier.Ladder[0].Units, Array.AsReadOnly([.. supplier.Ladder]), Inbound(supplier, product), supplier.DepositShare, Lead(supplier, transit), Longest(supplier, transit))
        {
            Origin = supplier.Origin,
            IsVerified = supplier.IsVerified,
            Negotiates = supplier.Bargain > 0,
            UnitsPerDay = supplier.UnitsPerDay,
            DutyShare = supplier.DutyShare,
            BesidePerUnit = routes.Length == 0 ? Money.Zero : supplier.InboundPerUnit,
            Routes = Array.AsReadOnly(routes),
        };
    }

    /// <summary>Freight by the first route and duty, of a unit of the minimum order, half up to a cent.</summary>
    private static Money Inbound(SupplierDefinition supplier, ProductDefinition product)
    {
        if (supplier.Routes.Count == 0)
        {
            return supplier.InboundPerUnit;
        }

        var minimum = supplier.Ladder[0];
        var cents = (Math.Floor(supplier.Routes[0].Rates.Cents(product.Size, product.WeightPounds, minimum.Units) + 0.5) / minimum.Units) + (supplier.DutyShare * minimum.UnitPrice.Cents);
        return supplier.InboundPerUnit + new Money((long)Math.Floor(cents + 0.5));
    }

    private static int Lead(SupplierDefinition supplier, LeadTime transit) => Typical(supplier.Production) + Typical(transit) + Typical(supplier.Receiving);

    private static int Longest(SupplierDefinition supplier, LeadTime transit) => supplier.Production.MaximumDays + transit.MaximumDays + supplier.Receiving.MaximumDays;
}
