namespace FbaBench;

/// <summary>One world's year, played by a seller who asks the reference price, keeps stock and advertises half of what is its own; what every offer did on every day.</summary>
internal sealed class RealismYear
{
    private static readonly Seat Me = new(0);

    private readonly List<IReadOnlyList<OfferFigures>> _days = [];
    private readonly List<Simulation> _mornings = [];

    private RealismYear(WorldSeed seed)
    {
        Definition = RealismWorld.Define(seed);
        Seed = seed;
    }

    public WorldSeed Seed { get; }

    public WorldDefinition Definition { get; }

    /// <summary>Figures of every offer by day.</summary>
    public IReadOnlyList<IReadOnlyList<OfferFigures>> Days => _days;

    /// <summary>What the seller's first morning showed.</summary>
    public Observation FirstMorning { get; private set; } = null!;

    /// <summary>Ends of the year's days: sums of what was posted and what happened.</summary>
    public List<SimEvent> Events { get; } = [];

    /// <summary>Bid of each own offer with a campaign, by row.</summary>
    public Dictionary<int, Money> Bids { get; } = [];

    /// <summary>Last advertising report of each own offer with a campaign.</summary>
    public IReadOnlyList<AdFigures> Ads { get; private set; } = [];

    /// <summary>Morning of every tenth day from day 30 to day 300, to fork from.</summary>
    public IReadOnlyList<Simulation> Mornings => _mornings;

    public static RealismYear Play(WorldSeed seed, CancellationToken cancellationToken)
    {
        var year = new RealismYear(seed);
        var simulation = Simulation.Create(year.Definition, seed);
        year.FirstMorning = simulation.Observe(Me);
        simulation.Step([new(Me, new([.. year.FirstCommands()]))]);
        year.Record(simulation);
        while (simulation.Day < RealismWorld.Days)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (simulation.Day % 10 == 0 && simulation.Day is >= 30 and <= 300)
            {
                year._mornings.Add(simulation.Fork());
            }

            simulation.Step([]);
            year.Record(simulation);
        }

        year.Ads = [.. simulation.Observe(Me).Offers.Where(offer => offer.AdReport is not null).Select(offer => offer.AdReport!.Value.SinceStart)];
        return year;
    }

    /// <summary>Index of each offer among the figures of a day, by what it is.</summary>
    public IReadOnlyList<int> Where(Func<OfferFigures, bool> isOne) => [.. Enumerable.Range(0, _days[0].Count).Where(i => isOne(_days[0][i]))];

    /// <summary>Listings: one of each page.</summary>
    public IReadOnlyList<int[]> Listings() => [.. Enumerable.Range(0, _days[0].Count).GroupBy(i => _days[0][i].Listing).Select(group => group.ToArray())];

    public double Units(IReadOnlyList<int> offers, int first, int days)
    {
        var sum = 0.0;
        for (var day = first; day < first + days; day++)
        {
            foreach (var offer in offers)
            {
                sum += _days[day][offer].Units;
            }
        }

        return sum;
    }

    private IEnumerable<Command> FirstCommands()
    {
        var advertised = 0;
        foreach (var offer in FirstMorning.Offers)
        {
            yield return new SetPrice(offer.Id, offer.ReferencePrice);
            if (offer.Name.EndsWith("/own", StringComparison.Ordinal) && advertised++ % 2 == 0)
            {
                // Three quarters of what a click is worth at the usual conversion, so that the slot is contested.
                var margin = offer.ReferencePrice - offer.BestQuote.LandedCostAtMinimum - offer.ReferralFee - offer.FulfilmentFee;
                var bid = new Money(Math.Max(FirstMorning.Rules.LowestBid.Cents, (long)(margin.Cents * 0.12 * 0.75)));
                Bids[offer.Id.Index] = bid;
                yield return new CreateCampaign(offer.Id, bid, Money.Dollars(2_000), 0, RealismWorld.Days - 1);
            }
        }
    }

    private void Record(Simulation simulation)
    {
        _days.Add(simulation.Figures());
        Events.AddRange(simulation.Events);
    }
}
