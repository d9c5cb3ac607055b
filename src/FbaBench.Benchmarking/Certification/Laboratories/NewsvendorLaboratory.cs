namespace FbaBench;

/// <summary>
/// The newsvendor through the ordinary engine: sixteen shelves with demand of their own, a seat that orders every morning up
/// to a stock, goods there at once, carrying cost and penalty from the ledger. As the rest is kept and filled up, every day is
/// a period of its own.
/// </summary>
internal sealed class NewsvendorLaboratory
{
    /// <summary>Engine units of one standard deviation of normal demand.</summary>
    public const int UnitsPerDeviation = 5_000;

    private const int Shelves = 16;
    private const int Days = 365;

    /// <summary>Cents of the dearer of both costs: the cheaper one keeps its digits.</summary>
    private const double DearerCents = 5e7;

    /// <summary>
    /// Each morning's order is a lot. Where demand of a few days always exceeds S, few are on the shelf at once; where it is rare,
    /// a lot is a unit or two. An order that found no place would be refused, and a refusal ends the certification.
    /// </summary>
    private const double SteadyMean = 20;
    private const int LotsOfSteadyDemand = 7;
    private const int LotsOfRareDemand = 16;

    /// <summary>Standard deviations that the mean is kept above zero, so that demand is never cut.</summary>
    private const double LeastMean = 9;

    private readonly WorldDefinition _definition;
    private readonly double _shift;
    private readonly double _unitsPerTheoryUnit;
    private readonly double _centsPerMoney;

    public NewsvendorLaboratory(NewsvendorTheory theory)
    {
        var sigma = theory.Deviation;
        _unitsPerTheoryUnit = sigma is { } deviation ? UnitsPerDeviation / deviation : 1;
        _centsPerMoney = DearerCents / Math.Max(theory.Overage, theory.Underage);
        var (overage, underage) = (Math.Round(theory.Overage * _centsPerMoney), Math.Round(theory.Underage * _centsPerMoney));
        if (overage < 1 || underage < 1)
        {
            throw new ExampleException($"h and p differ by more than {DearerCents:0}; the cheaper one is no whole cent any more.");
        }

        var mean = sigma is { } width ? theory.Mean / width : theory.Mean;
        var played = sigma is null || mean is >= LeastMean and <= 1_000 ? mean : LeastMean;
        _shift = (played - mean) * (sigma ?? 1);
        RelativeRounding = Math.Max(Math.Abs((overage / _centsPerMoney / theory.Overage) - 1), Math.Abs((underage / _centsPerMoney / theory.Underage) - 1));
        _definition = LaboratoryWorld.World(
            "newsvendor",
            Days,
            Money.Zero,
            seats: 1,
            LaboratoryWorld.Niche(played, [.. Enumerable.Range(0, Shelves).Select(shelf => LaboratoryWorld.Product($"shelf-{shelf:00}", 1, 0))]),
            new KernelLimits { LotsPerOffer = theory.Mean >= SteadyMean || sigma is not null ? LotsOfSteadyDemand : LotsOfRareDemand },
            new LaboratoryDefinition
            {
                Demand = sigma is null ? DemandSource.Poisson : DemandSource.Normal,
                DemandDeviation = sigma is null ? 0 : 1,
                QuantityScale = sigma is null ? 1 : UnitsPerDeviation,
                MoneyScale = Math.Clamp(_centsPerMoney, 1e-6, 1e12),
                CarryingCost = new((long)overage),
                ShortagePenalty = new((long)underage),
            });
    }

    /// <summary>Largest relative error of h and p as whole cents.</summary>
    public double RelativeRounding { get; }

    /// <summary>By how much demand and stock are moved together: the cost depends on their difference alone.</summary>
    public double Shift => _shift;

    /// <summary>Periods of a world.</summary>
    public static int Periods => Shelves * Days;

    /// <summary>Engine units on the shelf of a stock of the theory.</summary>
    public int Units(double stock) => (int)Math.Round((stock + _shift) * _unitsPerTheoryUnit);

    /// <summary>Mean cost of a period in one world where the seat orders up to so many engine units.</summary>
    public double Cost(int upTo, WorldSeed seed)
    {
        var simulation = Simulation.Create(_definition, seed);
        var seat = new Seat(0);
        var decisions = new SeatDecision[1];
        for (var day = 0; day < Days; day++)
        {
            decisions[0] = new(seat, OrderUpTo(simulation.Observe(seat), upTo));
            simulation.Step(decisions);
        }

        var books = simulation.Books(seat);
        var refused = simulation.Summary(seat).Refusals;
        if (refused > 0)
        {
            throw new InvariantException($"The newsvendor's laboratory refused {refused} commands of its seat.");
        }

        var cents = books.Balance(Account.StorageFees).Cents + books.Balance(Account.Refunds).Cents;
        return cents / (double)Periods / _centsPerMoney / _unitsPerTheoryUnit;
    }

    private static Decision OrderUpTo(Observation today, int upTo)
    {
        var commands = new List<Command>(today.Offers.Count);
        foreach (var offer in today.Offers)
        {
            if (today.Day == 0)
            {
                commands.Add(new SetPrice(offer.Id, new(1)));
            }

            if (offer.UnitsOnHand < upTo)
            {
                commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, upTo - offer.UnitsOnHand));
            }
        }

        return new(commands);
    }
}
