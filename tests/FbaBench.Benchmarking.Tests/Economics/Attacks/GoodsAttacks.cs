namespace FbaBench.Tests.Economics;

/// <summary>Returns, rework, deposits, order sizes and removals.</summary>
internal static class GoodsAttacks
{
    private const string Returns = "returns";
    private const string Deposits = "deposits";
    private const string Pieces = "splitting";
    private const string SmallLots = "tenth of a minimum order";
    private const int Carton = 10;
    private const int SplitInto = 4;

    public static IReadOnlyList<Attack> All { get; } =
    [
        new(Returns, "dear on the day after something came back", (today, commands) => [.. commands, .. Reprice(today, offer => offer.ReturnedYesterday > 0, 1.3)]),
        new(Returns, "every unit that comes back reworked at once", (today, commands) => [.. WithoutDisposal(commands), .. Dispose(today, DisposalPath.Rework, 1, inPieces: false)]) { Against = InCartons, MostGain = 0.02 },
        new(Returns, "unsellable units never sent away", (_, commands) => WithoutDisposal(commands)),
        new(Deposits, "every order inspected, bad ones rejected", (today, commands) => [.. commands, .. Check(today, everyOrder: true)]),
        new(Deposits, "orders at unchecked suppliers, inspected then, bad ones rejected", (today, commands) => [.. commands, .. AtUnchecked(today), .. Check(today, everyOrder: false)]),
        new(Deposits, "good goods rejected, ordered anew", (today, commands) => today.Day % 28 == 27 ? [.. commands, .. today.OpenOrders.Where(IsUnshipped).Select(order => new RejectOrder(order.Id))] : commands),
        new(Deposits, "every order rejected the day after", (today, commands) => [.. commands, .. today.OpenOrders.Where(IsUnshipped).Select(order => new RejectOrder(order.Id))]),
        new(Pieces, "four orders instead of one", (today, commands) => commands.SelectMany(command => Split(today, command))) { Cell = SmallLots },
        new(Pieces, "an order on four days", (today, commands) => commands.Select(command => Quarter(today, command))) { Cell = SmallLots },
        new(Pieces, "unsellable units liquidated one by one", (today, commands) => Away(today, commands, DisposalPath.Liquidate, inPieces: true)) { Against = (today, commands) => Away(today, commands, DisposalPath.Liquidate, inPieces: false) },
        new(Pieces, "unsellable units reworked one by one", (today, commands) => Away(today, commands, DisposalPath.Rework, inPieces: true)) { Against = InCartons },
        new(Pieces, "stock liquidated one by one", (today, commands) => Sell(today, commands, inPieces: true)) { Against = (today, commands) => Sell(today, commands, inPieces: false) },
    ];

    /// <summary>Rework of all unsellable units whenever there is a carton of them: honest, and more than the tuned rule does.</summary>
    public static IEnumerable<Command> InCartons(Observation today, IReadOnlyList<Command> commands) => Away(today, commands, DisposalPath.Rework, inPieces: false);

    /// <summary>Unsellable units wait for a day on which all are reworked.</summary>
    public static IEnumerable<Command> Hoard(Observation today, IReadOnlyList<Command> commands, bool isTheDay) =>
        isTheDay ? [.. WithoutDisposal(commands), .. Dispose(today, DisposalPath.Rework, 1, inPieces: false)] : WithoutDisposal(commands);

    private static bool IsUnshipped(OpenOrder order) => order.Stage is OrderStage.InProduction or OrderStage.AwaitingPayment;

    /// <summary>Another price for some offers; the seller sets its own again on the next morning.</summary>
    public static IEnumerable<Command> Reprice(Observation today, Func<OfferObservation, bool> where, double factor) =>
        today.Offers.Where(offer => offer.IsOpen && where(offer)).Select(offer => new SetPrice(offer.Id, new(Math.Max(1, (long)(offer.Price.Cents * factor)))));

    private static IEnumerable<Command> Away(Observation today, IReadOnlyList<Command> commands, DisposalPath path, bool inPieces) =>
        [.. WithoutDisposal(commands), .. Dispose(today, path, Carton, inPieces)];

    private static IEnumerable<Command> WithoutDisposal(IReadOnlyList<Command> commands) => commands.Where(command => command is not DisposeUnsellable);

    private static IEnumerable<Command> Dispose(Observation today, DisposalPath path, int least, bool inPieces) =>
        today.Offers.Where(offer => offer.UnsellableUnits >= least).SelectMany(offer => inPieces
            ? Enumerable.Repeat<Command>(new DisposeUnsellable(offer.Id, 1, path), offer.UnsellableUnits)
            : [new DisposeUnsellable(offer.Id, offer.UnsellableUnits, path)]);

    /// <summary>Once a month a carton of what there is most of.</summary>
    private static IEnumerable<Command> Sell(Observation today, IReadOnlyList<Command> commands, bool inPieces)
    {
        var most = today.Offers.MaxBy(offer => offer.UnitsOnHand);
        return today.Day % 28 != 0 || most.UnitsOnHand < Carton ? commands
            : inPieces ? [.. commands, .. Enumerable.Repeat<Command>(new Liquidate(most.Id, 1), Carton)]
            : [.. commands, new Liquidate(most.Id, Carton)];
    }

    private static IEnumerable<Command> Check(Observation today, bool everyOrder)
    {
        var sent = new HashSet<(OfferId, SupplierId)>();
        foreach (var order in today.OpenOrders.Where(IsUnshipped))
        {
            var offer = today.Offers.First(offer => offer.Id == order.Offer);
            var finding = offer.Suppliers[order.Supplier.Index].Finding;
            if (order.Defects is { } defects)
            {
                if (defects > today.Rules.ToleratedDefects * order.Units || finding == SupplierFinding.ShortCounts)
                {
                    yield return new RejectOrder(order.Id);
                }
            }
            else if ((everyOrder || !offer.Quotes[order.Supplier.Index].IsVerified) && sent.Add((order.Offer, order.Supplier)))
            {
                yield return new InspectSupplier(order.Offer, order.Supplier);
            }
        }
    }

    /// <summary>A minimum order for each offer at a supplier that nobody has checked, once a quarter, where stock is not ample; none with one that cheats.</summary>
    private static IEnumerable<Command> AtUnchecked(Observation today) =>
        from offer in today.Offers
        where today.Day % 90 == 5 && offer.DaysOfSupply < 120
        from quote in offer.Quotes
        where !quote.IsVerified && offer.Suppliers[quote.Supplier.Index].Finding is SupplierFinding.None or SupplierFinding.Sound
        select new PlaceOrder(offer.Id, quote.Supplier, quote.MinimumUnits);

    private static IEnumerable<Command> Split(Observation today, Command command)
    {
        if (command is not PlaceOrder order || order.Units < SplitInto * Minimum(today, order))
        {
            return [command];
        }

        var piece = order.Units / SplitInto;
        return Enumerable.Range(0, SplitInto).Select(i => order with { Units = i == 0 ? order.Units - ((SplitInto - 1) * piece) : piece });
    }

    /// <summary>A quarter now: the rule orders the rest on the next mornings.</summary>
    private static Command Quarter(Observation today, Command command) =>
        command is PlaceOrder order ? order with { Units = Math.Max(Minimum(today, order), order.Units / SplitInto) } : command;

    private static int Minimum(Observation today, PlaceOrder order) => today.Offers.First(offer => offer.Id == order.Offer).Quotes[order.Supplier.Index].MinimumUnits;
}
