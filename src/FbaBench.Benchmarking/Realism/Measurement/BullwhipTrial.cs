namespace FbaBench;

/// <summary>What a seller orders in the world of the bullwhip, against what shoppers want.</summary>
internal sealed class BullwhipTrial
{
    /// <summary>Weeks of the moving average.</summary>
    public const int Window = 8;

    /// <summary>Weeks until the opening stock and the listings' first days are forgotten.</summary>
    private const int FirstWeek = 26;

    private const double SafetyWeeks = 7;

    /// <summary>A seller's rule: units to order of a product on the first morning of a week.</summary>
    /// <param name="demand">Units wanted in each week before, at least <see cref="Window"/> of them.</param>
    /// <param name="position">Units on hand and inbound.</param>
    public delegate int OrderRule(IReadOnlyList<int> demand, int position);

    /// <summary>The products, each with its weeks.</summary>
    public required IReadOnlyList<WeeklySupply> Products { get; init; }

    /// <summary>
    /// Up to the demand of the lead time and the week of review as the mean of the last eight weeks has it. The safety stock on top is a number of units for ever: one that
    /// moved with the forecast would be a bullwhip of its own.
    /// </summary>
    public static int OrderUpTo(IReadOnlyList<int> demand, int position)
    {
        var upTo = ((BullwhipWorld.LeadWeeks + 1) * demand.TakeLast(Window).Average()) + (SafetyWeeks * demand.Take(Window).Average());
        return Math.Max(0, (int)Math.Round(upTo) - position);
    }

    /// <summary>Plays the world with a rule.</summary>
    /// <exception cref="InvariantException">A command was refused or the seller ended: the orders would not be the rule's.</exception>
    public static BullwhipTrial Of(WorldDefinition world, WorldSeed seed, OrderRule rule, CancellationToken cancellationToken = default)
    {
        var simulation = Simulation.Create(world, seed);
        var morning = simulation.Observe(Forks.Seat);
        var minimum = morning.Offers.ToDictionary(offer => offer.Id, offer => offer.BestQuote.MinimumUnits);
        var demand = morning.Offers.ToDictionary(offer => offer.Id, _ => new List<int>());
        var orders = morning.Offers.ToDictionary(offer => offer.Id, _ => new List<int>());
        var commands = new List<Command>(Forks.AtShare(morning.Offers, 1));
        while (simulation.Day < world.Days)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddWeek(simulation, commands, demand);
            morning = simulation.Observe(Forks.Seat);
            commands.Clear();
            foreach (var offer in morning.Offers.Where(offer => demand[offer.Id].Count >= Window))
            {
                var units = rule(demand[offer.Id], offer.UnitsOnHand + offer.UnitsInbound);
                orders[offer.Id].Add(units);
                if (units > 0)
                {
                    commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, units));
                }
            }
        }

        var summary = simulation.Summary(Forks.Seat);
        return summary.Refusals > 0 || summary.InsolventDay is not null
            ? throw new InvariantException($"The bullwhip's seller had {summary.Refusals} commands refused, or ended on day {summary.InsolventDay}.")
            : new() { Products = [.. demand.Select(product => Weeks(product.Value, orders[product.Key], minimum[product.Key]))] };
    }

    /// <summary>A week without reviewing prices and stock: what was wanted on its days, served or not.</summary>
    private static void AddWeek(Simulation simulation, IReadOnlyList<Command> commands, Dictionary<OfferId, List<int>> demand)
    {
        foreach (var weeks in demand.Values)
        {
            weeks.Add(0);
        }

        for (var day = 0; day < BullwhipWorld.WeekDays; day++)
        {
            simulation.Step([new SeatDecision(Forks.Seat, new Decision(day == 0 ? commands : []))]);
            foreach (var item in simulation.Events)
            {
                if (item.Kind is EventKind.Sale or EventKind.StockOut)
                {
                    demand[item.Offer][^1] += item.Units;
                }
            }
        }
    }

    /// <summary>From the first week that counts, each with the order that followed it.</summary>
    private static WeeklySupply Weeks(List<int> demand, List<int> orders, int minimum) =>
        new([.. demand.Skip(FirstWeek)], [.. orders.Skip(FirstWeek + 1 - Window)], minimum);
}

/// <summary>Weeks of a product.</summary>
/// <param name="Demand">Units wanted.</param>
/// <param name="Orders">Units ordered on the morning after each week.</param>
/// <param name="MinimumUnits">Smallest order that its supplier takes.</param>
internal sealed record WeeklySupply(IReadOnlyList<int> Demand, IReadOnlyList<int> Orders, int MinimumUnits);
