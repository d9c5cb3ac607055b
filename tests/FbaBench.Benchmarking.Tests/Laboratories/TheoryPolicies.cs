namespace FbaBench.Tests.Laboratories;

/// <summary>What theory says of a world of a shipped laboratory: a policy, and the mean score that it should reach; null where theory has no number.</summary>
internal sealed record Theory(Func<IAgent> Policy, double? Score)
{
    public static Theory Of(WorldDefinition world) => world.Name switch
    {
        "lab-base-stock" => BaseStock(world),
        "lab-lot-size" => LotSize(world),
        "lab-newsvendor" => Newsvendor(world),
        "lab-price" => Price(world),
        "lab-supply-chain" => Shop(world),
        _ => throw new ArgumentException($"There is no theory of {world.Name}."),
    };

    /// <summary>S = F⁻¹(p / (p + h)) of a day's demand, p the margin; every day is a period of its own.</summary>
    private static Theory Newsvendor(WorldDefinition world)
    {
        var (overage, margin, mean) = (Dollars(Switches(world).CarryingCost), Margin(world), Niche(world).SessionsPerDay);
        var (stock, cost) = new NewsvendorTheory(overage, margin, mean, null).Solve();
        return new(() => new OrdersUpTo(Switches(world).ReservationPrice, (int)stock), world.Days * ((margin * mean) - cost));
    }

    /// <summary>p = ε / (ε − 1) · (c + f) / (1 − r).</summary>
    private static Theory Price(WorldDefinition world)
    {
        var fees = Switches(world).Fees!;
        var elasticity = -Niche(world).OwnPriceElasticity;
        var cost = Cost(world) + Dollars(fees.FulfilmentPerUnit);
        var price = elasticity / (elasticity - 1) * cost / (1 - fees.ReferralShare);
        var mean = Niche(world).SessionsPerDay * Math.Pow(price / Dollars(Product(world).ReferencePrice), -elasticity);
        return new(
            () => new OrdersUpTo(Cents(price), (int)Math.Ceiling(mean + (5 * Math.Sqrt(mean)))),
            world.Days * mean * (((1 - fees.ReferralShare) * price) - cost));
    }

    /// <summary>The lots of Wagner and Whitin.</summary>
    private static Theory LotSize(WorldDefinition world)
    {
        var demand = Switches(world).DemandTable!.Take(world.Days).ToArray();
        var (cost, lots) = WagnerWhitinTheory.Solve(new(Dollars(Switches(world).CarryingCost), 0, Dollars(Switches(world).OrderFixedCost)), demand);
        return new(() => new OrdersLots(Switches(world).ReservationPrice, lots), (Margin(world) * demand.Sum()) - cost);
    }

    /// <summary>
    /// The newsvendor's stock of lead time and a day. On the first days, before an order can come, everybody waits: p · mean · (1 + 2 + … + L).
    /// </summary>
    private static Theory BaseStock(WorldDefinition world)
    {
        var lead = (int)Product(world).Suppliers[0].Transit.MedianDays;
        var (overage, underage, mean) = (Dollars(Switches(world).CarryingCost), Dollars(Switches(world).ShortagePenalty), Niche(world).SessionsPerDay);
        var (stock, cost) = new NewsvendorTheory(overage, underage, mean * (lead + 1), null).Solve();
        var first = underage * mean * lead * (lead + 1) / 2;
        return new(() => new OrdersUpTo(Switches(world).ReservationPrice, (int)stock), (world.Days * Margin(world) * mean) - ((world.Days - lead) * cost) - first);
    }

    /// <summary>
    /// The shop as if the stage above always had stock: the newsvendor's stock of mail, shipping and a day. What the chain costs it has no formula.
    /// </summary>
    private static Theory Shop(WorldDefinition world)
    {
        var chain = Switches(world).SupplyChain!;
        var mean = Niche(world).SessionsPerDay * (chain.MailDays + chain.ShippingDays + 1);
        var (stock, _) = new NewsvendorTheory(Dollars(Switches(world).CarryingCost), Dollars(Switches(world).ShortagePenalty), mean, null).Solve();
        return new(() => new OrdersUpTo(Switches(world).ReservationPrice, (int)stock), null);
    }

    private static NicheDefinition Niche(WorldDefinition world) => world.Niches[0];

    private static ProductDefinition Product(WorldDefinition world) => Niche(world).Products[0];

    private static LaboratoryDefinition Switches(WorldDefinition world) => world.LaboratorySwitches!;

    private static double Cost(WorldDefinition world) => Dollars(Product(world).Suppliers[0].Ladder[0].UnitPrice);

    private static double Margin(WorldDefinition world) => Dollars(Switches(world).ReservationPrice) - Cost(world);

    private static double Dollars(Money money) => money.Cents / 100.0;

    private static Money Cents(double dollars) => new((long)Math.Round(dollars * 100));
}

/// <summary>A constant price, and stock, orders under way and debts together up to a level, as long as goods still come in time.</summary>
internal sealed class OrdersUpTo(Money price, int level) : IForkableAgent
{
    public IForkableAgent Fork() => new OrdersUpTo(price, level);

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var offer = today.Offers[0];
        var units = level - (offer.UnitsOnHand + offer.UnitsInbound - offer.UnitsBacklogged);
        Command[] order = units > 0 && today.Day + offer.BestQuote.LeadTimeDays <= today.LastDecisionDay ? [new PlaceOrder(offer.Id, offer.BestQuote.Supplier, units)] : [];
        return new(new Decision([.. today.Day == 0 ? [new SetPrice(offer.Id, price)] : Array.Empty<Command>(), .. order]));
    }
}

/// <summary>A constant price and a lot for every day.</summary>
internal sealed class OrdersLots(Money price, double[] lots) : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var offer = today.Offers[0];
        Command[] order = lots[today.Day] > 0 ? [new PlaceOrder(offer.Id, offer.BestQuote.Supplier, (int)lots[today.Day])] : [];
        return new(new Decision([.. today.Day == 0 ? [new SetPrice(offer.Id, price)] : Array.Empty<Command>(), .. order]));
    }
}
