namespace FbaBench;

/// <summary>What a seat orders of a product in the morning.</summary>
/// <param name="shelf">Which of the shelves.</param>
/// <param name="day">The day, from 0.</param>
/// <param name="net">Units on hand less units that shoppers wait for.</param>
/// <param name="due">Units that arrive today, tomorrow, …: one number for each day of the lead time.</param>
internal delegate int StockPolicy(int shelf, int day, int net, ReadOnlySpan<int> due);

/// <summary>Costs of an inventory in the theory's money.</summary>
/// <param name="Overage">h, a unit on hand at the period's end.</param>
/// <param name="Underage">p, a unit lost or waited for at the period's end.</param>
/// <param name="Order">K, an order.</param>
internal sealed record InventoryCosts(double Overage, double Underage, double Order = 0);

/// <summary>
/// Inventories through the ordinary engine: sixteen shelves with demand of their own, a seat that orders every morning, one lead time,
/// costs from the ledger. The seat sees what every seller sees and remembers what it ordered.
/// </summary>
internal sealed class InventoryLaboratory
{
    public const int Shelves = 16;

    /// <summary>Cents of the dearest cost: the cheapest one keeps its digits.</summary>
    private const double DearestCents = 5e7;

    private readonly WorldDefinition _definition;
    private readonly double _centsPerMoney;
    private readonly DemandLaw _demand;
    private readonly int _lead;
    private readonly int _firstDay;
    private readonly int _countedDays;

    /// <param name="demand">Source and mean of a period.</param>
    /// <param name="costs">What is charged.</param>
    /// <param name="lead">Days from order to shelf, 0 to 60.</param>
    /// <param name="shortage">Lost, or backlog.</param>
    /// <param name="warmUp">Days that are played before costs are counted, above the lead time.</param>
    /// <param name="lots">Orders that may be on the shelf at once.</param>
    /// <param name="countedDays">Days that are counted: a multiple of many short cycles, so that the last one is seldom cut.</param>
    public InventoryLaboratory(DemandLaw demand, InventoryCosts costs, int lead, ShortageRule shortage, int warmUp, int lots, int countedDays = 120)
    {
        _countedDays = countedDays;
        _demand = demand;
        _lead = lead;
        _firstDay = lead + warmUp;
        _centsPerMoney = DearestCents / Math.Max(costs.Order, Math.Max(costs.Overage, costs.Underage));
        double[] exact = [costs.Overage, costs.Underage, costs.Order];
        var cents = exact.Select(cost => Math.Round(cost * _centsPerMoney)).ToArray();
        if (exact.Zip(cents).Any(pair => pair.First > 0 && pair.Second < 1))
        {
            throw new ExampleException($"The costs differ by more than {DearestCents:0}; the smallest is no whole cent any more.");
        }

        RelativeRounding = exact.Zip(cents).Max(pair => pair.First == 0 ? 0 : Math.Abs((pair.Second / _centsPerMoney / pair.First) - 1));
        var products = Enumerable.Range(0, Shelves).Select(shelf => LaboratoryWorld.Product($"shelf-{shelf:00}", 1, 0, leadDays: lead));
        _definition = LaboratoryWorld.World(
            "inventory",
            _firstDay + countedDays,
            Money.Zero,
            seats: 1,
            LaboratoryWorld.Niche(demand.Mean, [.. products]),
            new KernelLimits { LotsPerOffer = Math.Clamp(lots + lead + 2, 4, 255) },
            new LaboratoryDefinition
            {
                Demand = demand.Source,
                Shortage = shortage,
                MoneyScale = Math.Clamp(_centsPerMoney, 1e-6, 1e12),
                CarryingCost = new((long)cents[0]),
                ShortagePenalty = new((long)cents[1]),
                OrderFixedCost = new((long)cents[2]),
            });
    }

    /// <summary>Largest relative error of the costs as whole cents.</summary>
    public double RelativeRounding { get; }

    /// <summary>Periods that a world counts.</summary>
    public int Periods => Shelves * _countedDays;

    /// <summary>
    /// Mean cost of a period in one world; beside it, mean deviation and mean squared deviation, less its expectation, of the demand of
    /// L + 1 days in a row: what the cost of a stock follows most.
    /// </summary>
    public WorldFigure Play(StockPolicy policy, WorldSeed seed)
    {
        var simulation = Simulation.Create(_definition, seed);
        var seat = new Seat(0);
        var decisions = new SeatDecision[1];
        var due = new int[Shelves, Math.Max(1, _lead)];
        var luck = new DemandWindows(_demand, Shelves, _lead + 1);
        long before = 0;
        for (var day = 0; day < _definition.Days; day++)
        {
            before = day == _firstDay ? Charged(simulation, seat) : before;
            var today = simulation.Observe(seat);
            luck.Add(today, isCounted: day > _firstDay);
            decisions[0] = new(seat, Decide(today, policy, due));
            simulation.Step(decisions);
        }

        var refused = simulation.Summary(seat).Refusals;
        return refused > 0
            ? throw new InvariantException($"The inventory's laboratory refused {refused} commands of its seat.")
            : new((Charged(simulation, seat) - before) / (double)Periods / _centsPerMoney, luck.Deviation, luck.Square);
    }

    /// <summary>Carrying cost, penalties and fixed costs so far, in cents.</summary>
    private static long Charged(Simulation simulation, Seat seat)
    {
        var books = simulation.Books(seat);
        return books.Balance(Account.StorageFees).Cents + books.Balance(Account.Refunds).Cents + books.Balance(Account.InboundPlacementFees).Cents;
    }

    private Decision Decide(Observation today, StockPolicy policy, int[,] due)
    {
        var commands = new List<Command>(2 * Shelves);
        Span<int> ahead = stackalloc int[_lead];
        for (var shelf = 0; shelf < today.Offers.Count; shelf++)
        {
            var offer = today.Offers[shelf];
            if (today.Day == 0)
            {
                commands.Add(new SetPrice(offer.Id, new(1)));
            }

            for (var day = 0; day < _lead; day++)
            {
                ahead[day] = due[shelf, (today.Day + day) % _lead];
            }

            var units = policy(shelf, today.Day, offer.UnitsOnHand - offer.UnitsBacklogged, ahead);
            if (_lead > 0)
            {
                due[shelf, today.Day % _lead] = units;
            }

            if (units > 0)
            {
                commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, units));
            }
        }

        return new(commands);
    }
}
