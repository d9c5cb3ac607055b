namespace FbaBench;

/// <summary>
/// Whether the shares of a niche add up: the world's means instead of draws, so that shares can be read to a millionth. Sessions that buy at each
/// listing and sessions that leave, over the sessions that the definition says come; before and after prices change.
/// </summary>
internal sealed class AddingUpTrial
{
    private const int Scale = 100_000;
    private const int TrialDays = 2;
    private const int Stock = 10_000_000;

    /// <summary>The sum of shares that lies farthest from 1.</summary>
    public required double Farthest { get; init; }

    /// <summary>Whether every niche's shares moved with the prices.</summary>
    public required bool HasMoved { get; init; }

    public static AddingUpTrial Of(WorldDefinition world, WorldSeed seed)
    {
        var means = Means(world);
        var morning = Simulation.Create(means, seed);
        var offers = morning.Observe(Forks.Seat).Offers;
        morning.Play(Forks.AtShare(offers, 1));
        var before = Shares(means, morning.Fork().Play([]));
        var down = Shares(means, morning.Fork().Play(Forks.AtShare(offers, PriceTrials.Down)));
        var up = Shares(means, morning.Fork().Play(Forks.AtShare(offers, PriceTrials.Up)));
        return new()
        {
            Farthest = before.Concat(down).Concat(up).MaxBy(niche => Math.Abs(niche.Sum - 1)).Sum,
            HasMoved = before.Zip(down, up).All(niche => niche.First.Leaving > niche.Second.Leaving && niche.First.Leaving < niche.Third.Leaving),
        };
    }

    private static WorldDefinition Means(WorldDefinition world) => world with
    {
        Days = TrialDays,
        Laboratory = true,
        LaboratorySwitches = new() { Draws = DemandDraws.Expected, QuantityScale = Scale, Shortage = ShortageRule.Lost, SettlementDelay = false },
        Market = world.Market with { Reviews = world.Market.Reviews with { Rate = 0 } },
        Niches = [.. world.Niches.Select(niche => niche with
        {
            OrderSizes = [1, 0, 0],
            FactorVariance = 0,
            Products = [.. niche.Products.Select(product => product with { ReturnRate = 0, OpeningStock = Stock })],
        })],
    };

    /// <summary>By niche, on the second day: purchase shares and the share that leaves, in sum; the latter alone.</summary>
    private static (double Sum, double Leaving)[] Shares(WorldDefinition world, IReadOnlyList<OfferFigures> figures) =>
        [.. world.Niches.Select(niche =>
        {
            var date = world.Start.AddDays(1);
            var deal = world.DealEvents.FirstOrDefault(deal => date >= deal.First && date <= deal.Last)?.Traffic ?? 1;
            var sessions = niche.SessionsPerDay * niche.TrafficByMonth[date.Month - 1] * niche.TrafficByWeekday[date.WeekdayFromMonday] * deal * Scale;
            var offers = figures.Where(offer => offer.Niche == niche.Name).ToArray();
            var leaving = offers.Sum(offer => (double)(offer.Sessions - offer.Orders)) / sessions;
            return (offers.Sum(offer => offer.Orders / sessions) + leaving, leaving);
        })];
}
