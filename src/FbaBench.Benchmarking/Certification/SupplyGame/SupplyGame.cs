namespace FbaBench;

/// <summary>A week of the supply game: stock and backlog at its end, and what is ordered on that, by stage from the shop upward.</summary>
internal sealed record SupplyWeek(int[] Stock, int[] Backlog, int[] Order);

/// <summary>
/// The supply game (Sterman, "Modeling managerial behavior: misperceptions of feedback in a dynamic decision making experiment",
/// Management Science 35 (1989)) through the ordinary engine: four seats as stages of a supply chain, one agent each. A week is a
/// day. An order that is decided on a week's end is given the next morning, is a day in the mail, and what is shipped arrives two
/// days later; production takes two days from the command. So the lags are two, two and three weeks from the decision.
/// </summary>
internal sealed class SupplyGame
{
    public const int Stages = 4;
    public const int Weeks = 36;

    private const int ProductionDays = 2;
    private const int OpeningStock = 12;
    private const int OpeningUnitsPerDay = 4;
    private const int ForcedOrder = 4;

    /// <summary>Demand of weeks 1 to 4, and of every later week.</summary>
    private static readonly double[] Demand = [4, 4, 4, 4, 8];

    /// <summary>Stock target and supply-line target together, by stage.</summary>
    private static readonly int[] Targets = [28, 28, 28, 20];

    private readonly Simulation _simulation;

    private SupplyGame()
    {
        var product = LaboratoryWorld.Product("case", 1, 0, leadDays: ProductionDays) with { OpeningStock = OpeningStock, OpeningUnitCost = new(1) };

        // A day more than is played: on the evening of the last one the run-off would take back what is not shipped.
        _simulation = Simulation.Create(
            LaboratoryWorld.World(
                "supply-game",
                Weeks + 1,
                Money.Zero,
                Stages,
                LaboratoryWorld.Niche(1, [product]),
                new KernelLimits { LotsPerOffer = 64 },
                new LaboratoryDefinition
                {
                    Demand = DemandSource.Table,
                    DemandTable = Demand,
                    Shortage = ShortageRule.Backlog,
                    CarryingCost = new(50),
                    ShortagePenalty = new(100),
                    SupplyChain = new() { OpeningUnitsPerDay = OpeningUnitsPerDay },
                }),
            new WorldSeed(1));
    }

    /// <summary>Plays the game.</summary>
    /// <param name="forcedWeeks">First weeks in which every stage must order four.</param>
    /// <returns>The weeks, and each stage's cost in money.</returns>
    public static (SupplyWeek[] Weeks, double[] Costs) Play(int forcedWeeks)
    {
        var game = new SupplyGame();
        var weeks = new SupplyWeek[Weeks];

        // What lay in the first mail was ordered in the week before the first.
        var orders = Enumerable.Repeat(ForcedOrder, Stages).ToArray();
        for (var week = 1; week <= Weeks; week++)
        {
            game.Order(orders);
            weeks[week - 1] = game.Decide(week <= forcedWeeks);
            orders = weeks[week - 1].Order;
        }

        var books = Enumerable.Range(0, Stages).Select(stage => game._simulation.Books(new(stage)));
        return (weeks, [.. books.Select(book => (book.Balance(Account.StorageFees) + book.Balance(Account.Refunds)).Cents / 100.0)]);
    }

    private void Order(int[] orders)
    {
        var decisions = new SeatDecision[Stages];
        for (var stage = 0; stage < Stages; stage++)
        {
            var offer = _simulation.Observe(new(stage)).Offers[0];
            var commands = new List<Command>();
            if (stage == 0 && _simulation.Day == 0)
            {
                commands.Add(new SetPrice(offer.Id, new(1)));
            }

            if (orders[stage] > 0)
            {
                commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, orders[stage]));
            }

            decisions[stage] = new(new(stage), new(commands));
        }

        _simulation.Step(decisions);
        var refused = Enumerable.Range(0, Stages).Sum(stage => _simulation.Summary(new(stage)).Refusals);
        if (refused > 0)
        {
            throw new InvariantException($"The supply game refused {refused} commands of its seats.");
        }
    }

    /// <summary>O = max(0, 4 + S′ − (stock − backlog) − supply line); the supply line is everything ordered and not received.</summary>
    private SupplyWeek Decide(bool isForced)
    {
        var week = new SupplyWeek(new int[Stages], new int[Stages], new int[Stages]);
        for (var stage = 0; stage < Stages; stage++)
        {
            var offer = _simulation.Observe(new(stage)).Offers[0];
            week.Stock[stage] = offer.UnitsOnHand;
            week.Backlog[stage] = offer.UnitsBacklogged;
            week.Order[stage] = isForced ? ForcedOrder : Math.Max(0, ForcedOrder + Targets[stage] - (offer.UnitsOnHand - offer.UnitsBacklogged) - offer.UnitsInbound);
        }

        return week;
    }
}
