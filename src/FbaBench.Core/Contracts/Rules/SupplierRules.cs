namespace FbaBench.Contracts;

/// <summary>When a command on a supplier is refused.</summary>
internal static class SupplierRules
{
    /// <summary>Days for which an agreed price holds; until then the supplier hears no proposal.</summary>
    public const int AgreementDays = 120;

    public static Refusal Known(int index, SupplierId supplier, IReadOnlyList<Quote> quotes) =>
        supplier.Index < 0 || supplier.Index >= quotes.Count ? new(index, RefusalReason.UnknownSupplier, supplier.Index, 0, quotes.Count - 1) : default;

    /// <summary>Everything about an order but cash and a place for its goods.</summary>
    public static Refusal Order(int index, PlaceOrder order, IReadOnlyList<Quote> quotes, int highest)
    {
        if (Known(index, order.Supplier, quotes) is { Reason: not RefusalReason.None } unknown)
        {
            return unknown;
        }

        var quote = quotes[order.Supplier.Index];
        if (order.Units < 1 || order.Units > highest)
        {
            return new(index, RefusalReason.UnitsOutOfRange, order.Units, quote.MinimumUnits, highest);
        }

        if (order.Units < quote.MinimumUnits)
        {
            return new(index, RefusalReason.BelowMinimumUnits, order.Units, quote.MinimumUnits, highest);
        }

        return RouteOf(quote, order.Freight) < 0 ? new(index, RefusalReason.FreightNotOffered, (int)order.Freight, 0, Offered(quote)) : default;
    }

    /// <summary>A place for an order's goods. One of the lots is for what comes back.</summary>
    /// <param name="index">Position in the batch.</param>
    /// <param name="used">Lots in use, that one apart.</param>
    /// <param name="lots">Lots of an offer.</param>
    public static Refusal Place(int index, long used, int lots) => used >= lots - 1 ? new(index, RefusalReason.TooManyLots, lots, 0, lots - 1) : default;

    /// <param name="index">Position in the batch.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="quotes">The offer's quotes.</param>
    /// <param name="day">Today.</param>
    /// <param name="from">First day on which the supplier hears one; asked only of a supplier that there is.</param>
    /// <param name="highest">Units of an order at most.</param>
    public static Refusal Proposal(int index, MakeSupplierOffer proposal, IReadOnlyList<Quote> quotes, int day, int from, int highest)
    {
        var (supplier, quote) = (proposal.Supplier.Index, quotes[proposal.Supplier.Index]);
        if (!quote.Negotiates)
        {
            return new(index, RefusalReason.FixedPrices, supplier, 0, 0);
        }

        if (day < from)
        {
            return new(index, RefusalReason.NoTalks, day, from, from);
        }

        if (proposal.Units < quote.MinimumUnits || proposal.Units > highest)
        {
            return new(index, RefusalReason.UnitsOutOfRange, proposal.Units, quote.MinimumUnits, highest);
        }

        var ladder = quote.UnitPrice(proposal.Units).Cents;
        return proposal.UnitPrice.Cents < 1 || proposal.UnitPrice.Cents > ladder ? new(index, RefusalReason.PriceOutOfRange, proposal.UnitPrice.Cents, 1, ladder) : default;
    }

    public static Refusal Asked(int index, SupplierId supplier, bool isAsked) => isAsked ? default : new(index, RefusalReason.NothingAsked, supplier.Index, 0, 0);

    public static Refusal UnknownOrder(int index, OrderId order) => new(index, RefusalReason.UnknownOrder, order.Day, 0, 0);

    /// <summary>Index of the route of a mode, 0 for the quoted one, −1 when the supplier has none.</summary>
    public static int RouteOf(Quote quote, FreightMode mode)
    {
        // By index: an enumerator of the interface would allocate in the kernel's day.
        for (var i = 0; i < quote.Routes.Count; i++)
        {
            if (quote.Routes[i].Mode == mode)
            {
                return i;
            }
        }

        return mode == FreightMode.Quoted ? 0 : -1;
    }

    /// <summary>The modes offered, a bit each.</summary>
    private static long Offered(Quote quote)
    {
        long modes = 0;
        for (var i = 0; i < quote.Routes.Count; i++)
        {
            modes |= 1L << (int)quote.Routes[i].Mode;
        }

        return modes;
    }
}
