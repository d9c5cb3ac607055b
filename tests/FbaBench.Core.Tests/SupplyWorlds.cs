using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Tests;

/// <summary>
/// Worlds of one product and one supplier in which dealings, mail and the account's health can be watched one by one: no fees, no unbidden
/// reviews, no returns, and every lead time of a fixed length.
/// </summary>
internal static class SupplyWorlds
{
    public static readonly Seat Me = new(0);
    public static readonly OfferId Pan = new(0);
    public static readonly SupplierId First = new(0);

    /// <summary>Goods are ready on the tenth day and on the shelf on the fifteenth.</summary>
    public static SupplierDefinition Factory { get; } = new("factory", [new(100, Money.Dollars(4)), new(500, Money.Dollars(3.60m))])
    {
        InboundPerUnit = Money.Dollars(1),
        Production = new(10, 0, 10, 10),
        Transit = new(5, 0, 5, 5),
        Receiving = new(0, 0, 0, 0),
    };

    /// <summary>Any number of units at 5 dollars landed, on the shelf the same day.</summary>
    public static SupplierDefinition AtOnce { get; } = Factory with { Ladder = [new(1, Money.Dollars(4))], Production = new(0, 0, 0, 0), Transit = new(0, 0, 0, 0) };

    /// <summary>A supplier that cheats for certain; how is drawn.</summary>
    public static SupplierDefinition Cheat { get; } = Factory with { IsVerified = false, DishonestChance = 1 };

    public static WorldDefinition Shop(SupplierDefinition? supplier = null, int days = 120, int stock = 0, double sessions = 100)
    {
        var niche = MarketWorlds.Niche(products: 1, rivals: 5, sessions: sessions, stock: stock);
        return MarketWorlds.World(days, niche with { Products = [niche.Products[0] with { Suppliers = [supplier ?? Factory] }] }) with
        {
            Laboratory = true,
            Market = new() { Reviews = new() { Rate = 0 } },
        };
    }

    /// <summary>The same world with another product.</summary>
    public static WorldDefinition With(WorldDefinition world, Func<ProductDefinition, ProductDefinition> change) =>
        world with { Niches = [world.Niches[0] with { Products = [change(world.Niches[0].Products[0])] }] };

    /// <summary>The first seed in whose world the product's supplier is what it should be.</summary>
    public static ulong SeedOf(SupplierDefinition supplier, SupplierFinding finding)
    {
        for (ulong seed = 1; ; seed++)
        {
            if (SupplierCharacter.Of(KeyedDraws.ForWorld(new WorldSeed(seed)), EntityKey.Of("pans/p0/" + supplier.Name), supplier) == finding)
            {
                return seed;
            }
        }
    }

    public static void Give(Simulation simulation, params Command[] commands) => simulation.Step([new(Me, new(commands))]);

    public static void Pass(Simulation simulation, int days)
    {
        for (var day = 0; day < days; day++)
        {
            simulation.Step([]);
        }
    }

    public static void End(Simulation simulation)
    {
        while (!simulation.IsOver)
        {
            simulation.Step([]);
        }
    }

    /// <summary>The one refusal of a day on which only this was tried.</summary>
    public static Refusal Refused(Simulation simulation, params Command[] commands)
    {
        Give(simulation, commands);
        return Assert.Single(simulation.Observe(Me).Refusals);
    }

    public static OfferObservation Offer(Simulation simulation) => simulation.Observe(Me).Offers[0];

    public static SupplierState Dealings(Simulation simulation) => Offer(simulation).Suppliers[0];

    public static Money Balance(Simulation simulation, Account account) => simulation.Books(Me).Balance(account);

    /// <summary>What an account of income holds, as a positive amount.</summary>
    public static Money Income(Simulation simulation, Account account) => Money.Zero - Balance(simulation, account);

    public static SimEvent[] Happened(Simulation simulation, EventKind kind) => [.. simulation.Events.ToArray().Where(item => item.Kind == kind)];

    /// <summary>Plays until a message about something is in the box.</summary>
    public static MailMessage WaitFor(Simulation simulation, MailTopic topic, int days = 62)
    {
        for (var day = 0; day <= days; day++)
        {
            if (simulation.Observe(Me).Mail.FirstOrDefault(mail => mail.Topic == topic) is { } mail)
            {
                return mail;
            }

            simulation.Step([]);
        }

        throw new InvalidOperationException($"No {topic} came in {days} days.");
    }

    /// <summary>Reviews of the own listing by stars, one first.</summary>
    public static int[] Stars(Simulation simulation) => simulation.State.StarCounts[..WorldLayout.Stars].ToArray();

    /// <summary>A number of hits lies within four standard errors of its chance.</summary>
    public static void Within(long hits, long trials, double chance)
    {
        var z = (hits - (trials * chance)) / Math.Sqrt(trials * chance * (1 - chance));
        Assert.True(Math.Abs(z) < 4, FormattableString.Invariant($"{hits} of {trials} against a chance of {chance}: z = {z:F2}"));
    }
}
