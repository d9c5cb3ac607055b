namespace FbaBench.Tests;

/// <summary>Worlds of one or two niches of established listings, in which the market's mechanisms can be watched one by one.</summary>
internal static class MarketWorlds
{
    public static readonly SimDate Start = new(2025, 1, 15);

    public static WorldDefinition World(int days, params NicheDefinition[] niches) =>
        new("market", Start, days, Money.Dollars(500_000), niches) { Fees = FeePolicy.None };

    /// <summary>Equal established listings at 20 dollars: products with a full shelf and rivals that hold their price.</summary>
    public static NicheDefinition Niche(string name = "pans", int products = 2, int rivals = 6, double sessions = 600, int stock = 900_000) => new(name, sessions, -2.6)
    {
        Products = [.. Enumerable.Range(0, products).Select(i => Product($"p{i}", stock))],
        Rivals = [.. Enumerable.Range(0, rivals).Select(i => Rival($"r{i}"))],
    };

    public static ProductDefinition Product(string name, int stock = 900_000) => TestWorlds.Product(name, 20m, stock) with
    {
        OpeningReviews = 100,
        OpeningVelocity = 1,
        OpeningUnitCost = stock > 0 ? new(100) : Money.Zero,
        ReturnRate = 0,
    };

    public static RivalDefinition Rival(string name) => TestWorlds.Hold(name, 20m);

    public static MarketTerms WithoutSlots { get; } = new() { Advertising = new() { TopSlotAttention = 0 } };

    /// <summary>The offer of a seat by product name.</summary>
    public static OfferObservation Offer(Simulation simulation, string product, int seat = 0) =>
        simulation.Observe(new(seat)).Offers.Single(offer => offer.Name.EndsWith("/" + product, StringComparison.Ordinal));

    /// <summary>A day on which seats give commands; the first is seat 0's.</summary>
    public static void Play(Simulation simulation, params IReadOnlyList<Command>[] commands) =>
        simulation.Step([.. commands.Select((batch, seat) => new SeatDecision(new(seat), new(batch)))]);

    /// <summary>Opens every offer of every seat at its reference price, today.</summary>
    public static void Open(Simulation simulation) =>
        simulation.Step([.. Enumerable.Range(0, simulation.Definition.Seats).Select(seat =>
            new SeatDecision(new(seat), new([.. simulation.Observe(new(seat)).Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))])))]);
}
