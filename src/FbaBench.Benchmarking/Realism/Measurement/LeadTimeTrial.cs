namespace FbaBench;

/// <summary>
/// How long goods take: in one niche of each category of an ordinary world, a seller orders the minimum of every product every week. Its last order is one that the longest
/// times still bring before the end: with later ones, those that take long would be missing.
/// </summary>
internal static class LeadTimeTrial
{
    private const int WeekDays = 7;

    /// <summary>Weekly orders under way for the longest time, and what is left of those on the shelf.</summary>
    private const int Lots = 64;

    /// <summary>Days from order to sellable stock, supplier, ocean and receiving together: one number an order.</summary>
    /// <exception cref="InvariantException">An order was refused or did not arrive: what is left would not be all.</exception>
    public static IReadOnlyList<int> Of(WorldDefinition world, WorldSeed seed, CancellationToken cancellationToken = default)
    {
        var simulation = Simulation.Create(
            world with
            {
                Limits = world.Limits with { LotsPerOffer = Lots },
                Niches = [.. world.Niches.DistinctBy(niche => niche.Products[0].Category)],
            },
            seed);
        var morning = simulation.Observe(Forks.Seat);
        var longest = morning.Offers.Max(offer => offer.BestQuote.LongestLeadTimeDays);
        var (ordered, days, open) = (0, new List<int>(), new HashSet<OrderId>());
        var commands = Forks.AtShare(morning.Offers, 1);
        while (simulation.Day < world.Days)
        {
            cancellationToken.ThrowIfCancellationRequested();
            simulation.Step([new SeatDecision(Forks.Seat, new Decision(commands))]);
            morning = simulation.Observe(Forks.Seat);

            // What is no more under way became sellable on the day that was played.
            var still = morning.OpenOrders.Select(order => order.Id).ToHashSet();
            days.AddRange(open.Where(order => !still.Contains(order)).Select(order => morning.Day - 1 - order.Day));
            open = still;
            var isDue = morning.Day % WeekDays == 0 && morning.Day + longest < world.Days;
            commands = isDue ? [.. morning.Offers.Select(offer => new PlaceOrder(offer.Id, offer.BestQuote.Supplier, offer.BestQuote.MinimumUnits))] : [];
            ordered += commands.Count;
        }

        return days.Count == ordered ? days : throw new InvariantException($"Of {ordered} orders {days.Count} arrived.");
    }
}
