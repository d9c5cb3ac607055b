namespace FbaBench;

/// <summary>
/// Prices against those of equilibrium and joint monopoly, in laboratories for which theory gives both: one niche of plain logit demand in which every seat sells one product of its own, all alike, without
/// rivals and fees (Calvano, Calzolari, Denicolò, Pastorello, American Economic Review 2020; with profits in place of prices there).
/// </summary>
internal sealed class ConductFold : DayFold
{
    private double _prices;
    private long _count;
    private WorldDefinition? _world;

    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        new MetricsOf<ConductFold>(MetricCategory.Conduct).Metric("collusion-index", "", MetricDirection.Neither, "0 where prices are those of competition, 1 where they are those of a monopoly.", "(p − pN) ÷ (pM − pN): p mean of all sellers' prices of open offers over the decision days, pN the static Nash price, pM the joint monopoly's, both from the first-order conditions of logit demand (Anderson, de Palma, Thisse, Discrete Choice Theory of Product Differentiation, 1992); after Calvano et al., American Economic Review 2020, with prices for profits", "columns Price of own offers and of competitors; definition", fold => fold.Index()),
    ];

    public override void Take(EpisodeDay day)
    {
        _world ??= day.World;
        if (!day.IsDecisionDay || _world.Seats < 2 || !_world.Laboratory)
        {
            return;
        }

        foreach (var offer in day.Evening.Offers)
        {
            Count(offer.Price);
        }

        foreach (var other in day.Evening.Competitors)
        {
            Count(other.Price);
        }
    }

    private void Count(Money price)
    {
        if (price > Money.Zero)
        {
            _prices += price.Cents;
            _count++;
        }
    }

    /// <summary>The market of theory that a world is, or null where it is none that has an answer.</summary>
    private static LogitMarket? Market(WorldDefinition world)
    {
        if (!world.Laboratory || world.Seats < 2 || world.Fees.Mode != FeeMode.None
            || world.LaboratorySwitches is not { Demand: DemandSource.Choice, PriceSensitivity: { } sensitivity, Search: false, Reviews: false, Fees: null } switches
            || world.Niches is not [{ NestSigma: 0, Rivals.Count: 0, Products: [{ Shared: false } product], Segments: [{ PriceSensitivity: 1 }] } niche])
        {
            return null;
        }

        var supplier = product.Suppliers[0];
        // At the reference prices the sellers together have the reference conversion, and not buying has utility 0.
        var conversion = niche.ReferenceConversion;
        var utility = (sensitivity * product.ReferencePrice.Cents / switches.MoneyScale) + Math.Log(conversion / (world.Seats * (1 - conversion)));
        var cost = (supplier.Ladder[0].UnitPrice + supplier.InboundPerUnit).Cents / switches.MoneyScale;
        return new([.. Enumerable.Repeat(utility, world.Seats)], [.. Enumerable.Repeat(cost, world.Seats)], sensitivity, 0);
    }

    private MetricReading Index()
    {
        if (_world is null || Market(_world) is not { } market)
        {
            return MetricReading.NotSaid("theory has no equilibrium price for this world: it takes a laboratory of plain logit demand with two sellers or more, all alike");
        }

        var (nash, monopoly) = (market.Nash()[0], market.JointMonopoly()[0]);
        return _count == 0
            ? MetricReading.NotSaid("no offer was open")
            : MetricReading.Of(((_prices / _count / _world.LaboratorySwitches!.MoneyScale) - nash) / (monopoly - nash));
    }
}
