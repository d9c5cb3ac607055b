using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>
/// The shipped scenario first-year several times over: its six niches again and again under other names, all own offers in one seat, so that the draws
/// of every copy differ. Products that first-year begins without stock get some, for a market with all its own offers in it from the first day. Base-stock
/// decides beforehand; some offers are advertised, some are promoted once, and unsellable units are reworked once.
/// </summary>
internal static class ScaledFirstYear
{
    /// <summary>Copies that make 1,008 listings of first-year's 42.</summary>
    public const int Copies = 24;

    private const int Days = 120;
    private const int StockDays = 40;

    /// <summary>Every so many copies one begins with stock for a few days, so that its shelves run empty.</summary>
    private const int ScarceEvery = 4;
    private const int ScarceUnits = 12;

    private static readonly WorldSeed Seed = new(1);

    /// <summary>First-year itself but for its size.</summary>
    public static PlayedWorld Of(int copies = Copies) => Record(Define(copies));

    /// <summary>
    /// The same for a seller of old standing, who pays for low stock, in a year with a deal event, shocks and units that come back falsely: rules that
    /// first-year never reaches.
    /// </summary>
    public static PlayedWorld Established(int copies)
    {
        var definition = Define(copies);
        var start = definition.Start;
        return Record(definition with
        {
            AccountOpened = start.AddDays(-800),
            Supply = definition.Supply with { FalseReturnShare = 0.1 },
            DealEvents = [new("spring-deal", start.AddDays(20), start.AddDays(24), 2.5)],
            Shocks =
            [
                new("fashion", start.AddDays(10), start.AddDays(30)) { Niche = definition.Niches[0].Name, Product = definition.Niches[0].Products[0].Name, Traffic = 2 },
                new("slump", start.AddDays(5), start.AddDays(15)) { Niche = definition.Niches[1].Name, Traffic = 0.5 },
                new("price-war", start.AddDays(8), start.AddDays(40)) { Niche = definition.Niches[2].Name, RivalPrices = 0.8 },
            ],
            Niches = [.. definition.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => product with { FirstInbound = start.AddDays(-400) })] })],
        });
    }

    private static WorldDefinition Define(int copies)
    {
        var once = new FirstYear().Define(Seed);
        return once with
        {
            Name = "scaled-first-year",
            Days = Days,
            Cash = once.Cash * copies,
            Limits = once.Limits with { CommandsPerDay = 10_000 },
            Niches = [.. Enumerable.Range(1, copies).SelectMany(copy => once.Niches.Select(niche => Copy(niche, copy)))],
        };
    }

    private static NicheDefinition Copy(NicheDefinition niche, int copy) => niche with
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{niche.Name}-{copy:D3}"),
        Products = [.. niche.Products.Select(product => Stocked(niche, product, copy % ScarceEvery == 0))],
    };

    /// <summary>Opening stock for some weeks of the sales at reference prices, where first-year gives none.</summary>
    private static ProductDefinition Stocked(NicheDefinition niche, ProductDefinition product, bool isScarce)
    {
        var perListing = niche.SessionsPerDay * niche.ReferenceConversion / (niche.Products.Count + niche.Rivals.Count);
        var units = product.OpeningStock > 0 ? product.OpeningStock : (int)Math.Ceiling(StockDays * perListing);
        var cost = product.OpeningUnitCost > Money.Zero ? product.OpeningUnitCost : product.Suppliers[0].Ladder[0].UnitPrice;
        return product with { OpeningStock = isScarce ? ScarceUnits : units, OpeningUnitCost = cost };
    }

    private static PlayedWorld Record(WorldDefinition definition)
    {
        var listings = definition.Niches.Sum(niche => niche.Products.Count + niche.Rivals.Count);
        var name = string.Create(CultureInfo.InvariantCulture, $"first-year, {listings:N0} listings");
        return PlayedWorld.Record(name, definition, Seed, () => new AdvertisingBaseStock());
    }

    /// <summary>Base-stock with campaigns for every fourth offer, some of them short, one promotion for every sixth, rework once, and fast orders where stock is scarce.</summary>
    private sealed class AdvertisingBaseStock : IAgent
    {
        private const int AdvertisedEvery = 4;
        private const int PromotedEvery = 6;
        private const int ShortEvery = 3;
        private const int ShortCampaignLast = 30;
        private const int PromotionDay = 14;
        private const int PromotedDays = 7;
        private const int ReworkDay = 28;
        private static readonly Money Bid = Money.Dollars(1.20m);
        private static readonly Money Budget = Money.Dollars(8);
        private readonly BaseStock _stock = new();

        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            var decision = await _stock.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
            return today.Day switch
            {
                0 => new(
                [
                    .. decision.Commands,
                    .. Every(AdvertisedEvery, today).Select((offer, i) => new CreateCampaign(offer.Id, Bid, Budget, 0, i % ShortEvery == 0 ? ShortCampaignLast : Days - 1)),
                    .. today.Offers.Where(offer => offer.UnitsOnHand <= ScarceUnits).SelectMany(Restock),
                ]),
                PromotionDay => new([.. decision.Commands, .. Every(PromotedEvery, today).Select(offer => new StartPromotion(offer.Id, offer.Promotion.HighestPrice, PromotedDays))]),
                ReworkDay => new([.. decision.Commands, .. today.Offers.Where(offer => offer.UnsellableUnits > 0).Select(offer => new DisposeUnsellable(offer.Id, offer.UnsellableUnits, DisposalPath.Rework))]),
                _ => decision,
            };
        }

        /// <summary>A factory's goods by the fastest way; some of them are defective.</summary>
        private static IEnumerable<PlaceOrder> Restock(OfferObservation offer) =>
            offer.Quotes.Where(quote => quote.Routes.Any(route => route.Mode == FreightMode.Express)).Take(1)
                .Select(quote => new PlaceOrder(offer.Id, quote.Supplier, quote.MinimumUnits, FreightMode.Express));

        private static IEnumerable<OfferObservation> Every(int number, Observation today) => today.Offers.Where((_, i) => i % number == 0);
    }
}
