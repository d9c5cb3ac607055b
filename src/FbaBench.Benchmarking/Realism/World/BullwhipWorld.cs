namespace FbaBench;

/// <summary>
/// The world of the bullwhip (economics, section 9): ten years of ordinary niches whose demand has no trend and no season, goods that come singly and after a fixed
/// time, so that whatever orders vary more than demand comes from the seller's rule.
/// </summary>
internal static class BullwhipWorld
{
    public const int WeekDays = 7;
    public const int Weeks = 520;

    /// <summary>Weeks from an order to the shelf; with the week until the next order a stock has to cover six (L of the fact's source).</summary>
    public const int LeadWeeks = 5;

    /// <summary>Weeks of stock on the first day: no order is needed until a forecast is there, and none comes too late.</summary>
    private const double OpeningWeeks = 22;

    /// <summary>Open orders, and what is left of those on the shelf.</summary>
    private const int Lots = 64;

    /// <summary>From a measured world: one niche of each category, with the seller's own listings and the rivals'.</summary>
    public static WorldDefinition Of(WorldDefinition ordinary) => ordinary with
    {
        Name = "bullwhip",
        Days = Weeks * WeekDays,

        // No table is published for the years to come.
        Fees = new FeePolicy(FeeMode.Published, RepeatYear: 2025),
        Limits = ordinary.Limits with { LotsPerOffer = Lots },
        DealEvents = [],
        Niches = [.. ordinary.Niches.DistinctBy(niche => niche.Products[0].Category).Select(Steady)],

        // Reviews pile up over ten years, and demand with them.
        Laboratory = true,
        LaboratorySwitches = new LaboratoryDefinition { Reviews = false },
    };

    private static NicheDefinition Steady(NicheDefinition niche)
    {
        double[] flat = [.. Enumerable.Repeat(1.0, 12)];
        var steady = niche with
        {
            TrafficByMonth = flat,
            ConversionByMonth = flat,
            Products = [.. niche.Products.Where(product => !product.Shared)],
            Rivals = [.. niche.Rivals.Where(rival => rival.Product is null).Select(rival => rival with { Policy = RivalPolicy.Hold, StockOutChance = 0, EntryDay = 0, ExitDay = null })],
        };

        // Roughly, by the usual market: the opening stock is only to last.
        var unitsAnOrder = niche.OrderSizes.Select((share, i) => share * (i + 1)).Sum();
        var shares = ReferenceSales.Shares(steady, new MarketTerms());
        return steady with
        {
            Products = [.. steady.Products.Select((product, i) => Singly(product, OpeningWeeks * WeekDays * niche.SessionsPerDay * shares[i] * unitsAnOrder))],
        };
    }

    private static ProductDefinition Singly(ProductDefinition product, double openingStock) => product with
    {
        OpeningStock = (int)Math.Ceiling(openingStock),
        Suppliers = [.. product.Suppliers.Select(supplier => supplier with
        {
            Ladder = [new(1, supplier.Ladder[0].UnitPrice)],
            Production = Fixed(14),
            Transit = Fixed((LeadWeeks * WeekDays) - 17),
            Receiving = Fixed(3),
        })],
    };

    private static LeadTime Fixed(int days) => new(days, 0, days, days);
}
