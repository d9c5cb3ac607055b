namespace FbaBench;

/// <summary>The offers of a niche of the realism world: two own private-label listings, one shared listing, and rivals.</summary>
/// <param name="world">Draws by path.</param>
/// <param name="niche">The niche's name.</param>
/// <param name="category">Its category.</param>
/// <param name="priceLevel">The niche's median price over its category's.</param>
internal sealed class RealismOffers(WorldSeed world, string niche, RealismCategory category, double priceLevel)
{
    /// <summary>The product on whose listing the resellers sell.</summary>
    public const string Shared = "shared";

    /// <summary>Rivals with a listing of their own: with the own products and the shared one, twelve listings.</summary>
    public const int OwnListings = 9;

    /// <summary>Log deviation of prices within a niche (demand_choice/price_lognormal_sigma asks 0.6 to 1.2 within a category).</summary>
    public const double PriceSd = 0.75;
    private const int Sellers = 4;

    // Modelling assumptions: how listings differ.
    private const double AppealSd = 0.25;
    private const double QualitySd = 0.4;
    private const double ReviewsMedian = 100;
    private const double ReviewsSd = 1;
    private const double ResellerPriceSd = 0.03;
    private const double AdvertiserShare = 0.6;
    private const double SellerFulfilledShare = 0.25;
    private const double StockOutChance = 0.05;

    /// <summary>Freight of a cubic foot (supply_chain/freight_usd_per_feu_uswc over usable_cuft_per_feu), duty (duty_base + section_301).</summary>
    private const double FreightPerCubicFoot = 1.25;
    private const double DutyShare = 0.285;
    private const double UnitCostShare = 0.25;
    private const int MinimumUnits = 500;
    private const int OpeningUnits = 1_500;

    private static readonly SimDate FirstInbound = new(2023, 6, 1);

    /// <summary>Own private-label products of a niche.</summary>
    public static IReadOnlyList<string> OwnNames { get; } = ["own-1", "own-2"];

    public IReadOnlyList<ProductDefinition> Products() =>
        [.. OwnNames.Select(name => Product(name, isShared: false)), Product(Shared, isShared: true)];

    public IEnumerable<RivalDefinition> Rivals() => Enumerable.Range(1, OwnListings).Select(i =>
    {
        var name = $"rival-{i:00}";
        var quality = Quality(name);
        return new RivalDefinition(name, Money.Dollars(Price(name)), Policy(name)) with
        {
            Appeal = Appeal(name),
            Quality = quality,
            OpeningReviews = i == 1 ? 0 : Reviews(name),
            OpeningRating = Rating(quality),
            Advertises = Uniform(name, "advertises") < AdvertiserShare,
            StockOutChance = i > OwnListings / 2 ? StockOutChance : 0,

            // One comes during the year, one goes.
            EntryDay = i == 1 ? 30 + (int)(180 * Uniform(name, "entry")) : 0,
            ExitDay = i == 2 ? 150 + (int)(180 * Uniform(name, "exit")) : null,
        };
    });

    public IEnumerable<RivalDefinition> Resellers() => Enumerable.Range(1, Sellers).Select(i =>
    {
        var name = $"reseller-{i}";
        var ownShipping = Uniform(name, "fulfilment") < SellerFulfilledShare;
        var price = (double)Price(Shared) * world.LogNormal(Path(name, "price"), ResellerPriceSd);
        return new RivalDefinition(name, Money.Dollars(Cents(price)), Policy(name)) with
        {
            Product = Shared,
            FloorShare = 0.9,
            Fulfilment = ownShipping ? FulfilmentChannel.Seller : FulfilmentChannel.Marketplace,
            ExtraDeliveryDays = ownShipping ? 2 : 0,
            StockOutChance = StockOutChance,
        };
    });

    private ProductDefinition Product(string name, bool isShared)
    {
        var price = Price(name);
        var weight = Math.Round(Math.Clamp(world.LogNormal(Path(name, "weight"), 0.5), 0.3, 8), 2);
        var scale = Math.Cbrt(weight);
        var size = new Dimensions(Math.Round(9 * scale, 1), Math.Round(6 * scale, 1), Math.Round(4 * scale, 1));
        var quality = Quality(name);
        var unitCost = Math.Max(0.5, UnitCostShare * (double)price);
        var inbound = Cents((size.CubicFeet * FreightPerCubicFoot) + (DutyShare * unitCost));
        return new ProductDefinition(name, category.FeeCategory, Money.Dollars(price))
        {
            Size = size,
            WeightPounds = weight,
            Appeal = Appeal(name),
            Shared = isShared,
            Quality = quality,
            OpeningReviews = Reviews(name),
            OpeningRating = Rating(quality),
            OpeningVelocity = 1,
            ReturnRate = category.ReturnRate,
            OpeningStock = OpeningUnits,
            OpeningUnitCost = Money.Dollars(Cents(unitCost) + inbound),
            FirstInbound = FirstInbound,
            Suppliers = [Factory(unitCost, inbound)],
        };
    }

    /// <summary>Price breaks of supply_chain/price_breaks; many destinations, so that no placement fee mixes with the funds of sales.</summary>
    private static SupplierDefinition Factory(double unitCost, decimal inbound) => new(
        "factory",
        [
            new(MinimumUnits, Money.Dollars(Cents(unitCost))),
            new(MinimumUnits * 2, Money.Dollars(Cents(unitCost * 0.94))),
            new(MinimumUnits * 6, Money.Dollars(Cents(unitCost * 0.87))),
            new(MinimumUnits * 20, Money.Dollars(Cents(unitCost * 0.80))),
        ])
    {
        InboundPerUnit = Money.Dollars(inbound),
        Placement = InboundPlacement.Optimised,
    };

    private decimal Price(string name) => Cents(category.MedianPrice * priceLevel * world.LogNormal(Path(name, "price"), PriceSd));

    private double Appeal(string name) => Math.Round(world.LogNormal(Path(name, "appeal"), AppealSd), 4);

    private double Quality(string name) => Math.Round(Math.Clamp(QualitySd * world.Normal(Path(name, "quality")), -1, 1), 3);

    /// <summary>The rating that such a quality comes to: old reviews are of the same kind as new ones.</summary>
    private static double Rating(double quality)
    {
        var terms = new ReviewTerms();
        return Math.Round(((1 - terms.LateShare) * ReviewStars.Mean(terms, quality, isLate: false)) + (terms.LateShare * ReviewStars.Mean(terms, quality, isLate: true)), 2);
    }

    private int Reviews(string name) => (int)Math.Clamp(ReviewsMedian * world.LogNormal(Path(name, "reviews"), ReviewsSd), 5, 5_000);

    /// <summary>Four in ten reprice by machine (buy_box/repricer_share_of_sellers: 0.2 to 0.6), more than a fifth never follow.</summary>
    private RivalPolicy Policy(string name) => Uniform(name, "policy") switch
    {
        < 0.6 => RivalPolicy.Hold,
        < 0.8 => RivalPolicy.Follow,
        < 0.9 => RivalPolicy.Undercut,
        _ => RivalPolicy.Cycle,
    };

    private double Uniform(string name, string what) => world.Uniform(Path(name, what));

    private string Path(string name, string what) => $"{niche}/{name}/{what}";

    private static decimal Cents(double dollars) => Math.Round((decimal)dollars, 2, MidpointRounding.AwayFromZero);
}
